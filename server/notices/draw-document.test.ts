import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpeg, sha256Of } from '../photos/test-pictures.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type NoticeWalk, noticeBody, noticesIn, plainNotice } from '../test-notices.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk
let notices: NoticeWalk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  notices = noticesIn(walk)
})
afterAll(() => county.close())

const file = async (account: string, id: string, ending: 'docx' | 'pdf', headers = {}) =>
  (await walk.as(account)).get(`/api/notices/${id}/document.${ending}`, headers)
const shelf = () => join(county.folder, 'documents')
const filesOn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => /\.(docx|pdf)$/.test(name))

test('both files are drawn from the row alone: lost from the disk they come back byte for byte', {
  timeout: 90_000,
}, async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('reviewer', noticeBody([hazard.id]))
  const [docx, pdf] = [await file('chief1', id, 'docx'), await file('chief1', id, 'pdf')]
  expect([docx.status, pdf.status]).toEqual([200, 200])
  expect(await filesOn(shelf())).toHaveLength(2)
  await rm(shelf(), { recursive: true })
  expect((await file('reviewer', id, 'docx')).bytes).toEqual(docx.bytes)
  expect((await file('reviewer', id, 'pdf')).bytes).toEqual(pdf.bytes)
})

test('a file is either whole on the shelf or not there at all', async () => {
  await county.world.documents.keep('a'.repeat(64), 'pdf', Buffer.from('whole'))
  await writeFile(join(shelf(), 'aa', `${'a'.repeat(64)}.pdf.cut-off.part`), 'who')
  expect((await county.world.documents.read('a'.repeat(64), 'pdf'))?.toString()).toBe('whole')
  expect(await county.world.documents.read('b'.repeat(64), 'pdf')).toBeNull()
})

test('a file bears the document’s Chinese name, and is not sent twice to who has it', async () => {
  const hazard = await walk.registered()
  const { id, documentNumber } = await notices.issue('reviewer', noticeBody([hazard.id]))
  const docx = await file('reviewer', id, 'docx')
  const name = `${documentNumber} 道路交通安全隐患整改通知书.docx`
  expect(docx.headers.get('Content-Disposition')).toBe(
    `attachment; filename="notice.docx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  expect(docx.headers.get('Content-Type')).toContain('wordprocessingml')
  const tag = docx.headers.get('ETag') ?? ''
  expect((await file('reviewer', id, 'docx', { 'If-None-Match': tag })).status).toBe(304)
  const pdf = await file('reviewer', id, 'pdf')
  expect([pdf.headers.get('Content-Type'), new TextDecoder().decode(pdf.bytes.slice(0, 5))]).toEqual([
    ...['application/pdf', '%PDF-'],
  ])
})

test('the file changes with the receipt and once withdrawn, and with nothing else', { timeout: 90_000 }, async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('reviewer', noticeBody([hazard.id], { copyUnitIds: ['unit-roads'] }))
  const tagNow = async () => (await file('reviewer', id, 'pdf')).headers.get('ETag')
  const issued = await tagNow()
  await notices.act('dept1', id, 'sign')
  expect(await tagNow()).toBe(issued)
  await notices.act('chief1', id, 'sign', {
    way: 'drawn',
    strokes: [
      [
        [10, 10],
        [900, 900],
      ],
    ],
  })
  const signed = await tagNow()
  expect(signed).not.toBe(issued)
  await notices.act('chief1', id, 'replies')
  expect(await tagNow()).toBe(signed)
  await notices.act('reviewer', id, 'withdraw')
  const withdrawn = await file('reviewer', id, 'pdf')
  expect(withdrawn.headers.get('ETag')).not.toBe(signed)
  expect(decodeURIComponent(withdrawn.headers.get('Content-Disposition') ?? '')).toContain('（已撤回）')
})

test('files go to readers of the document only', async () => {
  const hazard = await walk.registered()
  const { id } = await notices.issue('reviewer', noticeBody([hazard.id]))
  for (const account of ['chief2', 'dept1', 'reporter', 'admin'])
    expect((await file(account, id, 'pdf')).status).toBe(404)
})

test('whoever may read the letter sees the pictures in it, but not their originals nor other pictures', async () => {
  const sent = async (seed: number) => {
    const bytes = await jpeg(330, 250, seed)
    await (await walk.as('squad1')).put(`/api/photos/${sha256Of(bytes)}`, bytes)
    return { sha256: sha256Of(bytes) }
  }
  const [shown, other] = [await sent(7), await sent(8)]
  const photos = [await walk.photo(shown), await walk.photo(shown), await walk.photo(other)]
  const hazard = await walk.step('squad1', await walk.report('squad1', { photos }), 'register', {
    ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-town1', demand: '加装减速带', measures: [] }],
  })
  const looks = async (sha256: string, size: string) =>
    (await (await walk.as('dept1')).get(`/api/photos/${sha256}/${size}`)).status
  expect(await looks(shown.sha256, 'small')).toBe(404)
  await notices.issue('reviewer', plainNotice('copy', [hazard.id], { addresseeUnitId: 'unit-roads' }))
  expect(await looks(shown.sha256, 'small')).toBe(200)
  expect(await looks(shown.sha256, 'original')).toBe(404)
  expect(await looks(other.sha256, 'small')).toBe(404)
  expect((await (await walk.as('chief2')).get(`/api/photos/${shown.sha256}/small`)).status).toBe(404)
})
