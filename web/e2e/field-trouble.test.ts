import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type FieldCapture, photosEach, save } from './field-captures.ts'
import { picture } from './field-device.ts'
import type { FieldPhone } from './field-phone.ts'
import { keep, limit, nothingLost, soon, trial, valleys } from './field-valley.ts'

const valley = valleys()

trial(
  'a full server is said in words, keeps every photo on the phone and is asked little; with room all goes on by itself',
  limit,
  async () => {
    const { county, link, inTheField, photosThere, hazardRows, allThereOnce } = await valley()
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
    const { county, link, walk, inTheField, hazardRows, allThereOnce } = await valley()
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
    const { county, link, inTheField, hazardRows, allThereOnce } = await valley()
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
const moveTo = async ({ page }: FieldPhone, url: string, longitude: number): Promise<void> => {
  await page.context().setGeolocation({ longitude, latitude: 29.03, accuracy: 6 })
  await page.goto(`${url}/capture`)
  await page.locator('.capture-category').first().waitFor()
}

trial(
  'two phones of one unit at one junction: photos of both on the one hazard, or two hazards of which the second is told',
  limit,
  async () => {
    const { link, walk, inTheField, photosThere, hazardRows } = await valley()
    const at = new Date().toISOString()
    const position = { longitude: 114.531, latitude: 29.03, accuracyMetres: 6, source: 'device', at }
    const known = await walk.report('squad1', { position, capturedAt: at })
    const [one, other] = [await inTheField('squad1'), await inTheField('squad1b')]
    for (const phone of [one, other]) {
      await moveTo(phone, link.url, position.longitude)
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
      await moveTo(phone, link.url, 114.541)
      await phone.page.context().setOffline(true)
      await shoot(phone.page, phone === one ? 'new-one' : 'new-other')
      await save(phone.page)
    }
    for (const phone of [one, other]) await phone.page.context().setOffline(false)
    await expect.poll(async () => (await hazardRows()).length, soon).toBe(3)
    await expect.poll(photosThere, soon).toBe(9)
    await moveTo(other, link.url, 114.541)
    await other.page.getByText('附近已有 2 处').waitFor()
  },
)
