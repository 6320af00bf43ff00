import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisterPage } from '../../server/register/wire.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { confirm, dialog, openStage, type Stage, take } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'
import { withCamera } from './browser.ts'
import { button, inTheField, inTime, readyToShoot, shutter } from './capture-page.ts'

let stage: Stage
let walk: Walk

beforeAll(async () => {
  stage = await openStage({ appKept: true, ...withCamera })
  walk = walkIn(stage.county)
})
afterAll(() => stage?.close())

/** Taps the map so many pixels beside its middle, once it is drawn. */
const tapMap = async (page: Page, beside: { x: number; y: number }): Promise<void> => {
  const map = page.locator('.extent-map .pin-map')
  await map.and(page.locator('[data-map="idle"]')).waitFor(inTime)
  await map.scrollIntoViewIfNeeded()
  const box = await map.boundingBox()
  if (box === null) throw new Error('the map is not to be seen')
  const [x, y] = [box.x + box.width / 2 + beside.x, box.y + box.height / 2 + beside.y]
  // a map takes two quick taps for a wish to come nearer
  await page.waitForTimeout(450)
  await page.touchscreen.tap(x, y)
}

test('with no signal a squad taps a stretch of road; saved and sent, the hazard’s page shows it', async () => {
  const { page, keep } = await inTheField(stage, 0)
  await readyToShoot(page)
  await shutter(page).tap()
  await button(page, '支路缺减速带').tap()
  await button(page, '一段路').tap()
  await page.getByText('现在保存只记一个点').waitFor()
  await page.locator('.extent-map .pin-map[data-map="idle"]').waitFor({ timeout: 90_000 })
  await page.context().setOffline(true)
  await tapMap(page, { x: -70, y: 8 })
  await page.getByText('已点起点，再点终点').waitFor()
  await tapMap(page, { x: 60, y: -6 })
  const found = page.locator('.extent-found strong')
  await expect.poll(() => found.innerText(), inTime).toMatch(/^X001 K4\+\d{3}—K[45]\+\d{3} 右侧 \d{3} m$/)
  await button(page, '左侧').tap()
  await expect.poll(() => found.innerText(), inTime).toContain('左侧')
  const said = await found.innerText()
  await found.scrollIntoViewIfNeeded()
  await keep('extent-1-drawn')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await button(page, '保存').tap()
  await page.getByText('已存在本机').waitFor(inTime)
  await page.context().setOffline(false)
  const sent = async () => RegisterPage.parse((await (await walk.as('squad1')).get('/api/hazards')).body).hazards[0]
  await expect.poll(async () => (await sent())?.extent, inTime).toMatchObject({ kind: 'stretch', side: 'left' })
  const id = (await sent())?.id ?? ''
  await page.goto(`${stage.county.address}/hazards/${id}`)
  await page.locator('.extent-facts-measure').getByText(said, { exact: true }).waitFor(inTime)
  await page.locator('.place-map[data-map="idle"]').waitFor(inTime)
  await page.locator('.extent-facts-measure').scrollIntoViewIfNeeded()
  await keep('extent-2-on-its-page')
})

test('registering by keyboard alone: an outline by its corners, then a route and two stakes instead', async () => {
  const reported = await walk.report('squad1')
  const { page, keep } = await stage.enter('reviewer', { path: `/hazards/${reported.id}` })
  await take(page, '登记入册')
  await dialog(page).getByRole('button', { name: '片区', exact: true }).click()
  await dialog(page).locator('summary', { hasText: '填坐标或方框' }).click()
  const corners = ['114.5995, 29.06', '114.6005, 29.06', '114.6005, 29.061', '114.5995, 29.061']
  await dialog(page).getByLabel('角点，每行一个：经度, 纬度').fill(corners.join('\n'))
  await dialog(page).getByRole('button', { name: '用这些角点' }).click()
  await dialog(page).locator('.extent-parts').getByText('无人负责').waitFor(inTime)
  await dialog(page).getByRole('button', { name: '一段路', exact: true }).click()
  await dialog(page).locator('summary', { hasText: '填路线和桩号' }).click()
  await dialog(page).getByLabel('路线', { exact: true }).fill('X001')
  await dialog(page).getByLabel('起点桩号').fill('K1+200')
  await dialog(page).getByLabel('终点桩号').fill('K99+0')
  await page.keyboard.press('Enter')
  await dialog(page).getByText('桩号超出这条路的终点').or(dialog(page).getByText('超过 30 公里')).waitFor(inTime)
  await dialog(page).getByLabel('终点桩号').fill('K1+750')
  await page.keyboard.press('Enter')
  await dialog(page).locator('.extent-found').getByText('X001 K1+200—K1+750 右侧 550 m').waitFor(inTime)
  await keep('extent-3-registering')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await dialog(page).getByText('一般', { exact: true }).first().click()
  await confirm(page, '登记入册')
  await page.getByText('X001 K1+200—K1+750 右侧 550 m').first().waitFor(inTime)
  expect((await walk.look('reviewer', reported.id)).extent).toMatchObject({ fromMetres: 1200, toMetres: 1750 })
})
