import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Walk } from '../../server/test-walk.ts'
import { builtWeb } from './county-at-address.ts'
import { type FieldCapture, photosEach } from './field-captures.ts'
import { signInHere } from './field-phone.ts'
import { keep, limit, nothingLost, soon, trial, valleys } from './field-valley.ts'

const valley = valleys()

/** The same app with another page and one file more: what a release looks like to a browser. */
const release = async (web: string, mark: string): Promise<void> => {
  const index = await readFile(join(web, 'index.html'), 'utf8')
  await writeFile(join(web, 'index.html'), index.replace('<title>路清', `<title>路清 ${mark}`))
  await writeFile(join(web, 'assets', `more-${mark}.js`), `export const mark = '${mark}'\n`)
  for (const packed of ['index.html.br', 'index.html.gz', 'sw.js.br', 'sw.js.gz'])
    await rm(join(web, packed), { force: true })
  const worker = await readFile(join(web, 'sw.js'), 'utf8')
  const changed = worker
    .replace(/(index\.html\\",\\"revision\\":\\")[0-9a-f]+/, `$1${mark}`)
    .replace('[{\\"url\\"', `[{\\"url\\":\\"/assets/more-${mark}.js\\",\\"revision\\":null},{\\"url\\"`)
  expect(changed).toContain(`more-${mark}.js`)
  expect(changed).toContain(`revision\\":\\"${mark}\\"`)
  await writeFile(join(web, 'sw.js'), changed)
}

trial(
  'a new version in the middle of a queue waits to be taken; after it the queue goes on and all arrives once',
  limit,
  async () => {
    const web = await mkdtemp(join(tmpdir(), 'luqing-built-'))
    try {
      await cp(builtWeb, web, { recursive: true })
      const { link, inTheField, photosThere, allThereOnce } = await valley(web)
      const { page } = await inTheField()
      link.sever(true)
      const made: FieldCapture[] = []
      await keep(page, made, 4)
      link.change({ bytesPerSecond: 60_000, roundTripMs: 40 })
      link.sever(false)
      await expect.poll(photosThere, soon).toBeGreaterThanOrEqual(2)
      await page.evaluate(() => document.body.setAttribute('data-former', ''))
      await release(web, '2')
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      await page.getByText('新版本已就绪').waitFor()
      // into a place without a signal, with half of it sent: only now, and only by the reader, the new one is taken
      link.sever(true)
      const sent = await photosThere()
      expect(sent).toBeLessThan(4 * photosEach)
      await page.waitForTimeout(1_000)
      expect(await page.locator('body[data-former]').count()).toBe(1)
      await page.getByRole('button', { name: '换用新版本' }).click()
      await page.locator('body:not([data-former]) .outbox-badge').first().waitFor()
      expect(await page.title()).toContain('路清 2')
      link.change({ bytesPerSecond: null, roundTripMs: 0 })
      link.sever(false)
      await allThereOnce(made)
    } finally {
      await rm(web, { recursive: true, force: true })
    }
  },
)

/** From another device of theirs: every other session is ended. */
const signOutElsewhere = async (walk: Walk, account: string): Promise<void> => {
  const desk = await walk.as(account)
  const { body } = await desk.get('/api/sessions')
  const sessions: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'sessions') : null
  if (!Array.isArray(sessions)) throw new Error('no sessions')
  for (const { id, current } of sessions) if (current === false) await desk.delete(`/api/sessions/${id}`)
}

trial(
  'signed out from elsewhere amid the queue: it asks, sends nothing of the first for another person, and goes on',
  limit,
  async () => {
    const { link, walk, inTheField, photosThere, hazardRows, allThereOnce } = await valley()
    const { page } = await inTheField()
    link.sever(true)
    const made: FieldCapture[] = []
    await keep(page, made, 4)
    link.change({ bytesPerSecond: 40_000, roundTripMs: 40 })
    link.sever(false)
    await expect.poll(photosThere, soon).toBeGreaterThanOrEqual(1)
    await signOutElsewhere(walk, 'squad1')
    const again = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
    await again.waitFor()
    expect(await photosThere()).toBeLessThan(4 * photosEach)
    const atRest = async (): Promise<number> => {
      await page.waitForTimeout(1_200)
      return photosThere()
    }
    const before = await atRest()
    expect(await atRest(), 'nothing is taken from nobody').toBe(before)
    // a colleague takes the phone, and the signal is at its best
    link.change({ bytesPerSecond: null, roundTripMs: 0 })
    await again.getByLabel('账号').fill('squad2')
    await again.getByLabel('密码', { exact: true }).fill('')
    // what was still on its way in the first one's name may knock once more, and is not let in
    const takenFromThem: string[] = []
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (response.request().method() !== 'GET' && /^\/api\/(hazards|photos)/.test(pathname) && response.ok())
        takenFromThem.push(pathname)
    })
    await page.evaluate(() => document.body.setAttribute('data-former', ''))
    await signInHere(page, 'squad2')
    await page.locator('body:not([data-former])').getByRole('navigation').first().waitFor()
    await page.goto(`${link.url}/outbox`)
    await page.getByText(/本机有他人 \d 条未发送，由本人登录后发送/).waitFor()
    expect(await atRest()).toBe(before)
    expect(takenFromThem).toEqual([])
    await page.context().clearCookies()
    await page.goto(`${link.url}/outbox`)
    await signInHere(page, 'squad1')
    await allThereOnce(made)
    const authors = new Set((await hazardRows()).map(({ reportedBy }) => reportedBy))
    expect(authors.size).toBe(1)
  },
)

trial('signed out from elsewhere amid the queue: signing in on top of the page is enough', limit, async () => {
  const { link, walk, inTheField, allThereOnce } = await valley()
  const { page } = await inTheField()
  link.sever(true)
  const made: FieldCapture[] = []
  await keep(page, made, 2)
  await signOutElsewhere(walk, 'squad1')
  await nothingLost(page)
  link.sever(false)
  const again = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
  await again.waitFor()
  await page.getByText('登录已失效，暂停发送').waitFor()
  expect(await page.locator('.outbox-entry').count()).toBe(2)
  await signInHere(page, 'squad1')
  await allThereOnce(made)
})

trial(
  'on a link that connects and never answers the capture page opens from the phone, and saving takes no longer',
  limit,
  async () => {
    const { link, inTheField, allThereOnce } = await valley()
    const { page } = await inTheField()
    const made: FieldCapture[] = []
    const timed = async (act: () => Promise<void>): Promise<number> => {
      const began = performance.now()
      await act()
      return performance.now() - began
    }
    const usual = await timed(() => keep(page, made, 1))
    await allThereOnce(made)
    link.change({ roundTripMs: 40_000 })
    const opening = await timed(async () => {
      await page.goto(`${link.url}/capture`)
      await page.locator('.capture-category').first().waitFor()
    })
    const saving = await timed(() => keep(page, made, 1, 1))
    console.log(
      `half-dead link: opened in ${Math.round(opening)} ms, saved in ${Math.round(saving)} (usually ${Math.round(usual)}) ms`,
    )
    expect(opening).toBeLessThan(4_000)
    expect(saving).toBeLessThan(usual + 1_500)
  },
)
