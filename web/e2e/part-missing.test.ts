import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './acting.ts'
import { desk, type Reader } from './browser.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage({ appKept: true })
})
afterAll(() => stage?.close())

/** A device that kept nothing of the app yet, on a line where this file never comes. */
const without = async (file: RegExp): Promise<Reader> => {
  const reader = await stage.enter('reporter', { device: { ...desk, serviceWorkers: 'block' } })
  const { page } = reader
  await page.context().route(file, (route) => route.abort())
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  return reader
}

test('where the sheet with the way out does not come, a tap on the menu says so, and a fresh page has it', async () => {
  const { page, keep } = await without(/my-menu-sheet-[^/]*\.js/)
  await page.locator('button.my-menu').click()
  const line = page.getByRole('alert').filter({ hasText: '这一部分没有取到' })
  await line.waitFor()
  await keep('part-missing')
  await page.context().unrouteAll()
  await line.getByRole('button', { name: '刷新页面' }).click()
  await line.waitFor({ state: 'hidden' })
  await page.locator('button.my-menu').click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
})

test('a word in passing is said also where what usually shows it did not come', async () => {
  const { page } = await without(/toasts-[^/]*\.js/)
  await page.locator('button.my-menu').click()
  await page.getByRole('button', { name: '意见反馈' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('按钮太小')
  await page.getByRole('dialog').getByRole('button', { name: '发送' }).click()
  const line = page.locator('.plain-line[role=status]')
  await line.waitFor()
  expect(await line.innerText()).toContain('意见已收到')
  await line.waitFor({ state: 'hidden' })
})
