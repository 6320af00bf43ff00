import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirm, dialog, openStage, pick, reasonAt, type Stage, take } from './acting.ts'
import { phone, type Reader } from './browser.ts'
import { roadPhotos } from './road-photos.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const enter = (account: string, path: string, device = {}): Promise<Reader> => stage.enter(account, { device, path })

test('three photos carry one hazard through all four stages, past a refusal at each, and it is reopened when it comes back', async () => {
  const [lead, scene, cured] = await roadPhotos(3)
  if (!lead || !scene || !cured) throw new Error('there are no photos to carry')

  // 一支队伍: a light reporter's lead waits for a team; a road chief cannot send one
  const reporter = await enter('reporter', '/capture', phone)
  await reporter.page.locator('input[type=file]').first().setInputFiles(lead)
  await reporter.page.getByRole('button', { name: '支路缺减速带' }).click()
  await reporter.page.getByText('义宁镇').first().waitFor()
  await reporter.keep('1-reporter-captures')
  await reporter.page.getByRole('button', { name: '保存', exact: true }).click()
  await reporter.page.getByRole('link', { name: '打开这一处' }).click()
  await reporter.page.waitForURL('**/hazards/*')
  const { pathname } = new URL(reporter.page.url())

  const chief = await enter('chief1', pathname, phone)
  await chief.page.getByText('一支队伍').first().waitFor()
  expect(await reasonAt(chief.page, '派出队伍')).toContain('这一步不由您办理')

  // 一台相机: the squad sends itself and photographs; registering before the scene is complete is refused
  const squad = await enter('squad1', pathname)
  await take(squad.page, '派出队伍')
  await confirm(squad.page, '派出')
  await take(squad.page, '去拍照')
  await pick(squad.page, scene)
  await squad.keep('2-squad-photographs')
  await confirm(squad.page, '补上照片')
  await squad.page.getByText('现场照片已补上').waitFor()
  expect(await reasonAt(squad.page, '登记入册')).toContain('现场尚未确认拍全')
  await take(squad.page, '确认拍全')
  await confirm(squad.page, '确认')

  // 一本簿册: number, severity, owner; another township's chief does not even learn that it is there
  await take(squad.page, '登记入册')
  await dialog(squad.page).getByRole('radio', { name: /一般/ }).check({ force: true })
  await dialog(squad.page).getByLabel('隐患说明').fill('支路接入无减速带，摩托车直冲主路')
  await squad.keep('3-squad-registers')
  await confirm(squad.page, '登记入册')
  const number = `修${new Date().getFullYear()}-0001`
  await squad.page.getByText(number).first().waitFor()
  expect(await reasonAt(squad.page, '接收任务')).toContain('由别的单位负责')

  const stranger = await enter('chief2', pathname)
  await stranger.page.getByText('没有这一项').first().waitFor()
  await stranger.keep('4-another-township-sees-nothing')

  await chief.page.reload()
  await take(chief.page, '接收任务')
  await chief.page.getByText('任务已接收').waitFor()
  const submit = async (): Promise<void> => {
    await take(chief.page, '拍照提交')
    await pick(chief.page, cured)
    await chief.keep('5-chief-submits')
    await confirm(chief.page, '提交')
  }
  await submit()
  expect(await reasonAt(chief.page, '验收通过')).toContain('这一步不由您办理')

  // 一次清零: returned once with a reason, then verified by somebody else
  await squad.page.reload()
  await take(squad.page, '退回重做')
  await dialog(squad.page).getByLabel('原因').fill('照片角度与整改前不同')
  await confirm(squad.page, '退回')
  await chief.page.reload()
  await chief.page.getByText('照片角度与整改前不同').first().waitFor()
  await chief.keep('6-chief-reads-why')
  await submit()
  await squad.page.reload()
  await take(squad.page, '去验收')
  await squad.keep('7-squad-verifies')
  await confirm(squad.page, '验收通过')
  await squad.page.getByText('已销号').first().waitFor()
  await squad.keep('8-cleared')
  await chief.page.reload()
  expect(await reasonAt(chief.page, '回头看合格')).toContain('这一步不由您办理')

  // 回头看: it is back, so it is open again under the same number
  await take(squad.page, '回头看不合格')
  await pick(squad.page, scene)
  await dialog(squad.page).getByLabel('原因').fill('减速带已脱落')
  await confirm(squad.page, '提交')
  await squad.page.getByText('已重新整改 1 次').waitFor()
  await squad.page.getByText('已退回', { exact: true }).first().waitFor()
  expect(await squad.page.getByText(number).first().isVisible()).toBe(true)
  await squad.keep('9-reopened')

  // and the map shows it beside the zone of whoever answers for it
  await chief.page.goto(`${stage.county.address}/map`)
  await chief.page.locator('[data-map=idle]').waitFor()
  await chief.keep('10-on-the-map')
})
