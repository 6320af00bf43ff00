import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { testPassword } from '../../server/test-people.ts'
import { inTheCounty } from './browser.ts'
import { keptKeys } from './kept-keys.ts'

/** Its calendar clock is ahead of the true time by what lies under this key, and can be set while the page lives. */
const clockKey = 'test-clock-ahead-ms'

/** Runs in the page before anything of ours: whatever tells the time there tells it by the phone's clock. */
const wrongClock = ([key, aheadMs]: readonly [string, number]): void => {
  if (localStorage.getItem(key) === null) localStorage.setItem(key, String(aheadMs))
  const ahead = (): number => Number(localStorage.getItem(key) ?? 0)
  const trueNow = Date.now
  const now = (): number => trueNow() + ahead()
  globalThis.Date = new Proxy(Date, {
    construct: (real, given, asked) => Reflect.construct(real, given.length === 0 ? [now()] : given, asked),
    get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
  })
  const shift = (owner: object, name: string): void => {
    const read = Object.getOwnPropertyDescriptor(owner, name)?.get
    if (read)
      Object.defineProperty(owner, name, {
        get() {
          return Number(read.call(this)) + ahead()
        },
      })
  }
  shift(GeolocationPosition.prototype, 'timestamp')
  shift(File.prototype, 'lastModified')
}

export interface FieldPhone {
  readonly page: Page
  /** Sets the calendar clock so far ahead of the true time; the stopwatch goes on. */
  readonly setClock: (aheadMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

const keptHere = async (page: Page): Promise<boolean> => {
  if (await page.evaluate(() => navigator.serviceWorker.controller === null)) return false
  const keys = await keptKeys(page)
  return keys.includes('/api/field-book') && keys.includes('["county"]') && keys.includes('["session"]')
}

/** Signed in, on the capture page, with the app and the field book kept: what a first visit with a signal leaves. */
export const fieldPhone = async (
  browser: Browser,
  address: string,
  account: string,
  { clockAheadMs = null }: { readonly clockAheadMs?: number | null } = {},
): Promise<FieldPhone> => {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    ...inTheCounty,
  })
  if (clockAheadMs !== null) await context.addInitScript(wrongClock, [clockKey, clockAheadMs] as const)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${address}/capture`)
  await signInHere(page, account)
  await page.goto(`${address}/capture`)
  await page.locator('.capture-category').first().waitFor()
  await expect.poll(() => keptHere(page).catch(() => false), { timeout: 40_000, interval: 200 }).toBe(true)
  return {
    page,
    setClock: async (aheadMs) => {
      await page.evaluate(([key, ms]) => localStorage.setItem(key, String(ms)), [clockKey, aheadMs] as const)
    },
    close: () => context.close(),
  }
}

export const signInHere = async (page: Page, account: string): Promise<void> => {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(testPassword)
  // where the page stays beneath the form its own navigation says nothing yet
  const answered = page.waitForResponse((r) => r.request().method() === 'POST' && r.url().endsWith('/api/session'))
  await page.getByRole('button', { name: '登录' }).click()
  await answered
  await page.getByRole('navigation').first().waitFor()
}
