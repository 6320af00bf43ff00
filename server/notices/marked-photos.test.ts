import { rm } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CountyOnWire } from '../people/wire.ts'
import { jpeg, sha256Of } from '../photos/test-pictures.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type NoticeWalk, noticeBody, noticesIn } from '../test-notices.ts'
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

const setWatermark = async (watermark: boolean): Promise<void> => {
  const admin = await walk.as('admin')
  const { settings, version } = CountyOnWire.parse((await admin.get('/api/county')).body)
  const body = { actId: newId(), ...settings, watermark }
  expect((await admin.put('/api/county/settings', body, { 'If-Match': `"${version}"` })).status).toBe(200)
}

/** Two hazards with the very same photo on both. */
const twoHazards = async () => {
  const bytes = await jpeg(1000, 750, 9)
  const sha256 = sha256Of(bytes)
  await (await walk.as('squad1')).put(`/api/photos/${sha256}`, bytes)
  const enter = async () => {
    const hazard = await walk.report('squad1', { photos: [await walk.photo({ sha256 })] })
    return walk.step('squad1', hazard, 'register', {
      ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '' },
      tasks: [{ id: newId(), unitId: 'unit-town1', demand: '加装减速带', measures: [] }],
    })
  }
  return [await enter(), await enter()] as const
}

const file = async (id: string, ending: 'docx' | 'pdf') =>
  (await walk.as('chief1')).get(`/api/notices/${id}/document.${ending}`)

/** The pictures of a .docx, and how dark the lower edge of each is. */
const edgesIn = async (docx: Uint8Array): Promise<number[]> => {
  const media = Object.entries(unzipSync(docx)).filter(([path]) => /^word\/media\/.*\.jpe?g$/.test(path))
  return Promise.all(
    media.map(async ([, bytes]) => {
      const { width, height } = await sharp(bytes).metadata()
      const edge = { left: 0, top: height - 4, width, height: 4 }
      const { channels } = await sharp(await sharp(bytes).extract(edge).toBuffer()).stats()
      return Math.round(channels.reduce((sum, { mean }) => sum + mean, 0) / channels.length)
    }),
  )
}

test('photos in a document bear what was so when it was issued, each the number of its own hazard', async () => {
  const [one, other] = await twoHazards()
  const issue = () => notices.issue('reviewer', noticeBody([one.id, other.id]))

  const plain = await issue()
  expect(plain.content.hazards.map(({ photos }) => photos[0]?.mark)).toEqual([undefined, undefined])
  const plainDocx = (await file(plain.id, 'docx')).bytes
  const plainEdges = await edgesIn(plainDocx)
  expect(plainEdges).toHaveLength(1)

  await setWatermark(true)
  const marked = await issue()
  const marks = marked.content.hazards.map(({ photos }) => photos[0]?.mark ?? [])
  expect(marks.map(([head]) => head)).toEqual([
    `${one.registerNumber} · 一中队 · 演示数据`,
    `${other.registerNumber} · 一中队 · 演示数据`,
  ])
  const markedEdges = await edgesIn((await file(marked.id, 'docx')).bytes)
  expect(markedEdges).toHaveLength(2)
  for (const edge of markedEdges) expect(edge).toBeLessThan((plainEdges[0] ?? 0) / 2)
  expect((await file(marked.id, 'pdf')).status).toBe(200)

  // what was issued before the setting changed stays, byte for byte, though it be drawn anew
  await rm(`${county.folder}/documents`, { recursive: true })
  expect((await file(plain.id, 'docx')).bytes).toEqual(plainDocx)
})

test('a document issued while only a photo’s copy was here goes on showing it after the original has come', async () => {
  const [copy, original] = [await jpeg(400, 300, 21), await jpeg(800, 600, 21)]
  const [copySha256, sha256] = [sha256Of(copy), sha256Of(original)]
  const squad = await walk.as('squad1')
  await squad.put(`/api/photos/${copySha256}`, copy)
  const photos = [await walk.photo({ sha256, copySha256 })]
  const hazard = await walk.step('squad1', await walk.report('squad1', { photos, photosFollow: true }), 'register', {
    ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-town1', demand: '加装减速带', measures: [] }],
  })
  const { content } = await notices.issue('reviewer', noticeBody([hazard.id], { addresseeUnitId: 'unit-town2' }))
  expect(content.hazards[0]?.photos[0]?.sha256).toBe(copySha256)
  // the one it is written to sees the picture in the letter, and nothing else of the hazard
  const reader = await walk.as('chief2')
  expect((await reader.get(`/api/hazards/${hazard.id}`)).status).toBe(404)
  expect((await reader.get(`/api/photos/${copySha256}/small`)).status).toBe(200)
  expect((await squad.put(`/api/photos/${sha256}`, original)).status).toBe(201)
  expect((await walk.look('squad1', hazard.id)).photos[0]?.sha256).toBe(sha256)
  expect((await reader.get(`/api/photos/${copySha256}/small`)).status).toBe(200)
  expect((await reader.get(`/api/photos/${sha256}/small`)).status).toBe(404)
})
