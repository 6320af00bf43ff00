import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisterPage } from '../../server/register/wire.ts'
import { openStage, type Stage } from './acting.ts'
import { save } from './field-captures.ts'
import { signInHere } from './field-phone.ts'
import { roadPhotos } from './road-photos.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('a session ended from elsewhere leaves no draft in a page that opens; signed in again in another tab, what is kept there still goes up', async () => {
  const { page } = await stage.enter('squad1', { path: '/capture' })
  const album = page.locator('input[type=file][multiple]')
  await album.waitFor({ state: 'attached' })
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
  await album.waitFor({ state: 'attached' })
  await album.setInputFiles(await roadPhotos(1))
  await page.locator('.shots-row li').first().waitFor()
  await save(page)
  const code = await page.locator('.saved-note .code').innerText()
  const squad = await stage.county.as('squad1')
  const there = async () =>
    RegisterPage.parse((await squad.get('/api/hazards?limit=100')).body).hazards.some((one) => one.shortCode === code)
  await expect.poll(there, { timeout: 40_000 }).toBe(true)
})
