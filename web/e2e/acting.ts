import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { type BrowserWanted, desk, openBrowser, type Reader, signIn } from './browser.ts'
import { type CountyAtAddress, countyAtAddress } from './county-at-address.ts'
import type { PickedPhoto } from './road-photos.ts'

export interface Stage {
  readonly county: CountyAtAddress
  readonly browser: Browser
  /** Somebody with a device of their own, on this hazard's page when one is named. */
  enter(account: string, on?: { device?: BrowserContextOptions; path?: string }): Promise<Reader>
  close(): Promise<void>
}

interface Setting extends BrowserWanted {
  /** The app is kept on the devices, as it is in use; a test with a line throughout does without, and is quicker. */
  readonly appKept?: boolean
}

/** A county at an address and a browser to walk through it; what is opened here is closed here. */
export const openStage = async ({ appKept = false, ...wanted }: Setting = {}): Promise<Stage> => {
  const county = await countyAtAddress()
  const browser = await openBrowser(wanted)
  const serviceWorkers = appKept ? 'allow' : 'block'
  const readers: Reader[] = []
  return {
    county,
    browser,
    enter: async (account, { device = desk, path = '/' } = {}) => {
      const reader = await signIn(browser, county.address, account, { device: { serviceWorkers, ...device }, path })
      readers.push(reader)
      return reader
    },
    close: async () => {
      await Promise.all(readers.map((reader) => reader.close()))
      await browser.close()
      await county.close()
    },
  }
}

export const pick = async (page: Page, photo: PickedPhoto): Promise<void> => {
  await page.locator('input[type=file]').first().setInputFiles(photo)
  await page.getByText('已送达').first().waitFor()
}

/** The sentence under a shut door, which its button is described by. */
export const reasonAt = async (page: Page, door: string): Promise<string> => {
  await page.locator('.doors').first().waitFor({ state: 'attached' })
  const folded = page.locator('details.doors, .doors details')
  for (const each of await folded.all()) await each.evaluate((part) => part.setAttribute('open', ''))
  const shut = page.locator('.shut-door').filter({ has: page.getByRole('button', { name: door, exact: true }) })
  return shut.first().locator('p').innerText()
}

/** Opens the door of a step; of the task named when several units have one each. */
export const take = async (within: Page | Locator, door: string): Promise<void> => {
  const button = within.getByRole('button', { name: door, exact: true }).first()
  await within.locator('.doors').first().waitFor({ state: 'attached' })
  const folded = within.locator('details.doors, .doors details')
  if (!(await button.isVisible()))
    for (const each of await folded.all()) await each.evaluate((part) => part.setAttribute('open', ''))
  await button.click()
}

export const taskOf = (page: Page, unit: string): Locator => page.locator('.task-card').filter({ hasText: unit })

export const dialog = (page: Page): Locator => page.getByRole('dialog')

export const confirm = async (page: Page, label: string): Promise<void> => {
  await dialog(page).getByRole('button', { name: label, exact: true }).click()
  await dialog(page).waitFor({ state: 'hidden' })
}

/** Chooses from a searchable list in the open dialog. */
export const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await dialog(page)
    .getByRole('combobox', { name: label })
    .or(dialog(page).getByLabel(label, { exact: true }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).first().click()
}
