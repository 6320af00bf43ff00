import { readFile } from 'node:fs/promises'
import { unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { Me } from '../../server/people/wire.ts'
import { type Walk, walkIn } from '../../server/test-walk.ts'
import type { FieldReportFacts, WholeEntry } from '../outbox/entry.ts'
import { writeUnsent } from '../outbox/write-unsent.ts'
import { sha256Of } from '../photos/sha256.ts'
import { dialog, openStage, type Stage, take } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'
import { phone, type Reader } from './browser.ts'
import { roadPhotos } from './road-photos.ts'

let stage: Stage
let walk: Walk

beforeAll(async () => {
  stage = await openStage({ appKept: true })
  walk = walkIn(stage.county)
})
afterAll(() => stage?.close())

const patient = { timeout: 40_000 }
const badge = (page: Page) => page.locator('.outbox-badge')

/** The outbox page is fetched while there is a network, as the installed app has it from its first visit. */
const onHazard = async (hazardId: string): Promise<Reader> => {
  const chief = await stage.enter('chief1', { device: phone, path: '/outbox' })
  await chief.page.getByText('没有待发的内容').waitFor()
  await chief.page.goto(`${stage.county.address}/hazards/${hazardId}`)
  await chief.page.locator('.hazard-what').waitFor()
  return chief
}
const goOffline = async ({ page }: Reader): Promise<void> => {
  // the first visit is over: all of the app lies on the device
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.context().setOffline(true)
  await badge(page).getByText('离线').waitFor()
}
const submitWithPhoto = async ({ page }: Reader, remark: string): Promise<void> => {
  await take(page, '提交整改')
  const [photo] = await roadPhotos(1)
  if (!photo) throw new Error('no photo')
  await page.locator('input[type=file]').first().setInputFiles(photo)
  await dialog(page).getByText('在本机，随本步骤发送').waitFor()
  await dialog(page).locator('.measure-line input').first().fill('16')
  await dialog(page).getByLabel(/备注/).fill(remark)
  await dialog(page).locator('button[type=submit]').click()
  await dialog(page).waitFor({ state: 'hidden' })
}
const accepted = async (): Promise<HazardWhole> => {
  const registered = await walk.registered()
  return walk.step('chief1', registered, walk.onTask(registered, 'accept'))
}
const stateOf = async (id: string) => (await walk.look('reviewer', id)).tasks[0]?.state

test('a task is accepted and submitted without a signal; both arrive by themselves, in order, with the photo', async () => {
  const hazard = await walk.registered()
  const chief = await onHazard(hazard.id)
  await goOffline(chief)
  await take(chief.page, '接收任务')
  await chief.page.getByText('已存在本机，有信号自动发送').first().waitFor()
  await chief.page.getByText('有 1 步待发送').first().waitFor()
  await submitWithPhoto(chief, '减速带已装好')
  await chief.page.getByText('有 2 步待发送').first().waitFor()
  await badge(chief.page).getByText('待发 1 处').waitFor()
  await badge(chief.page).getByText('照片 0/1 已收到').waitFor()
  await chief.keep('offline-two-steps-wait')
  expect(await stateOf(hazard.id)).toBe('assigned')

  await chief.page.context().setOffline(false)
  await expect.poll(() => stateOf(hazard.id), patient).toBe('submitted')
  const after = await walk.look('reviewer', hazard.id)
  expect(after.photos.filter(({ role }) => role === 'after')).toHaveLength(1)
  await chief.page.getByText('步待发送').first().waitFor({ state: 'detached' })
})

test('a step met by a change comes back with both sides; its author submits it all the same', async () => {
  const hazard = await accepted()
  const chief = await onHazard(hazard.id)
  await goOffline(chief)
  await submitWithPhoto(chief, '按原方案装好')
  await walk.step('reviewer', hazard, 'comments', { words: '请加一块反光标' })
  await chief.page.context().setOffline(false)
  await badge(chief.page).getByText('1 条待处理').waitFor()
  await chief.page.getByText('有 1 步待您处理').first().click()
  const [mine, theirs] = [chief.page.getByLabel('我办的'), chief.page.getByLabel('现在的情况')]
  await mine.getByText('按原方案装好').waitFor()
  await theirs.getByText('请加一块反光标').waitFor()
  await chief.keep('conflict-both-sides')
  expect(await faultsSeenByAxe(chief.page)).toEqual([])
  await chief.page.getByRole('button', { name: '仍按我的提交' }).click()
  await expect.poll(() => stateOf(hazard.id), patient).toBe('submitted')
})

test('a comment written without a signal is added to whatever others did meanwhile, and asks its author nothing', async () => {
  const hazard = await accepted()
  const chief = await onHazard(hazard.id)
  await goOffline(chief)
  await take(chief.page, '留言')
  await dialog(chief.page).getByRole('textbox').first().fill('村里已同意占道施工')
  await dialog(chief.page).locator('button[type=submit]').click()
  await chief.page.getByText('有 1 步待发送').first().waitFor()
  await walk.step('reviewer', hazard, 'comments', { words: '请注意夜间警示' })
  await chief.page.context().setOffline(false)
  const said = async () =>
    (await walk.look('reviewer', hazard.id)).timeline
      .filter(({ kind }) => kind === 'commented')
      .map(({ body }) => body['words'])
  await expect.poll(said, patient).toEqual(['请注意夜间警示', '村里已同意占道施工'])
  expect(await chief.page.getByText('待您处理').count()).toBe(0)
})

test('where the step no longer fits the door is shut with its reason, and what was written is kept as a comment', async () => {
  const hazard = await accepted()
  const chief = await onHazard(hazard.id)
  await goOffline(chief)
  await submitWithPhoto(chief, '已装减速带 12 米')
  await walk.step('reviewer', hazard, walk.onTask(hazard, 'plan'), { year: 2027, because: '并入明年大修' })
  await chief.page.context().setOffline(false)
  await chief.page.getByText('有 1 步待您处理').first().click()
  await chief.page.locator('.shut-door').getByText('任务当前状态不能办理这一步').waitFor()
  await chief.keep('conflict-door-shut')
  await chief.page.getByRole('button', { name: '加为留言' }).click()
  const comments = async () =>
    (await walk.look('reviewer', hazard.id)).timeline
      .filter(({ kind }) => kind === 'commented')
      .map(({ body }) => body['words'])
  await expect.poll(comments, patient).toHaveLength(1)
  expect(String((await comments())[0])).toContain('已装减速带 12 米')
})

test('signing out warns of what is unsent; the export is imported at a desk, twice without harm', async () => {
  const hazard = await accepted()
  const chief = await onHazard(hazard.id)
  await goOffline(chief)
  await submitWithPhoto(chief, '由电脑导入')
  await badge(chief.page).click()
  await chief.page.getByText('服务器已收到', { exact: true }).waitFor()
  await chief.keep('outbox-one-entry')
  expect(await faultsSeenByAxe(chief.page)).toEqual([])
  await chief.page.getByRole('button', { name: '导出未发送' }).click()
  const [download] = await Promise.all([
    chief.page.waitForEvent('download'),
    chief.page.getByRole('link', { name: '存为文件' }).click(),
  ])
  const file = await download.path()
  expect(download.suggestedFilename()).toMatch(/^chief1-\d+\.luqing\.zip$/)
  await chief.page.getByRole('button', { name: '我', exact: false }).first().click()
  await chief.page.getByRole('button', { name: '退出登录' }).click()
  await dialog(chief.page).getByText('1 条、1 张照片还在本机').waitFor()
  await chief.keep('sign-out-warns')

  const reviewer = await stage.enter('reviewer', { path: '/outbox' })
  await reviewer.page.locator('input[type=file]').setInputFiles(file)
  await reviewer.page.getByText('1 条步骤须由本人登录后导入').waitFor()

  const forged = await withoutSeal(file)
  const wary = await stage.enter('chief1', { path: '/outbox' })
  await wary.page.locator('input[type=file]').setInputFiles(forged)
  await wary.page.getByText('1 条步骤不收').waitFor()
  await wary.page.getByText('没有您可以导入的内容').waitFor()
  await wary.keep('import-without-seal')
  expect(await faultsSeenByAxe(wary.page)).toEqual([])

  const desk = await stage.enter('chief1', { path: '/outbox' })
  for (const said of ['已导入 1 条', '都已导入过']) {
    await desk.page.locator('input[type=file]').setInputFiles(file)
    await desk.page.getByRole('button', { name: '导入 1 条' }).click()
    await desk.page.getByText(said).waitFor()
  }
  await expect.poll(() => stateOf(hazard.id), patient).toBe('submitted')
  const after = await walk.look('reviewer', hazard.id)
  expect(after.tasks[0]?.submitRemark).toBe('由电脑导入')
  expect(after.photos.filter(({ role }) => role === 'after')).toHaveLength(1)
})

test('what a squad’s phone could not send is carried in by the reviewer, and the hazard is the squad’s own', async () => {
  const [photo] = await roadPhotos(1)
  if (!photo) throw new Error('no photo')
  const bytes = new Uint8Array(photo.buffer)
  const sha256 = await sha256Of(bytes)
  const hazardId = '01936b2e-7c1a-7000-8000-0123456789ab'
  const at = new Date().toISOString()
  const body = {
    ...{ code: 'A04', source: 'patrol', description: '手机进水', spot: '', placeCode: null, capturedAt: at },
    ...{ position: { longitude: 114.51, latitude: 29.08, accuracyMetres: 6, source: 'device', at } },
    ...{ sceneComplete: true, photosFollow: true, sentAt: at, clockOffsetMs: 0 },
    photos: [{ id: '01936b2e-7c1a-7000-8000-0123456789ad', sha256, capturedAt: at, position: null }],
  }
  const what: FieldReportFacts = {
    ...{ kind: 'report', hazardId, code: 'A04', source: 'patrol', description: '手机进水', spot: '', placeCode: null },
    ...{ position: null, sceneComplete: true, takenAtMs: Date.parse(at) },
  }
  const { county, person } = await meOf('squad1')
  const zip = await writeUnsent({
    ...{ county, person, savedAt: at, ids: [hazardId], onProgress: () => undefined, seal: async () => null },
    whole: async (): Promise<WholeEntry> => ({
      entry: {
        ...{ id: hazardId, seq: 1, what, savedAtMs: Date.parse(at), state: 'waiting', attempts: 0, photos: [] },
        ...{ recorded: false, problem: null, presentVersion: null },
      },
      request: { method: 'PUT', path: `/api/hazards/${hazardId}`, body: JSON.stringify(body) },
      version: null,
      photos: [
        { id: '01936b2e-7c1a-7000-8000-0123456789ad', name: 'a.jpg', sha256, original: new Blob([bytes]), copy: null },
      ],
    }),
  })
  const reviewer = await stage.enter('reviewer', { path: '/outbox' })
  const file = { name: 'squad1.luqing.zip', mimeType: 'application/zip', buffer: Buffer.from(await zip.arrayBuffer()) }
  await reviewer.page.locator('input[type=file]').setInputFiles(file)
  await reviewer.page.getByText('上报会记在作者名下').waitFor()
  await reviewer.keep('import-on-behalf')
  expect(await faultsSeenByAxe(reviewer.page)).toEqual([])
  await reviewer.page.getByRole('button', { name: '导入 1 条' }).click()
  const answer = async () => (await (await walk.as('reviewer')).get(`/api/hazards/${hazardId}`)).status
  await expect.poll(answer, patient).toBe(200)
  await expect.poll(async () => (await walk.look('reviewer', hazardId)).photos.length, patient).toBe(1)
  expect((await walk.look('reviewer', hazardId)).reportedBy?.id).toBe(person.id)
})

/** As anybody could write it who has seen such a file. */
const withoutSeal = async (path: string) => {
  const files = Object.entries(unzipSync(await readFile(path))).filter(([name]) => name !== 'manifest.seal')
  const buffer = Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }))
  return { name: 'forged.luqing.zip', mimeType: 'application/zip', buffer }
}

const meOf = async (account: string) => {
  const { body } = await (await walk.as(account)).get('/api/session')
  const { county, person } = Me.parse(body)
  return { county: { code: county.code, name: county.name }, person: { id: person.id, name: person.name, unit: '' } }
}
