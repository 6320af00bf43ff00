import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeKinds } from '../../db/vocabulary.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type NoticeWalk, noticeBody, noticesIn } from '../test-notices.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { type NoticeWhole, TemplateList } from './answers.ts'

let county: TestCounty
let walk: Walk
let notices: NoticeWalk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  notices = noticesIn(walk)
})
afterAll(() => county.close())

const docx = { 'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
const address = (kind = 'rectification') => `/api/notice-templates/${kind}`
const inForce = async (account = 'reviewer', kind = 'rectification') => {
  const list = TemplateList.parse((await (await walk.as(account)).get('/api/notice-templates')).body)
  return list.templates.find((template) => template.kind === kind)
}
const fileInForce = async (kind = 'rectification') =>
  (await (await walk.as('reviewer')).get(`${address(kind)}/docx`)).bytes
const send = async (account: string, bytes: Uint8Array, fileName = '本县通知书.docx', kind = 'rectification') =>
  (await walk.as(account)).put(`${address(kind)}?fileName=${encodeURIComponent(fileName)}`, bytes, docx)

/** The template in force with a change in its text, as somebody would make it in Word. */
const changed = async (from: string, to: string): Promise<Uint8Array> => {
  const parts = unzipSync(await fileInForce())
  const name = 'word/document.xml'
  const text = new TextDecoder().decode(parts[name])
  if (!text.includes(from)) throw new Error(`the template does not say ${from}`)
  return zipSync({ ...parts, [name]: new TextEncoder().encode(text.replace(from, to)) })
}
const textOf = async (account: string, { id }: Pick<NoticeWhole, 'id'>): Promise<string> => {
  const { bytes } = await (await walk.as(account)).get(`/api/notices/${id}/document.docx`)
  return new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
}

test('every kind begins with the template that came with the product, and it can be had as a file', async () => {
  for (const kind of noticeKinds) {
    expect(await inForce('reviewer', kind)).toMatchObject({ version: 0, fileName: null, changedBy: null })
    expect(new TextDecoder().decode((await fileInForce(kind)).slice(0, 2))).toBe('PK')
  }
})

test('templates are kept by administrators and reviewers, and by nobody else', async () => {
  const bytes = await fileInForce()
  for (const account of ['squad1', 'chief1', 'dept1', 'leader', 'reporter']) {
    const client = await walk.as(account)
    const answers = [
      await client.get('/api/notice-templates'),
      await client.get(`${address()}/docx`),
      await send(account, bytes),
      await client.delete(address()),
    ]
    for (const answer of answers) expect([account, answer.status]).toEqual([account, 403])
  }
  expect((await inForce('admin'))?.version).toBe(0)
})

test('a county’s own template serves from then on; documents issued before keep theirs, and so after going back', {
  timeout: 120_000,
}, async () => {
  const hazard = await walk.registered()
  const before = await notices.issue('reviewer', noticeBody([hazard.id]))
  const own = await changed('送达回证', '本县送达回证')
  expect((await send('admin', own)).status).toBe(200)
  expect(await inForce()).toMatchObject({ version: 1, fileName: '本县通知书.docx', changedBy: '管理员' })
  expect(await fileInForce()).toEqual(own)
  const during = await notices.issue('reviewer', noticeBody([hazard.id]))
  expect((await send('admin', own)).status).toBe(200)
  expect((await inForce())?.version).toBe(1)
  expect((await (await walk.as('reviewer')).delete(address())).status).toBe(200)
  expect(await inForce()).toMatchObject({ version: 2, fileName: null, changedBy: '龚主任' })
  const after = await notices.issue('reviewer', noticeBody([hazard.id]))
  expect([before, during, after].map(({ templateVersion }) => templateVersion)).toEqual([null, 1, null])
  const texts = [await textOf('chief1', before), await textOf('chief1', during), await textOf('chief1', after)]
  expect(texts.map((text) => text.includes('本县送达回证'))).toEqual([false, true, false])
})

test('a template that cannot be used is refused with what is wrong with it, and the one in force stays', async () => {
  const { version } = (await inForce()) ?? {}
  const faults = async (bytes: Uint8Array) => {
    const answer = await send('reviewer', bytes)
    return [answer.status, answer.at('fields', 0, 'fault'), answer.at('fields', 0, 'pointer')]
  }
  expect(await faults(new TextEncoder().encode('just words'))).toEqual([422, 'not-a-docx', expect.any(String)])
  const unknown = await faults(await changed('送达回证', '{没有这个}'))
  expect(unknown).toEqual([422, 'unknown-placeholder', expect.stringContaining('没有这个')])
  const parts = unzipSync(await fileInForce())
  const macro = zipSync({ ...parts, 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) })
  expect((await faults(macro))[1]).toBe('macros')
  expect((await send('reviewer', new Uint8Array(6 * 1024 * 1024))).status).toBe(413)
  expect((await send('reviewer', await fileInForce(), ' ')).status).toBe(422)
  expect((await send('reviewer', await fileInForce(), 'a.docx', 'letter')).status).toBe(422)
  expect((await inForce())?.version).toBe(version)
})
