import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { jpeg, sha256Of } from '../../server/photos/test-pictures.ts'
import { testPassword } from '../../server/test-people.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import { openBrowser, phone, type Reader, signIn } from './browser.ts'
import { builtWeb, type CountyAtAddress, countyAtAddress } from './county-at-address.ts'
import { keptKeys } from './kept-keys.ts'
import { roadPhotos } from './road-photos.ts'

let web: string
let county: CountyAtAddress
let browser: Browser
let walk: Walk
const readers: Reader[] = []

beforeAll(async () => {
  // a copy, so that a new version can be laid out in it
  web = await mkdtemp(join(tmpdir(), 'luqing-built-'))
  await cp(builtWeb, web, { recursive: true })
  county = await countyAtAddress(web)
  browser = await openBrowser()
  walk = walkIn(county)
})
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser?.close()
  await county?.close()
  await rm(web, { recursive: true, force: true })
})

const enter = async (account: string): Promise<Reader> => {
  const reader = await signIn(browser, county.address, account, { device: phone })
  readers.push(reader)
  return reader
}

/** Everything that is fetched for later is here: the app, the field book, hazards whole, pictures. */
const settled = (page: Page, hazards: number, pictures: number) =>
  // once the page rests where it was sent after signing in
  until(page, async () => {
    const appAndPictures = await page.evaluate(async (wanted) => {
      const registration = await navigator.serviceWorker.getRegistration()
      if (!registration?.active || registration.installing) return false
      const shelf = await caches.open('luqing-photos-small')
      return (await shelf.keys()).length >= wanted
    }, pictures)
    const kept = await keptKeys(page)
    const whole = kept.filter((key) => /^\["hazard","[^"]+"\]$/.test(key))
    return appAndPictures && whole.length >= hazards && kept.includes('/api/field-book') && kept.includes('["mine"]')
  })

/** A page that is just being left answers nothing. */
const until = async (page: Page, holds: () => Promise<boolean>): Promise<void> => {
  await expect.poll(() => holds().catch(() => false), { timeout: 60_000, interval: 250 }).toBe(true)
  expect(page.isClosed()).toBe(false)
}

const keptOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('luqing-photos'))
    const answers = await new Promise<string[]>((resolve) => {
      const asked = indexedDB.open('luqing-field')
      asked.onsuccess = () => {
        const values = asked.result.transaction('answers').objectStore('answers').getAll()
        values.onsuccess = () => {
          asked.result.close()
          resolve(values.result.map((value) => JSON.stringify(value)))
        }
      }
    })
    return { pictures: names.length, answers }
  })

const photoOf = async (account: string) => {
  const bytes = await jpeg()
  const sha256 = sha256Of(bytes)
  await (await walk.as(account)).put(`/api/photos/${sha256}`, bytes)
  return sha256
}

test('after one visit everything the field needs opens without a connection, and says how old it is', async () => {
  const hazard = await walk.registered()
  const { page, keep } = await enter('squad1')
  expect(await photoOf('squad1')).toBe(hazard.photoSha256)
  await settled(page, 1, 1)
  await page.goto(`${county.address}/map`)
  await page.locator('canvas.maplibregl-canvas').waitFor()
  await until(page, async () => (await keptKeys(page)).some((key) => key.startsWith('["map-hazards"')))

  await page.context().setOffline(true)
  await page.goto(`${county.address}/capture`)
  await page.getByRole('navigation').first().waitFor()
  await page.getByRole('main').getByRole('button').first().waitFor()
  await keep('offline-capture')
  await page.goto(`${county.address}/mine`)
  await page.getByText(/离线：显示的是 .*\d\d:\d\d 的数据/).waitFor()
  await keep('offline-mine')

  await page.goto(`${county.address}/hazards/${hazard.id}`)
  await page
    .getByText(hazard.registerNumber ?? 'no number')
    .first()
    .waitFor()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('img')].some(
      (img) => /\/api\/photos\/[0-9a-f]{64}/.test(img.src) && img.complete && img.naturalWidth > 0,
    ),
  )
  await keep('offline-hazard')

  await page.goto(`${county.address}/map`)
  await page.locator('canvas.maplibregl-canvas').waitFor()
  await page.getByText(/离线：显示的是/).waitFor()
  await page.waitForTimeout(1_500)
  expect(await page.getByRole('alert').count()).toBe(0)
  await keep('offline-map')

  await page.goto(`${county.address}/me`)
  await page.getByText('资料更新于').waitFor()
  await keep('offline-me')
  await page.goto(`${county.address}/mine`)
  await page.locator('.offline-line').waitFor()
  await page.context().setOffline(false)
  await page.locator('.offline-line').waitFor({ state: 'detached' })
})

