import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisterPage } from '../../server/register/wire.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { dialog, openStage, type Stage } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'
import { phone, type Reader } from './browser.ts'
import { inTime } from './capture-page.ts'
import { save } from './field-captures.ts'
import { noPhotos, type PickedPhoto, roadPhotos } from './road-photos.ts'

let stage: Stage
let walk: Walk

beforeAll(async () => {
  stage = await openStage()
  walk = walkIn(stage.county)
})
afterAll(() => stage?.close())

/** A HEIC by all that a phone can tell, damaged where only the server's decoder looks. */
const damagedPhoto: PickedPhoto = {
  ...{ name: 'IMG_0007.HEIC', mimeType: 'image/heic' },
  buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x0cmeta\0\0\0\0\0\0\0\x10mdat12345678', 'latin1'),
}

const shots = (page: Page) => page.locator('.shots-row li')

/** A squad's phone without a camera for this page, these files picked from its album. */
const picked = async (photos: readonly PickedPhoto[]): Promise<Reader> => {
  const reader = await stage.enter('squad1', { device: phone, path: '/capture' })
  const album = reader.page.locator('input[type=file][multiple]')
  await album.waitFor({ state: 'attached' })
  await album.setInputFiles([...photos])
  return reader
}
const reportedAs = async (page: Page) => {
  const code = await page.locator('.saved-note .code').innerText()
  const found = async () => {
    const { hazards } = RegisterPage.parse((await (await walk.as('squad1')).get('/api/hazards?limit=100')).body)
    return hazards.find(({ shortCode }) => shortCode === code)?.id ?? ''
  }
  await expect.poll(found, inTime).not.toBe('')
  return found()
}

test('what is no photo is refused at once on the camera’s page, with its name and why; the good ones stay', async () => {
  const [one, two] = await roadPhotos(2)
  if (!one || !two) throw new Error('there are no photos')
  const { page, keep } = await picked([one, ...noPhotos, two])
  await expect.poll(() => shots(page).count(), inTime).toBe(2)
  const refused = page.getByRole('alert').filter({ hasText: '3 个文件没有放进来' })
  expect(await refused.locator('li').allInnerTexts()).toEqual([
    'notes.jpg 不是照片',
    'empty.jpg 空文件',
    'noise.jpg 不是照片',
  ])
  await keep('capture-no-photos')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await save(page)
  await page.locator('.saved-note').getByText('都已送达').waitFor(inTime)
  const hazard = await walk.look('squad1', await reportedAs(page))
  expect([hazard.photos.length, hazard.photosAwaited]).toEqual([2, 0])
  // it was said of that report, not of the next
  expect(await refused.count()).toBe(0)
})

test('a photo that the server will not have is said so of that photo alone; it is taken off, and nobody waits for it', async () => {
  const { page, keep } = await picked([...(await roadPhotos(2)), damagedPhoto])
  await expect.poll(() => shots(page).count(), inTime).toBe(3)
  const said: string[] = []
  await page.exposeFunction('heard', (text: string) => said.push(text))
  await page.evaluate(() => {
    const hear = () => Reflect.get(window, 'heard')(document.querySelector('.saved-note')?.textContent ?? '')
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await save(page)
  await page.locator('.saved-note').getByText('1 条待处理').waitFor(inTime)
  await page.locator('.saved-note').getByRole('link', { name: '看待发' }).waitFor()
  expect(said.some((text) => text.includes('1 条待处理'))).toBe(true)
  expect(said.filter((text) => text.includes('都已送达'))).toEqual([])
  const id = await reportedAs(page)
  await expect.poll(async () => (await walk.look('squad1', id)).photos.length, inTime).toBe(2)

  await page.locator('.saved-note').getByRole('link', { name: '看待发' }).click()
  const entry = page.locator('.outbox-entry')
  await entry.getByText('有照片没收下').waitFor()
  expect(await entry.innerText()).toContain('第 3 张没收下：照片已损坏')
  expect(await page.getByText('未被接受').count()).toBe(0)
  await keep('outbox-photo-refused')
  await entry.getByRole('link', { name: '去处理' }).click()
  await page.getByText('已送达，有照片没收下').waitFor()
  await page.getByRole('heading', { name: '我办的' }).waitFor()
  await page.getByRole('link', { name: '去补拍' }).waitFor()
  // the report is the county's now: only the photo can be given up
  expect(await page.getByRole('button', { name: '放弃', exact: true }).count()).toBe(0)
  await keep('settle-photo-refused')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await page.getByRole('button', { name: '去掉第 3 张' }).click()
  await dialog(page).getByRole('button', { name: '去掉第 3 张' }).click()
  await expect.poll(async () => (await walk.look('squad1', id)).photosAwaited, inTime).toBe(0)
  await page.locator('.outbox-entry').getByText('已送达').waitFor(inTime)
  await page.goto(`${stage.county.address}/hazards/${id}`)
  await page.locator('.gallery').waitFor()
  expect(await page.getByText('尚在手机上').count()).toBe(0)
  await page.getByText('去掉一张送不到的照片，不再等它').first().waitFor()
  await keep('hazard-photo-given-up')
})
