import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkIn } from '../../server/test-walk.ts'
import { confirm, openStage, pick, reasonAt, type Stage, take, taskOf } from './acting.ts'
import { phone } from './browser.ts'
import { roadPhotos } from './road-photos.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('a major hazard with two units is cleared by the county, and only when both have been verified', async () => {
  const [, cured, curedToo] = await roadPhotos(3)
  if (!cured || !curedToo) throw new Error('there are no photos')
  const hazard = await walkIn(stage.county).registered({
    ...{ severity: 'major', units: ['unit-town1', 'unit-roads'], measures: [], by: 'reviewer' },
  })
  const path = `/hazards/${hazard.id}`

  for (const [account, photo] of [
    ['chief1', cured],
    ['dept1', curedToo],
  ] as const) {
    const owner = await stage.enter(account, { device: phone, path })
    await take(owner.page, '接收任务')
    await owner.page.getByText('任务已接收').waitFor()
    await take(owner.page, '拍照提交')
    await pick(owner.page, photo)
    await confirm(owner.page, '提交')
    await owner.page.getByText('待验收').first().waitFor()
  }

  const squad = await stage.enter('squad1', { path })
  await squad.page.getByText('待验收').first().waitFor()
  expect(await reasonAt(squad.page, '验收通过')).toContain('较大、重大隐患由县级验收')

  const reviewer = await stage.enter('reviewer2', { path })
  for (const unit of ['义宁镇政府', '县公路事务中心']) {
    expect(await reviewer.page.getByText('已销号').count()).toBe(0)
    await take(taskOf(reviewer.page, unit), '验收通过')
    await reviewer.keep(`two-units-verify-${unit === '义宁镇政府' ? 1 : 2}`)
    await confirm(reviewer.page, '验收通过')
  }
  await reviewer.page.getByText('已销号').first().waitFor()
  await reviewer.keep('two-units-cleared')
})
