import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isFullTrial } from '../../server/test-trial-size.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { type BadLink, openBadLink } from './bad-link.ts'
import { openBrowser } from './browser.ts'
import { builtWeb, type CountyAtAddress, countyAtAddress } from './county-at-address.ts'
import { capture, type FieldCapture, onServer, photosEach, save } from './field-captures.ts'
import { picture } from './field-device.ts'
import { type FieldPhone, fieldPhone, signInHere } from './field-phone.ts'

/** Minutes of bad links and wrong clocks: made by `npm run trials`, not beside every other test. */
const trial = test.skipIf(!isFullTrial)

let browser: Browser
let county: CountyAtAddress
let link: BadLink
let walk: Walk
const phones: FieldPhone[] = []

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  if (!isFullTrial) return
  link.sever(true)
  for (const phone of phones.splice(0)) await phone.close()
  await link.close()
  await county.close()
})

/** A busy machine is waited for. */
const limit = { timeout: 120_000 }
const soon = { timeout: 60_000, interval: 150 }

/** A county behind a connection that can be made bad. */
const valley = async (webFolder?: string): Promise<void> => {
  county = await countyAtAddress(webFolder)
  link = await openBadLink(county.address)
  walk = walkIn(county)
}
const inTheField = async (account = 'squad1', clockAheadMs: number | null = null): Promise<FieldPhone> => {
  const phone = await fieldPhone(browser, link.url, account, { clockAheadMs })
  phones.push(phone)
  return phone
}
const keep = async (page: Page, made: FieldCapture[], times: number, from = 0): Promise<void> => {
  for (let number = from; number < from + times; number++) await capture(page, number, made)
}
const photosThere = async (): Promise<number> => {
  const { q, t } = county.world.db
  return (await q.select().from(t.hazardPhotos)).length
}
const hazardRows = async () => {
  const { q, t } = county.world.db
  return (await q.select().from(t.hazards)).sort((a, b) => a.capturedAt.localeCompare(b.capturedAt))
}
/** All that was said to be kept is on the server with all its photos, once, in order, and nothing besides. */
const allThereOnce = async (made: readonly FieldCapture[]): Promise<void> => {
  await expect
    .poll(async () => {
      const { whole, promisesOpen } = await onServer(county, made)
      return { whole, promisesOpen }
    }, soon)
    .toEqual({ whole: made.length, promisesOpen: 0 })
  const { faults, hazards } = await onServer(county, made)
  expect({ faults, hazards }).toEqual({ faults: [], hazards: made.length })
}
const nothingLost = async (page: Page): Promise<void> => {
  await page.locator('.outbox-badge').first().click()
  await page.getByRole('heading', { name: '待发', exact: true }).waitFor()
}

trial(
  'a full server is said in words, keeps every photo on the phone and is asked little; with room all goes on by itself',
  limit,
  async () => {
    await valley()
    let full = true
    let tried = 0
    const { photos } = county.world
    const { startIncoming, resumeIncoming } = photos
    const noSpace = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const write = (): Promise<never> => {
      tried += 1
      return Promise.reject(noSpace)
    }
    photos.startIncoming = async (sending) => {
      const file = await startIncoming(sending)
      return full ? { ...file, write } : file
    }
    photos.resumeIncoming = async (sending, offset) => {
      const resumed = await resumeIncoming(sending, offset)
      return full && 'file' in resumed ? { ...resumed, file: { ...resumed.file, write } } : resumed
    }
    const { page } = await inTheField()
    link.sever(true)
    const made: FieldCapture[] = []
    await keep(page, made, 3)
    link.sever(false)
    await nothingLost(page)
    await page.getByText('服务器存储已满，暂停发送照片').waitFor()
    // the records need no room for photos: they are there, and say what they wait for
    await expect.poll(async () => (await hazardRows()).length, soon).toBe(3)
    expect(await photosThere()).toBe(0)
    expect(await page.locator('.outbox-received strong').innerText()).toBe(`0 / ${3 * photosEach}`)
    await page.getByText('照片仍在您的设备上').first().waitFor()
    const before = tried
    await page.waitForTimeout(4_000)
    expect(tried - before, 'asked little while it is full').toBeLessThanOrEqual(4)
    full = false
    await allThereOnce(made)
    await page.getByText('暂停发送').waitFor({ state: 'detached' })
  },
)

