import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { seededRandom } from '../../scripts/demo-county/seeded-random.ts'
import { testPassword } from '../../server/test-people.ts'
import { inTheCounty, openKeptBrowser } from './browser.ts'

/** A phone's browser with a memory of its own, which can be ended at any moment as a flat battery would. */
export interface FieldDevice {
  /** Opens it where it was left; signs in where it has to. */
  readonly open: (path: string) => Promise<Page>
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
  readonly timesOpened: () => number
}

const isMainProcess = (pid: string, profile: string): boolean => {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return line.includes(`--user-data-dir=${profile}`) && !line.includes('--type=')
  } catch {
    return false // it has ended meanwhile
  }
}

export const fieldDevice = (address: string, account: string): FieldDevice => {
  const profile = mkdtempSync(join(tmpdir(), 'luqing-device-'))
  let context: BrowserContext | null = null
  let opened = 0
  const gone = async (): Promise<void> => {
    await context?.close().catch(() => undefined)
    context = null
  }
  return {
    timesOpened: () => opened,
    open: async (path) => {
      await gone()
      // a browser that was killed leaves its lock behind
      for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
        rmSync(join(profile, name), { force: true })
      opened++
      context = await openKeptBrowser(profile, { viewport: { width: 1000, height: 900 }, ...inTheCounty })
      const page = context.pages()[0] ?? (await context.newPage())
      page.setDefaultTimeout(60_000)
      await page.goto(`${address}${path}`)
      const name = page.getByLabel('账号')
      await name.or(page.getByRole('navigation').first()).first().waitFor()
      if (await name.isVisible()) {
        await name.fill(account)
        await page.getByLabel('密码', { exact: true }).fill(testPassword)
        await page.getByRole('button', { name: '登录' }).click()
        await page.getByRole('navigation').first().waitFor()
        if (new URL(page.url()).pathname !== path) await page.goto(`${address}${path}`)
      }
      return page
    },
    kill: async () => {
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
        if (isMainProcess(pid, profile)) process.kill(Number(pid), 'SIGKILL')
      await gone()
    },
    close: async () => {
      await gone()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

export interface FieldPicture {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Long side in pixels, and cells of colour: more cells, more bytes. `field` ones have the 200 KB of a field copy. */
const sizes = {
  small: { width: 800, height: 600, cells: [24, 18] },
  wide: { width: 2000, height: 1500, cells: [24, 18] },
  field: { width: 1600, height: 1200, cells: [100, 75] },
} as const

/** Photos like no other: `wide` ones are sent as a copy first, the others are small enough to go as they are. */
export const picture = async (key: string, size: keyof typeof sizes): Promise<FieldPicture> => {
  const random = seededRandom(key)
  const { width, height, cells } = sizes[size]
  const [across, down] = cells
  const colours = Buffer.from(Array.from({ length: across * down * 3 }, () => random.wholeBetween(20, 235)))
  const buffer = await sharp(colours, { raw: { width: across, height: down, channels: 3 } })
    .resize(width, height, { kernel: 'cubic' })
    .jpeg({ quality: 70 })
    .toBuffer()
  return { name: `${key}.jpg`, mimeType: 'image/jpeg', buffer }
}
