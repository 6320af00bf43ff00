import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metresBetween } from '../../server/domain/distance.ts'
import { openStage, type Stage } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'
import { type CardOnDisk, cardOnDisk, photosEach, sites, sitesWithGps } from './card-photos.ts'

let stage: Stage
let card: CardOnDisk

// on whole seconds, as cameras note them, and of yesterday, so that no photo lies in the future
const dayStartMs = Math.floor(Date.now() / 1000) * 1000 - 30 * 3_600_000

beforeAll(async () => {
  ;[stage, card] = await Promise.all([openStage(), cardOnDisk(dayStartMs)])
})
afterAll(async () => {
  card?.remove()
  await stage?.close()
})

interface OnServer {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
  readonly capturedAt: string
  readonly code: string
  readonly photos: readonly { capturedAt: string; takenWith: string; sha256: string }[]
}

/** What the server holds, asked through its own door. */
const onServer = (page: Page): Promise<OnServer[]> =>
  page.evaluate(async () => {
    const { hazards: lines } = await (await fetch('/api/hazards?limit=100')).json()
    const whole = []
    for (const { id } of lines) whole.push(await (await fetch(`/api/hazards/${id}`)).json())
    return whole
  })

const chooseFolder = async (page: Page): Promise<void> => {
  await page.locator('input[data-which=folder]').first().setInputFiles(card.folder)
  await page.getByText('停止读取').waitFor()
  await page.getByText('停止读取').waitFor({ state: 'detached', timeout: 120_000 })
}

const all = sites * photosEach