test('whoever signs out leaves nothing that the server said, and the next person finds nothing', async () => {
  const { page } = await enter('squad1')
  await settled(page, 1, 1)
  const before = await keptOnDevice(page)
  expect(before.pictures).toBeGreaterThan(0)
  expect(before.answers.some((answer) => answer.includes('义宁镇'))).toBe(true)
  // the key to what waits here is never kept in the clear
  expect(before.answers.some((answer) => /"shelfKey":"[^"]/.test(answer))).toBe(false)

  // the session ends at the server alone, as when it is taken back from another device
  await page.context().clearCookies()
  await page.goto(county.address)
  await page.getByLabel('密码', { exact: true }).waitFor()
  const account = page.getByLabel('账号')
  if (await account.isEditable()) await account.fill('squad2')
  await page.context().request.post(`${county.address}/api/session`, {
    data: { account: 'squad2', password: testPassword },
    headers: { Origin: county.address },
  })
  await page.goto(`${county.address}/mine`)
  await page.getByRole('navigation').first().waitFor()
  await expect.poll(async () => (await keptOnDevice(page)).answers.some((each) => each.includes('樊队员'))).toBe(true)
  const after = await keptOnDevice(page)
  expect(after.answers.some((answer) => answer.includes('余队员') || answer.includes('360424100201'))).toBe(false)
  expect(after.pictures).toBe(0)
  await page.context().setOffline(true)
  await page.goto(`${county.address}/hazards/${(await walk.registered()).id}`)
  await page.getByRole('alert').waitFor()
})

test('pictures seen leave the browser’s own cache at signing out, and the app still opens without a connection', async () => {
  const hazard = await walk.registered()
  const { page } = await enter('squad1')
  await settled(page, 1, 1)
  const { photoSha256 } = hazard
  // without the worker's shelf, and without asking the server
  const lies = () =>
    page.evaluate(async (sha256) => {
      await Promise.all(['luqing-photos-small', 'luqing-photos-large'].map((name) => caches.delete(name)))
      const how = { cache: 'only-if-cached', mode: 'same-origin' } as const
      const answer = await fetch(`/api/photos/${sha256}/small`, how).catch(() => null)
      return answer?.status === 200
    }, photoSha256)
  await page.evaluate(async (sha256) => (await fetch(`/api/photos/${sha256}/small`)).blob(), photoSha256)
  expect(await lies()).toBe(true)
  const tookMs = await page.evaluate(async () => {
    const beganMs = performance.now()
    await fetch('/api/session', { method: 'DELETE' })
    return performance.now() - beganMs
  })
  expect(tookMs).toBeLessThan(3_000)
  expect(await lies()).toBe(false)
  const files = await page.evaluate(async () => (await (await caches.open('luqing-shell')).keys()).length)
  expect(files).toBeGreaterThan(10)
  await page.context().setOffline(true)
  await page.goto(`${county.address}/mine`)
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await page.locator('#app *').first().waitFor()
})

