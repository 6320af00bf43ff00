import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { testPassword } from '../../server/test-people.ts'

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

/** Where a run leaves its pictures. */
export const artefacts = new URL('../../artefacts/', import.meta.url).pathname

const opened = new Set<() => Page[]>()
/** Every page of this file's tests that is open now. */
export const openedPages = (): Page[] => [...opened].flatMap((pages) => pages())

export interface BrowserWanted {
  /** With all of a browser: a shell has nobody whom it could ask for leave, and lets a request slip by when offline. */
  readonly whole?: boolean
  readonly args?: readonly string[]
}
/** Five pictures a second tell a page as much as thirty, and cost the machine a fifth less of a test. */
const fakeCamera = '--use-fake-device-for-media-stream=fps=5'
/** With a device of the browser's own making, for which its user is asked as for any, or has been. */
export const withCamera: BrowserWanted = { whole: true, args: [fakeCamera] }
export const withCameraAllowed: BrowserWanted = { whole: true, args: [fakeCamera, '--use-fake-ui-for-media-stream'] }

/** The browser that `npm test` found; run alone, the usual one of Debian. */
const launch = ({ whole = false, args = [] }: BrowserWanted = {}) => ({
  executablePath: (!whole && process.env['CHROME_SHELL']) || process.env['CHROME_PATH'] || '/usr/bin/chromium',
  args: [
    ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    ...args,
  ],
})

export const openBrowser = async (wanted?: BrowserWanted): Promise<Browser> => {
  const browser = await chromium.launch(launch(wanted))
  opened.add(() => browser.contexts().flatMap((context) => context.pages()))
  return browser
}

/** A browser that keeps what it has in a folder, from one opening to the next. */
export const openKeptBrowser = async (folder: string, device: BrowserContextOptions): Promise<BrowserContext> => {
  const context = await chromium.launchPersistentContext(folder, { ...launch(), ...device })
  opened.add(() => context.pages())
  return context
}

/** Where a county's people stand, and how their browsers speak. */
export const inTheCounty = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  geolocation: { longitude: 114.53, latitude: 29.03, accuracy: 6 },
  permissions: ['geolocation'],
}

export interface Reader {
  readonly page: Page
  /** Keeps what the page looks like now among the test's artefacts. */
  keep(name: string): Promise<void>
  close(): Promise<void>
}

/** Somebody with a device of their own, already signed in there, with a page open. The form has tests of its own. */
export const signIn = async (
  browser: Browser,
  address: string,
  account: string,
  { device = desk, path = '/' }: { readonly device?: BrowserContextOptions; readonly path?: string } = {},
): Promise<Reader> => {
  const context = await browser.newContext({ ...inTheCounty, ...device })
  const answer = await context.request.post(`${address}/api/session`, {
    data: { account, password: testPassword },
    headers: { Origin: address },
  })
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${answer.status()}`)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${address}${path}`)
  await page.getByRole('navigation').first().waitFor()
  return {
    page,
    keep: async (name) => {
      mkdirSync(artefacts, { recursive: true })
      await page.screenshot({ path: join(artefacts, `${name}.png`), animations: 'disabled' })
    },
    close: () => context.close(),
  }
}