test(`a card of ${all} photos becomes ${sites} hazards, set right by the clock and by hand, each on the server exactly once`, async () => {
  const { page, keep } = await stage.enter('squad1', { path: '/capture' })
  await page.getByRole('link', { name: '相机存储卡 / 文件夹' }).click()
  await page.getByText('把存储卡的文件夹拖到这里').waitFor()
  await keep('card-1-empty')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await chooseFolder(page)
  const facts = page.locator('.card-facts')
  await facts.getByText(`${all} 张照片`).waitFor()
  const aside = page.locator('.card-aside')
  await aside.getByText('Z copy.JPG').waitFor()
  expect(await aside.innerText()).toContain('是同一张')
  expect(await aside.innerText()).toContain('照片不完整')
  expect(await aside.innerText()).toContain('1 个不是照片的文件已跳过')

  // the camera without GPS ran 200 s ahead: with its clock put right its photos lie on the track, at their places
  await page.getByLabel('哪台相机').selectOption('Canon EOS 90D')
  await page.getByLabel('时:分:秒').fill('0:03:20')
  await page.getByLabel('时:分:秒').press('Enter')
  await page.getByText('相机快 3 分 20 秒').waitFor()
  await facts.getByText(`${sites} 处`).waitFor()
  await page.getByText('20 张照片配上了轨迹').waitFor()

  // the photo of a clock says the same
  await page.getByRole('button', { name: '归零' }).click()
  await page.locator(`.card-tile[aria-label*="IMG_${String(sitesWithGps * photosEach + 1).padStart(4, '0')}"]`).click()
  const shown = new Date(Date.parse(card.sites[sitesWithGps]?.at ?? '') + 8 * 3_600_000).toISOString().slice(11, 19)
  await page.getByLabel('钟表显示的时间').fill(shown)
  await page.getByRole('button', { name: '对时' }).click()
  await page.getByText('相机快 3 分 20 秒').waitFor()
  await page.getByRole('button', { name: '取消选择' }).click()
  await keep('card-2-set-right')

  // one split from its third photo on, two joined, one photo left out; then undone and done again
  const group = (number: number) => page.getByRole('region', { name: `第 ${number} 处`, exact: true })
  await group(1).locator('.card-tile').nth(2).click()
  await page.getByRole('button', { name: '从这张起拆开' }).click()
  await facts.getByText(`${sites + 1} 处`).waitFor()
  await group(4).getByRole('button', { name: '并入上一处' }).click()
  await facts.getByText(`${sites} 处`).waitFor()
  expect(await group(3).locator('.card-tile').count()).toBe(10)
  await page.getByRole('button', { name: '撤销' }).click()
  await facts.getByText(`${sites + 1} 处`).waitFor()
  await group(4).getByRole('button', { name: '并入上一处' }).click()
  await group(5).locator('.card-tile').nth(4).click()
  await page.getByRole('button', { name: '不要', exact: true }).click()
  await facts.getByText('不要的 1 张').waitFor()

  await page.locator('.card-main .page-section-title').getByRole('button', { name: '全选' }).click()
  await page.getByLabel('设类型').selectOption('A05')
  await keep('card-3-ready')
  await page.getByRole('button', { name: `保存 ${sites} 处、${all - 1} 张照片` }).click()
  await page.getByText(`已保存 ${sites} 处`).waitFor({ timeout: 120_000 })
  await keep('card-4-kept')
  expect(await faultsSeenByAxe(page)).toEqual([])

  await expect
    .poll(async () => (await onServer(page)).reduce((sum, { photos }) => sum + photos.length, 0), {
      timeout: 240_000,
      interval: 3_000,
    })
    .toBe(all - 1)
  const hazards = (await onServer(page)).sort((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1))
  expect(hazards).toHaveLength(sites)
  expect(hazards.map(({ photos }) => photos.length)).toEqual([2, 3, 10, 5, 4, ...Array<number>(sites - 5).fill(5)])
  const photos = hazards.flatMap((hazard) => hazard.photos)
  expect(new Set(photos.map(({ sha256 }) => sha256)).size).toBe(all - 1)
  expect(photos.every(({ takenWith }) => takenWith === 'card')).toBe(true)
  // the third is two sites joined, so from there on a hazard's site is the one after its own number
  const siteOf = [0, 0, 1, 3, 4, ...Array.from({ length: sites - 5 }, (_, n) => n + 5)]
  for (const [index, hazard] of hazards.entries()) {
    const site = card.sites[siteOf[index] ?? 0]
    if (site === undefined) throw new Error('there is no such site')
    const secondsOff = Math.abs(Date.parse(hazard.capturedAt) - Date.parse(site.at)) / 1000
    expect(secondsOff, `hazard ${index}`).toBeLessThan(index === 1 ? 25 : 1)
    const metresOff = metresBetween([hazard.longitude, hazard.latitude], site.lngLat)
    expect(metresOff, `hazard ${index}`).toBeLessThan(index === 2 ? 250 : 1)
    expect(hazard.code).toBe('A05')
  }

  // the folder chosen again after a reload: what was kept is known by its bytes, and nothing goes up twice
  await page.goto(`${stage.county.address}/card`)
  await chooseFolder(page)
  await facts.getByText('1 张照片').waitFor()
  await aside.getByText('以前已保存').first().waitFor({ state: 'attached' })
  expect(await aside.innerText()).toContain(`${all + 1} 个文件没有放进来`)
  expect(await onServer(page)).toHaveLength(sites)
}, 480_000)

test('photos that lost their time stay apart from each other and from those with a place, and are counted once', async () => {
  const { page, keep } = await stage.enter('squad1', { path: '/card' })
  await page
    .locator('input[data-which=files]')
    .first()
    .setInputFiles([...card.copied])
  const facts = page.locator('.card-facts')
  await facts.getByText('1 处 · 2 张没有位置').waitFor()
  await page.getByText('没有位置的照片 (2)').waitFor()
  const first = page.getByRole('region', { name: '第 1 处', exact: true })
  expect(await first.locator('.card-tile').count()).toBe(1)
  await page.locator('.card-heap .card-tile').first().click()
  await page.getByLabel('移到').selectOption({ index: 1 })
  await facts.getByText('1 张没有位置').waitFor()
  await page.getByText('没有位置的照片 (1)').waitFor()
  await first.getByText('照片自带（1 张，其余 1 张随这一处）').waitFor()
  await keep('card-5-without-time')
}, 120_000)
