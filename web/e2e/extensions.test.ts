import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../server/domain/county-calendar.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { confirm, dialog, openStage, reasonAt, type Stage, take } from './acting.ts'
import { phone } from './browser.ts'

let stage: Stage
let walk: Walk

beforeAll(async () => {
  stage = await openStage()
  walk = walkIn(stage.county)
})
afterAll(() => stage?.close())

/** A road chief on the phone asks for so many days more; the hazard as it was before is given back. */
const ask = async (moreDays: number, because: string) => {
  const registered = await walk.registered()
  const hazard = await walk.step('chief1', registered, walk.onTask(registered, 'accept'))
  const dueOn = hazard.tasks[0]?.dueOn ?? ''
  const chief = await stage.enter('chief1', { device: phone, path: `/hazards/${hazard.id}` })
  await take(chief.page, '申请延期')
  await dialog(chief.page).getByLabel('延期到').fill(addDays(dueOn, moreDays))
  await dialog(chief.page).getByLabel('原因').fill(because)
  await chief.keep(`extension-asked-${moreDays}`)
  await dialog(chief.page).locator('button[type=submit]').click()
  await dialog(chief.page).waitFor({ state: 'hidden' })
  expect(await reasonAt(chief.page, '申请延期')).toContain('已有延期申请待县级答复')
  return { hazard, dueOn, chief, path: `/hazards/${hazard.id}` }
}

test('more time is granted by the county, perhaps until an earlier day; the first deadline stays in the record', async () => {
  const { hazard, dueOn, path, chief } = await ask(10, '护栏要定制，到货需两周')
  const reviewer = await stage.enter('reviewer', { path })
  await take(reviewer.page, '同意延期')
  await dialog(reviewer.page).getByText('护栏要定制').waitFor()
  await dialog(reviewer.page).getByLabel('同意延期到').fill(addDays(dueOn, 7))
  await reviewer.keep('extension-granted')
  await confirm(reviewer.page, '同意延期')
  const [task] = (await walk.look('reviewer', hazard.id)).tasks
  expect([task?.firstDueOn, task?.dueOn]).toEqual([dueOn, addDays(dueOn, 7)])
  await chief.page.reload()
  await chief.page.getByText('护栏要定制').first().waitFor()
  await chief.keep('extension-granted-as-the-chief-reads-it')
})

test('more time is refused with a reason, and the deadline stands', async () => {
  const { hazard, dueOn, path } = await ask(40, '等明年预算')
  const reviewer = await stage.enter('reviewer', { path })
  await take(reviewer.page, '不同意延期')
  await dialog(reviewer.page).getByLabel('原因').fill('可先装减速带，不影响按期完成')
  await confirm(reviewer.page, '不同意')
  await reviewer.page.getByText('可先装减速带').first().waitFor()
  await reviewer.keep('extension-refused')
  const [task] = (await walk.look('reviewer', hazard.id)).tasks
  expect([task?.firstDueOn, task?.dueOn]).toEqual([dueOn, dueOn])
})
