import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './acting.ts'
import { phone } from './browser.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage({ appKept: true, whole: true })
})
afterAll(() => stage?.close())

const patient = { timeout: 40_000 }

/** One tap is enough, also where the sheet of the menu is still on its way; a busy machine is waited for. */
const leave = async (page: Page): Promise<void> => {
  const out = page.getByRole('button', { name: '退出登录' })
  // a finger's tap: where the title bar is drawn anew beneath it, a mouse's click would be nobody's
  await page.locator('button.my-menu').first().tap()
  await out.waitFor(patient)
  await out.tap()
}
const everyAnswer = '**/api/**'
/** The signal goes: a request that is made while a page opens may slip past the browser's own switch. */
const lose = async (page: Page): Promise<void> => {
  await page.context().route(everyAnswer, (route) => route.abort('internetdisconnected'))
  await page.context().setOffline(true)
}
/** How many keys and answers of anybody lie on this device. */
const leftOn = (page: Page) =>
  page.evaluate(async () => {
    const count = (database: string, store: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(database)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction(store).objectStore(store).count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      })
    return { keys: await count('luqing-outbox', 'keys'), answers: await count('luqing-field', 'answers') }
  })
/** Whether the session whose cookie this browser holds still opens the county's doors. */
const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await fetch(`${stage.county.address}/api/session`, { headers: { Cookie: cookie } })).ok

test('signing out without a signal leaves the device at once, and ends the session at the server once it can be told', async () => {
  const { page, keep } = await stage.enter('squad1', { device: phone, path: '/mine' })
  // everything of the app is on the device before the signal goes; waitForFunction would take the promise for a yes
  const standing = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? 'none')
  await expect.poll(standing, patient).toBe('activated')
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  await expect.poll(async () => (await leftOn(page)).keys, patient).toBe(1)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await isSignedIn(cookie)).toBe(true)

  await lose(page)
  await leave(page)
  await page.getByRole('heading', { name: '本机已退出登录' }).waitFor(patient)
  await page.getByText('服务器上的这次登录还没有结束').waitFor()
  await keep('signed-out-offline')
  expect(await leftOn(page)).toEqual({ keys: 0, answers: 0 })
  expect(await isSignedIn(cookie)).toBe(true)
  // whatever address is tried, nothing of who has left opens, and the page still says how things stand
  for (const path of ['/mine', '/capture', '/']) {
    await page.goto(`${stage.county.address}${path}`)
    await page.getByRole('heading', { name: '本机已退出登录' }).waitFor(patient)
    expect(await page.getByRole('navigation').count()).toBe(0)
  }
  expect(await leftOn(page)).toEqual({ keys: 0, answers: 0 })
  expect(await isSignedIn(cookie)).toBe(true)

  await page.context().unroute(everyAnswer)
  await page.context().setOffline(false)
  await page.getByLabel('密码', { exact: true }).waitFor(patient)
  expect(await isSignedIn(cookie)).toBe(false)
})

test('where the server stays silent nobody waits for it at the door; another tab is left with this one', async () => {
  const { page } = await stage.enter('squad2', { device: phone, path: '/mine' })
  const other = await page.context().newPage()
  await other.goto(`${stage.county.address}/mine`)
  await other.getByRole('navigation').first().waitFor()
  await page.context().route('**/api/session', async (route) => {
    // a farewell is taken, and never answered
    if (route.request().method() !== 'DELETE') await route.continue()
  })
  await leave(page)
  await page.getByRole('heading', { name: '本机已退出登录' }).waitFor(patient)
  await other.getByRole('heading', { name: '本机已退出登录' }).waitFor(patient)
  await page.context().unroute('**/api/session')
  await page
    .getByRole('button', { name: '现在试一次' })
    .or(page.getByLabel('密码', { exact: true }))
    .first()
    .waitFor()
  await page.getByLabel('密码', { exact: true }).waitFor(patient)
  await other.getByLabel('密码', { exact: true }).waitFor(patient)
})