test('a session that the server has ended is not opened without a connection', async () => {
  await walk.registered()
  const { page } = await enter('squad1')
  await settled(page, 1, 1)
  await page.context().clearCookies()
  await page.goto(county.address)
  await page.getByLabel('密码', { exact: true }).waitFor()
  await expect
    .poll(async () => (await keptOnDevice(page)).answers.some((answer) => answer.includes('sessionEndsAt')))
    .toBe(false)
  // whoever ends the session of a lost phone takes back with it what lies there
  await expect.poll(() => keptOnDevice(page)).toEqual({ pictures: 0, answers: [] })
  await page.context().setOffline(true)
  await page.goto(`${county.address}/mine`)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
})

/** The same app with another page: what a release looks like to a browser. */
const release = async (mark: string): Promise<void> => {
  const index = await readFile(join(web, 'index.html'), 'utf8')
  await writeFile(join(web, 'index.html'), index.replace('<title>路清', `<title>路清 ${mark}`))
  for (const packed of ['index.html.br', 'index.html.gz', 'sw.js.br', 'sw.js.gz'])
    await rm(join(web, packed), { force: true })
  const worker = await readFile(join(web, 'sw.js'), 'utf8')
  const changed = worker.replace(/(index\.html\\",\\"revision\\":\\")[0-9a-f]+/, `$1${mark}`)
  expect(changed).not.toBe(worker)
  await writeFile(join(web, 'sw.js'), changed)
}

/** The worker that waits is asked for first: each request answered by the one in use keeps that at work, and in place. */
const opensWith = (page: Page, mark: string): Promise<boolean> =>
  page.evaluate(async (title) => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.waiting === null && (await (await fetch('/index.html')).text()).includes(title)
  }, `<title>路清 ${mark}`)

test('a new version waits, says so, and takes over when the reader says so or at the next cold start', async () => {
  await walk.registered()
  const { page, keep } = await enter('squad1')
  await settled(page, 1, 1)
  await page.goto(`${county.address}/mine`)
  await page.getByRole('navigation').first().waitFor()
  await release('2')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await page.getByText('新版本已就绪').waitFor()
  // meanwhile the page stays the one it was, whole, even without a connection
  await page.context().setOffline(true)
  await page.goto(`${county.address}/map`)
  await page.locator('canvas.maplibregl-canvas').waitFor()
  await page.context().setOffline(false)
  expect(await page.evaluate(async () => (await fetch('/index.html')).text())).not.toContain('路清 2')
  // a photo that is taken and not yet saved is not thrown away for it: the door is shut, and says why
  const [photo] = await roadPhotos(1)
  if (!photo) throw new Error('no photo')
  await page.goto(`${county.address}/capture`)
  await page.locator('input[type=file]').first().setInputFiles(photo)
  await page.getByText('正在填写或上传，完成后再换').waitFor()
  await keep('new-version-waits-for-photos')
  expect(await page.getByRole('button', { name: '换用新版本' }).count()).toBe(0)
  const born = await page.evaluate(() => performance.timeOrigin)
  await page.waitForTimeout(2_000)
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(born)
  expect(await page.evaluate(async () => (await fetch('/index.html')).text())).not.toContain('路清 2')
  await page.getByRole('list', { name: '照片' }).getByRole('button').first().click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('button', { name: '换用新版本' }).click()
  await until(page, () => opensWith(page, '2'))
  await page.getByRole('navigation').first().waitFor()

  await release('3')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await page.getByText('新版本已就绪').waitFor()
  // a page of the one in use that starts now tidies up after it, and leaves alone what waits
  await page.reload()
  await page.getByText('新版本已就绪').waitFor()
  const context = page.context()
  await page.close()
  // a browser takes a moment to close what it has closed
  const next = await context.newPage()
  await next.waitForTimeout(1_500)
  await context.setOffline(true)
  await next.goto(`${county.address}/mine`)
  await next.getByRole('navigation').first().waitFor()
  await until(next, () => opensWith(next, '3'))
})
