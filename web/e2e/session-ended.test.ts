import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './acting.ts'
import { reportFromAlbum } from './capture-page.ts'
import { signInHere } from './field-phone.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage({ appKept: true })
})
afterAll(() => stage?.close())

test('a session ended from elsewhere leaves no draft in a page that opens; signed in again in another tab, what is kept there still goes up', async () => {
  const { page } = await stage.enter('squad1', { path: '/capture' })
  await page.locator('input[type=file][multiple]').waitFor({ state: 'attached' })
  const other = await page.context().newPage()
  await other.goto(`${stage.county.address}/register`)
  await other.getByRole('navigation').first().waitFor()
  await other.evaluate(async () => {
    sessionStorage.setItem('luqing.draft.feedback.somebody', '{"words":"not for everybody"}')
    await fetch('/api/session', { method: 'DELETE' })
  })
  await other.reload()
  await other.getByLabel('账号').waitFor()
  const drafts = () =>
    other.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('luqing.draft.')).length)
  await expect.poll(drafts).toBe(0)

  // the first tab hears of it with the next thing it asks for, be that of its own accord
  await page.locator('a[href="/register"]').first().dispatchEvent('click')
  await page.getByText('登录已过期，请重新登录').waitFor()
  await signInHere(page, 'squad1')
  await page.locator('a[href="/capture"]').first().click()
  expect(await reportFromAlbum(stage, page)).not.toBe('')
})