const twoYearsMs = 2 * 365 * 86_400_000
const seconds = 5_000
/** Between these two true times, to a few seconds; the test's own slowness is no fault of the clock. */
const nearly = (instant: string | null | undefined, fromMs: number, toMs = Date.now()): void => {
  const atMs = Date.parse(instant ?? '')
  expect(atMs, `${instant}`).toBeGreaterThan(fromMs - seconds)
  expect(atMs, `${instant}`).toBeLessThan(toMs + seconds)
}

trial(
  'a phone two years ahead: kept, sent, ordered by receipt, its times put right and the offset said in words',
  limit,
  async () => {
    await valley()
    const trueMs = Date.now()
    const { page } = await inTheField('squad1', twoYearsMs)
    link.sever(true)
    // opened without a signal: nothing tells this page what its clock is worth until the first answer
    await page.goto(`${link.url}/capture`)
    await page.locator('.capture-category').first().waitFor()
    const made: FieldCapture[] = []
    await keep(page, made, 1)
    link.sever(false)
    await allThereOnce(made)
    const [hazard] = await hazardRows()
    nearly(hazard?.capturedAt, trueMs)
    expect(Math.abs((hazard?.clockOffsetMs ?? 0) + twoYearsMs)).toBeLessThan(5_000)
    const { photos, position, reportedAt } = await walk.look('reviewer', hazard?.id ?? '')
    nearly(position?.at, trueMs)
    for (const photo of photos) {
      nearly(photo.capturedAt, trueMs)
      expect(Math.abs((photo.clockOffsetMs ?? 0) + twoYearsMs)).toBeLessThan(5_000)
    }
    expect(reportedAt).toBe(county.clock.now())
    await page.goto(`${link.url}/hazards/${hazard?.id}`)
    await page.getByText('手机时钟偏差 2 年，已校正').first().waitFor()
  },
)

trial(
  'a clock set right between capture and sending: what was measured at the capture counts, else what is doubtful is said',
  limit,
  async () => {
    await valley()
    const trueMs = Date.now()
    const { page, setClock } = await inTheField('squad1', twoYearsMs)
    link.sever(true)
    const made: FieldCapture[] = []
    await keep(page, made, 1)
    await setClock(0)
    link.sever(false)
    await allThereOnce(made)
    const [measured] = await hazardRows()
    nearly(measured?.capturedAt, trueMs)
    nearly(measured?.sentAt, trueMs)
    expect(Math.abs((measured?.clockOffsetMs ?? 0) + twoYearsMs)).toBeLessThan(5_000)
    // a page opened without a signal has measured nothing, and when it can the clock is right: nobody knows any more
    await setClock(twoYearsMs)
    link.sever(true)
    await page.goto(`${link.url}/capture`)
    await page.locator('.capture-category').first().waitFor()
    await keep(page, made, 1, 1)
    await setClock(0)
    link.sever(false)
    await allThereOnce(made)
    const [, unknown] = await hazardRows()
    nearly(unknown?.capturedAt, trueMs + twoYearsMs, Date.now() + twoYearsMs)
    expect(unknown?.clockOffsetMs).toBe(0)
    expect(unknown?.reportedAt).toBe(county.clock.now())
    await page.goto(`${link.url}/hazards/${unknown?.id}`)
    await page.getByText('晚于收到时间，以收到时间为准').waitFor()
  },
)

const shoot = async (page: Page, key: string): Promise<void> => {
  const shots = await Promise.all([0, 1].map((n) => picture(`${key}-${n}`, 'small')))
  await page.locator('input[type=file][multiple]').setInputFiles(shots)
  await page.locator('.shots-row li').nth(1).waitFor()
}
const moveTo = async ({ page }: FieldPhone, longitude: number): Promise<void> => {
  await page.context().setGeolocation({ longitude, latitude: 29.03, accuracy: 6 })
  await page.goto(`${link.url}/capture`)
  await page.locator('.capture-category').first().waitFor()
}

