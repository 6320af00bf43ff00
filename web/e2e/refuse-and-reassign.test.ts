import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkIn } from '../../server/test-walk.ts'
import { choose, confirm, dialog, openStage, type Stage, take } from './acting.ts'
import { phone } from './browser.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('a township says "not mine" and names the owner; the county re-assigns in one step, and no mark stays on the refuser', async () => {
  const hazard = await walkIn(stage.county).registered()
  const path = `/hazards/${hazard.id}`

  const chief = await stage.enter('chief1', { device: phone, path })
  await take(chief.page, '不归我管')
  await choose(chief.page, '应由谁负责', '县公路事务中心')
  await dialog(chief.page).getByLabel('原因').fill('这是县道，由县公路事务中心管养')
  await chief.keep('refuse-1-chief-names-the-owner')
  await confirm(chief.page, '退回')
  await chief.page.getByText('不归本单位').first().waitFor()
  await chief.page.goto(`${stage.county.address}/mine`)
  await chief.page.getByRole('heading').first().waitFor()
  expect(await chief.page.getByText(hazard.registerNumber ?? '').count()).toBe(0)

  const reviewer = await stage.enter('reviewer', { path: '/mine' })
  await reviewer.page
    .getByText(hazard.registerNumber ?? '')
    .first()
    .waitFor()
  await reviewer.page.goto(`${stage.county.address}${path}`)
  await take(reviewer.page, '改派')
  await dialog(reviewer.page).getByText('对方认为应由县公路事务中心负责').waitFor()
  await reviewer.keep('refuse-2-county-reassigns')
  await confirm(reviewer.page, '确认')
  await reviewer.page.getByText('已改派').first().waitFor()

  const department = await stage.enter('dept1', { path })
  await take(department.page, '接收任务')
  await department.page.getByText('任务已接收').waitFor()
  await department.keep('refuse-3-owner-accepts')
  const now = await walkIn(stage.county).look('reviewer', hazard.id)
  expect(now.tasks.map(({ unit, state, refusedBecause }) => [unit?.id, state, refusedBecause])).toEqual([
    ['unit-roads', 'accepted', null],
  ])
})
