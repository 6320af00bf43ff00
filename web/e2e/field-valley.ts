import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isFullTrial } from '../../server/test-trial-size.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { type BadLink, openBadLink } from './bad-link.ts'
import { openBrowser } from './browser.ts'
import { type CountyAtAddress, countyAtAddress } from './county-at-address.ts'
import { capture, type FieldCapture, onServer } from './field-captures.ts'
import { type FieldPhone, fieldPhone } from './field-phone.ts'

/** Minutes of bad links and wrong clocks: made by `npm run trials`, not beside every other test. */
export const trial = (name: string, limits: { readonly timeout: number }, act: () => Promise<void>): void =>
  test(name, limits, async ({ skip }) => {
    if (!isFullTrial) skip('takes minutes: npm run trials makes it')
    await act()
  })

/** A busy machine is waited for. */
export const limit = { timeout: 120_000 }
export const soon = { timeout: 60_000, interval: 150 }

export interface Valley {
  readonly county: CountyAtAddress
  readonly link: BadLink
  readonly walk: Walk
  /** A phone of theirs that has been here once with a signal. */
  readonly inTheField: (account?: string, clockAheadMs?: number | null) => Promise<FieldPhone>
  readonly photosThere: () => Promise<number>
  readonly hazardRows: () => Promise<Awaited<ReturnType<typeof rowsOf>>>
  /** All that was said to be kept is on the server with all its photos, once, in order, and nothing besides. */
  readonly allThereOnce: (made: readonly FieldCapture[]) => Promise<void>
}

const rowsOf = async ({ world }: CountyAtAddress) => {
  const { q, t } = world.db
  return (await q.select().from(t.hazards)).sort((a, b) => a.capturedAt.localeCompare(b.capturedAt))
}

/** For each trial of a file a county of its own behind a connection that can be made bad; one browser for all. */
export const valleys = (): ((webFolder?: string) => Promise<Valley>) => {
  let browser: Browser
  const closes: (() => Promise<void>)[] = []
  beforeAll(async () => {
    if (isFullTrial) browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const close of closes.splice(0)) await close()
  })
  return async (webFolder) => {
    const county = await countyAtAddress(webFolder)
    const link = await openBadLink(county.address)
    const phones: FieldPhone[] = []
    closes.push(async () => {
      link.sever(true)
      for (const phone of phones) await phone.close()
      await link.close()
      await county.close()
    })
    return {
      ...{ county, link, walk: walkIn(county), hazardRows: () => rowsOf(county) },
      inTheField: async (account = 'squad1', clockAheadMs = null) => {
        const phone = await fieldPhone(browser, link.url, account, { clockAheadMs })
        phones.push(phone)
        return phone
      },
      photosThere: async () => {
        const { q, t } = county.world.db
        return (await q.select().from(t.hazardPhotos)).length
      },
      allThereOnce: async (made) => {
        await expect
          .poll(async () => {
            const { whole, promisesOpen } = await onServer(county, made)
            return { whole, promisesOpen }
          }, soon)
          .toEqual({ whole: made.length, promisesOpen: 0 })
        const { faults, hazards } = await onServer(county, made)
        expect({ faults, hazards }).toEqual({ faults: [], hazards: made.length })
      },
    }
  }
}

export const keep = async (page: Page, made: FieldCapture[], times: number, from = 0): Promise<void> => {
  for (let number = from; number < from + times; number++) await capture(page, number, made)
}
export const nothingLost = async (page: Page): Promise<void> => {
  await page.locator('.outbox-badge').first().click()
  await page.getByRole('heading', { name: '待发', exact: true }).waitFor()
}