trial(
  'two phones of one unit at one junction: photos of both on the one hazard, or two hazards of which the second is told',
  limit,
  async () => {
    await valley()
    const at = new Date().toISOString()
    const position = { longitude: 114.531, latitude: 29.03, accuracyMetres: 6, source: 'device', at }
    const known = await walk.report('squad1', { position, capturedAt: at })
    const [one, other] = [await inTheField('squad1'), await inTheField('squad1b')]
    for (const phone of [one, other]) {
      await moveTo(phone, position.longitude)
      await phone.page.locator('.known').waitFor()
      await phone.page.context().setOffline(true)
      await shoot(phone.page, phone === one ? 'one' : 'other')
      await phone.page.locator('button.known-line').click()
      await phone.page.getByRole('button', { name: '就是这一处，补拍照片' }).first().click()
      await phone.page.locator('.capture-save-button:enabled').click()
      await phone.page.locator('.saved-note').waitFor()
    }
    // the one that was second in the field is first with a signal
    for (const [phone, photos] of [[other, 3] as const, [one, 5] as const]) {
      await phone.page.context().setOffline(false)
      await expect.poll(async () => (await walk.look('reviewer', known.id)).photos.length, soon).toBe(photos)
    }
    const { timeline } = await walk.look('reviewer', known.id)
    const added = timeline.filter(({ kind }) => kind === 'scene-photo-added').map(({ actor }) => actor?.name)
    expect(added.slice(-2)).toEqual(['卢队员', '余队员'])
    // a junction that nobody has on file, seen by both without a signal
    for (const phone of [one, other]) {
      await moveTo(phone, 114.541)
      await phone.page.context().setOffline(true)
      await shoot(phone.page, phone === one ? 'new-one' : 'new-other')
      await save(phone.page)
    }
    for (const phone of [one, other]) await phone.page.context().setOffline(false)
    await expect.poll(async () => (await hazardRows()).length, soon).toBe(3)
    await expect.poll(photosThere, soon).toBe(9)
    await moveTo(other, 114.541)
    await other.page.getByText('附近已有 2 处').waitFor()
  },
)

/** The same app with another page and one file more: what a release looks like to a browser. */
const release = async (web: string, mark: string): Promise<void> => {
  const index = await readFile(join(web, 'index.html'), 'utf8')
  await writeFile(join(web, 'index.html'), index.replace('<title>路清', `<title>路清 ${mark}`))
  await writeFile(join(web, 'assets', `more-${mark}.js`), `export const mark = '${mark}'\n`)
  for (const packed of ['index.html.br', 'index.html.gz', 'sw.js.br', 'sw.js.gz'])
    await rm(join(web, packed), { force: true })
  const worker = await readFile(join(web, 'sw.js'), 'utf8')
  const changed = worker
    .replace(/(index\.html\\",\\"revision\\":\\")[0-9a-f]+/, `$1${mark}`)
    .replace('[{\\"url\\"', `[{\\"url\\":\\"/assets/more-${mark}.js\\",\\"revision\\":null},{\\"url\\"`)
  expect(changed).toContain(`more-${mark}.js`)
  expect(changed).toContain(`revision\\":\\"${mark}\\"`)
  await writeFile(join(web, 'sw.js'), changed)
}

trial(
  'a new version in the middle of a queue waits to be taken; after it the queue goes on and all arrives once',
  limit,
  async () => {
    const web = await mkdtemp(join(tmpdir(), 'luqing-built-'))
    try {
      await cp(builtWeb, web, { recursive: true })
      await valley(web)
      const { page } = await inTheField()
      link.sever(true)
      const made: FieldCapture[] = []
      await keep(page, made, 4)
      link.change({ bytesPerSecond: 60_000, roundTripMs: 40 })
      link.sever(false)
      await expect.poll(photosThere, soon).toBeGreaterThanOrEqual(2)
      await page.evaluate(() => document.body.setAttribute('data-former', ''))
      await release(web, '2')
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      await page.getByText('新版本已就绪').waitFor()
      // into a place without a signal, with half of it sent: only now, and only by the reader, the new one is taken
      link.sever(true)
      const sent = await photosThere()
      expect(sent).toBeLessThan(4 * photosEach)
      await page.waitForTimeout(1_000)
      expect(await page.locator('body[data-former]').count()).toBe(1)
      await page.getByRole('button', { name: '换用新版本' }).click()
      await page.locator('body:not([data-former]) .outbox-badge').first().waitFor()
      expect(await page.title()).toContain('路清 2')
      link.change({ bytesPerSecond: null, roundTripMs: 0 })
      link.sever(false)
      await allThereOnce(made)
    } finally {
      await rm(web, { recursive: true, force: true })
    }
  },
)

