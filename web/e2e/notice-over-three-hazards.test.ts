import { afterAll, beforeAll, expect, test } from 'vitest'
import { NoticePage, NoticeWhole } from '../../server/notices/answers.ts'
import { walkIn } from '../../server/test-walk.ts'
import { confirm, dialog, openStage, type Stage } from './acting.ts'
import { phone } from './browser.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('three hazards ticked in the register become one notice; the township signs it on the phone and replies', async () => {
  const walk = walkIn(stage.county)
  const hazards = [await walk.registered(), await walk.registered(), await walk.registered()]

  const reviewer = await stage.enter('reviewer', { path: '/register' })
  for (const { registerNumber } of hazards) await reviewer.page.getByLabel(`选择 ${registerNumber}`).check()
  await reviewer.keep('notice-1-chosen-in-the-register')
  await reviewer.page.getByRole('link', { name: '拟制文书' }).click()
  await reviewer.page.getByText('修公交隐改').first().waitFor()
  for (const { registerNumber } of hazards)
    expect(
      await reviewer.page
        .locator('.letter')
        .getByText(registerNumber ?? '')
        .count(),
    ).toBe(1)
  await reviewer.keep('notice-2-written')
  await reviewer.page.getByRole('button', { name: '签发并编号' }).click()
  await reviewer.page.getByRole('heading', { name: /修公交隐改〔\d{4}〕001号/ }).waitFor()
  await reviewer.page.getByText('未签收').first().waitFor()

  const address = new URL(reviewer.page.url()).pathname

  const stranger = await stage.enter('chief2', { path: address })
  await stranger.page.getByText('没有这一项').first().waitFor()
  const chief = await stage.enter('chief1', { device: phone, path: '/notices' })
  await chief.page.getByText('待签收').waitFor()
  await chief.page.getByText('道路交通安全隐患整改通知书').first().click()
  await chief.page.getByRole('button', { name: '手写签名签收' }).click()
  await dialog(chief.page).getByText('请先签名。').waitFor()
  const field = dialog(chief.page).getByRole('img', { name: '签名框' })
  const box = await field.boundingBox()
  if (!box) throw new Error('there is no frame to sign in')
  await chief.page.mouse.move(box.x + 20, box.y + 30)
  await chief.page.mouse.down()
  for (let at = 0; at < 20; at++) await chief.page.mouse.move(box.x + 20 + at * 8, box.y + 30 + (at % 7) * 6)
  await chief.page.mouse.up()
  await chief.keep('notice-3-drawn-on-the-phone')
  await confirm(chief.page, '签收')
  await chief.page.getByText('已签收').first().waitFor()
  await chief.page.getByRole('button', { name: '回复', exact: true }).click()
  await dialog(chief.page).getByLabel('回复内容').fill('已安排养护站施工')
  await confirm(chief.page, '发送')
  await chief.page.getByText('已安排养护站施工').waitFor()
  await chief.keep('notice-4-signed-and-replied')

  await reviewer.page.reload()
  await reviewer.page.getByText('已安排养护站施工').waitFor()
  await reviewer.keep('notice-5-reply-read')
  const client = await walk.as('reviewer')
  for (const form of ['docx', 'pdf']) {
    const file = await reviewer.page.request.get(`${stage.county.address}/api${address}/document.${form}`)
    expect([form, file.status(), (await file.body()).length > 20_000]).toEqual([form, 200, true])
  }
  const page = NoticePage.parse((await client.get('/api/notices')).body)
  expect(page.notices).toHaveLength(1)
  const notice = NoticeWhole.parse((await client.get(`/api/notices/${page.notices[0]?.id}`)).body)
  expect(notice.receipts).toMatchObject([{ unit: { id: 'unit-town1' }, way: 'drawn', signer: '陈镇长' }])
  expect(notice.receipts[0]?.strokes?.[0]?.length).toBeGreaterThan(10)
  expect(notice.replyList).toMatchObject([{ words: '已安排养护站施工' }])
  for (const { id } of hazards)
    expect((await walk.look('reviewer', id)).tasks).toMatchObject([{ state: 'accepted', person: { id: 'chief1' } }])
})
