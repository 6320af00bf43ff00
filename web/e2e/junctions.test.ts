import { afterAll, beforeAll, expect, test } from 'vitest'
import { HazardWhole } from '../../server/hazards/answers.ts'
import { drawRoads, sideRoads } from '../../server/junctions/test-roads.ts'
import { JunctionPage } from '../../server/junctions/wire.ts'
import { openStage, type Stage } from './acting.ts'
import { phone, type Reader } from './browser.ts'
import { reportFromAlbum } from './capture-page.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  await drawRoads(stage.county, sideRoads())
})
afterAll(() => stage?.close())

const inRegister = async () =>
  JunctionPage.parse((await (await stage.county.as('leader')).get('/api/junctions')).body).junctions

test('the county finds its junctions, a squad looks at one with a tap, the coverage counts it and opens it', async () => {
  const { page, keep } = await stage.enter('reviewer', { path: '/junctions' })
  await page.getByRole('heading', { name: '还没有路口' }).waitFor()
  await page.getByRole('button', { name: '从道路查找' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('合并为 4 处路口').waitFor()
  expect(await inRegister()).toEqual([])
  await keep('junctions-1-dry-run')
  await dialog.getByRole('button', { name: '采用' }).click()
  await page.getByText('已采用：新增 4 处').waitFor()
  await page.getByRole('link', { name: '义宁镇 X001×C101' }).waitFor()

  const squad = await stage.enter('squad1', { device: phone, path: '/junctions' })
  await squad.page.getByRole('link', { name: '义宁镇 X001×C101' }).click()
  await squad.page.getByText('还没有人排查过这里。').waitFor()
  await squad.page.getByRole('button', { name: '看过，未发现隐患' }).click()
  await squad.page.getByText('已登记：未发现隐患').first().waitFor()
  await squad.page.getByText('一中队 · 余队员').waitFor()
  await squad.keep('junctions-2-inspected')

  await page.goto(`${stage.county.address}/junctions`)
  await page.locator('.figure', { hasText: '排查过' }).getByText('1 / 4').first().waitFor()
  await page.getByRole('link', { name: /^排查过 / }).click()
  await page.getByText('共 1 处').waitFor()
  const rows = page.locator('a[data-row-link]')
  expect(await rows.count()).toBe(1)
  expect(await rows.innerText()).toContain('义宁镇 X001×C101')
  await keep('junctions-3-coverage')
})

/** Where the server has it, and how it was placed. */
const report = async ({ page }: Reader) => {
  const id = await reportFromAlbum(stage, page)
  return HazardWhole.parse((await (await stage.county.as('squad1')).get(`/api/hazards/${id}`)).body)
}

test('a hazard found at a junction is noted and leads to the camera, which stands on the junction for that one report', async () => {
  const [, , third] = await inRegister()
  if (!third) throw new Error('the junctions were not found')
  const squad = await stage.enter('squad1', { device: phone, path: `/junctions/${third.id}` })
  await squad.page.getByRole('button', { name: '发现隐患，去拍照' }).click()
  await squad.page.waitForURL(/\/capture\?at=/)
  expect(squad.page.url()).toContain(`${third.longitude.toFixed(6)},${third.latitude.toFixed(6)}`)
  const there = await report(squad)
  expect(there.position?.source).toBe('pin')
  expect([there.longitude, there.latitude]).toEqual([third.longitude.toFixed(6), third.latitude.toFixed(6)].map(Number))

  // the next one is wherever the phone is by then, also on the way back to the page and with the camera opened anew
  expect(squad.page.url()).not.toContain('at=')
  await squad.page.goBack()
  await squad.page.getByRole('heading', { name: third.name }).waitFor()
  await squad.page.goForward()
  const elsewhere = await report(squad)
  expect(elsewhere.id).not.toBe(there.id)
  expect(elsewhere.position?.source).toBe('device')
  await squad.page.goto(`${stage.county.address}/junctions/${third.id}`)
  await squad.page.getByText('发现隐患', { exact: true }).waitFor()
})

test('who may not inspect is told why instead of being shown a button', async () => {
  const [first] = await inRegister()
  const leader = await stage.enter('leader', { path: `/junctions/${first?.id}` })
  await leader.page.getByText('由中队和县级审核员登记排查。').waitFor()
  expect(await leader.page.getByRole('button', { name: '看过，未发现隐患' }).count()).toBe(0)
})
