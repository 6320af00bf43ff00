import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { artefacts, openedPages } from './browser.ts'

// what a page said when its test failed: on a machine of somebody else nothing more is ever learnt
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [nth, page] of openedPages().entries()) await tell(page, `failed-${task.id}-${nth + 1}`)
})

const tell = async (page: Page, name: string): Promise<void> => {
  try {
    const said = await within(10_000, () =>
      page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' ').slice(0, 600)),
    )
    console.log(`${name}: ${page.url()} says: ${said}`)
    mkdirSync(artefacts, { recursive: true })
    await page.screenshot({ path: join(artefacts, `${name}.png`), timeout: 10_000 })
  } catch (fault) {
    console.log(`${name}: ${page.url()} tells nothing more: ${String(fault)}`)
  }
}

/** A page that hangs answers nothing for ever, and the others are to be heard all the same. */
const within = async <Answer>(limitMs: number, ask: () => Promise<Answer>): Promise<Answer> => {
  const over = new AbortController()
  const late = setTimeout(limitMs, undefined, { signal: over.signal }).then((): never => {
    throw new Error(`no answer in ${limitMs / 1000} s`)
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([ask(), late])
  } finally {
    over.abort()
  }
}