/** From another device of theirs: every other session is ended. */
const signOutElsewhere = async (account: string): Promise<void> => {
  const desk = await walk.as(account)
  const { body } = await desk.get('/api/sessions')
  const sessions: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'sessions') : null
  if (!Array.isArray(sessions)) throw new Error('no sessions')
  for (const { id, current } of sessions) if (current === false) await desk.delete(`/api/sessions/${id}`)
}

trial(
  'signed out from elsewhere amid the queue: it asks, sends nothing of the first for another person, and goes on',
  limit,
  async () => {
    await valley()
    const { page } = await inTheField()
    link.sever(true)
    const made: FieldCapture[] = []
    await keep(page, made, 4)
    link.change({ bytesPerSecond: 40_000, roundTripMs: 40 })
    link.sever(false)
    await expect.poll(photosThere, soon).toBeGreaterThanOrEqual(1)
    await signOutElsewhere('squad1')
    const again = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
    await again.waitFor()
    expect(await photosThere()).toBeLessThan(4 * photosEach)
    const atRest = async (): Promise<number> => {
      await page.waitForTimeout(1_200)
      return photosThere()
    }
    const before = await atRest()
    expect(await atRest(), 'nothing is taken from nobody').toBe(before)
    // a colleague takes the phone, and the signal is at its best
    link.change({ bytesPerSecond: null, roundTripMs: 0 })
    await again.getByLabel('账号').fill('squad2')
    await again.getByLabel('密码', { exact: true }).fill('')
    const sentByThem: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (request.method() !== 'GET' && /^\/api\/(hazards|photos)/.test(pathname)) sentByThem.push(pathname)
    })
    await page.evaluate(() => document.body.setAttribute('data-former', ''))
    await signInHere(page, 'squad2')
    await page.locator('body:not([data-former])').getByRole('navigation').first().waitFor()
    await page.goto(`${link.url}/outbox`)
    await page.getByText(/本机有他人 \d 条未发送，由本人登录后发送/).waitFor()
    expect(await atRest()).toBe(before)
    expect(sentByThem).toEqual([])
    await page.context().clearCookies()
    await page.goto(`${link.url}/outbox`)
    await signInHere(page, 'squad1')
    await allThereOnce(made)
    const authors = new Set((await hazardRows()).map(({ reportedBy }) => reportedBy))
    expect(authors.size).toBe(1)
  },
)

trial('signed out from elsewhere amid the queue: signing in on top of the page is enough', limit, async () => {
  await valley()
  const { page } = await inTheField()
  link.sever(true)
  const made: FieldCapture[] = []
  await keep(page, made, 2)
  await signOutElsewhere('squad1')
  await nothingLost(page)
  link.sever(false)
  const again = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
  await again.waitFor()
  await page.getByText('登录已失效，暂停发送').waitFor()
  expect(await page.locator('.outbox-entry').count()).toBe(2)
  await signInHere(page, 'squad1')
  await allThereOnce(made)
})

trial(
  'on a link that connects and never answers the capture page opens from the phone, and saving takes no longer',
  limit,
  async () => {
    await valley()
    const { page } = await inTheField()
    const made: FieldCapture[] = []
    const timed = async (act: () => Promise<void>): Promise<number> => {
      const began = performance.now()
      await act()
      return performance.now() - began
    }
    const usual = await timed(() => keep(page, made, 1))
    await allThereOnce(made)
    link.change({ roundTripMs: 40_000 })
    const opening = await timed(async () => {
      await page.goto(`${link.url}/capture`)
      await page.locator('.capture-category').first().waitFor()
    })
    const saving = await timed(() => keep(page, made, 1, 1))
    console.log(
      `half-dead link: opened in ${Math.round(opening)} ms, saved in ${Math.round(saving)} (usually ${Math.round(usual)}) ms`,
    )
    expect(opening).toBeLessThan(4_000)
    expect(saving).toBeLessThan(usual + 1_500)
  },
)
