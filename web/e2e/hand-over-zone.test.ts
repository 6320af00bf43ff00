import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkIn } from '../../server/test-walk.ts'
import { openStage, type Stage } from './acting.ts'
import { phone } from './browser.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('the county hands a zone over after a look at what goes along and what stays; the new chief finds it', async () => {
  const walk = walkIn(stage.county)
  const [going, staying] = [await walk.registered(), await walk.submitted()]
  const { page, keep } = await stage.enter('reviewer', { path: '/zones/zone-360424100' })
  await page.getByRole('button', { name: '交接', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '接任', exact: true }).click()
  await page.getByRole('option', { name: /匡镇长/ }).click()
  await dialog.getByText('随交接改派 1 项').waitFor()
  await dialog.getByText(going.registerNumber ?? '').waitFor()
  await dialog.getByText('待验收：留在做整改的人名下').waitFor()
  await keep('hand-over-1-dry-run')
  await dialog.getByLabel('说明').fill('陈镇长调离')
  await dialog.getByRole('button', { name: '交接 1 项' }).click()
  await page.getByText('已交接，改派 1 项任务').first().waitFor()
  await page.locator('.zone-post', { hasText: '匡镇长' }).getByText('现任').waitFor()
  await page.locator('.zone-post', { hasText: '陈镇长' }).getByText('已卸任').waitFor()
  await keep('hand-over-2-done')

  const chief = await stage.enter('chief2', { device: phone, path: '/mine' })
  await chief.page
    .getByText(going.registerNumber ?? '')
    .first()
    .waitFor()
  await chief.page.goto(`${stage.county.address}/zones/zone-360424100`)
  await chief.page.getByText('匡镇长').first().waitFor()
  expect(await chief.page.getByRole('button', { name: '任命路长' }).count()).toBe(0)
  await chief.keep('hand-over-3-new-chief')
  expect((await walk.look('reviewer', staying.id)).tasks[0]?.unit?.id).toBe('unit-town1')
})

test('whoever appoints a chief chooses among the levels that fit the zone, and is warned of a unit from elsewhere', async () => {
  const { page, keep } = await stage.enter('reviewer', { path: '/zones/zone-360424100201' })
  await page.getByRole('button', { name: '任命路长' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('级别').locator('option').allTextContents()).toEqual(['乡级路长', '村级路长'])
  expect(await dialog.getByLabel('级别').inputValue()).toBe('village')
  const choose = async (name: RegExp): Promise<void> => {
    await dialog.getByRole('combobox', { name: '人员', exact: true }).click()
    await page.getByRole('option', { name }).click()
  }
  await choose(/匡镇长/)
  await dialog.getByText('匡镇长的单位“渣津镇政府”不在城北村所在的乡镇').waitFor()
  await keep('appoint-1-from-elsewhere')
  await choose(/陈镇长/)
  await dialog.getByText('不在城北村所在的乡镇').waitFor({ state: 'detached' })
  await choose(/匡镇长/)
  await dialog.getByRole('button', { name: '任命路长' }).click()
  await page.locator('.zone-post', { hasText: '匡镇长' }).getByText('村级路长').waitFor()
})
