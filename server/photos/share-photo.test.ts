import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { HazardWhole } from '../hazards/answers.ts'
import { CountyOnWire } from '../people/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inTheVillage, inYining, newId, type Walk, walkIn } from '../test-walk.ts'
import { drawWatermark } from './draw-watermark.ts'
import { jpeg, sha256Of } from './test-pictures.ts'

let county: TestCounty
let walk: Walk
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const setWatermark = async (watermark: boolean): Promise<void> => {
  const admin = await walk.as('admin')
  const { settings, version } = CountyOnWire.parse((await admin.get('/api/county')).body)
  const body = { actId: newId(), ...settings, watermark }
  const answer = await admin.put('/api/county/settings', body, { 'If-Match': `"${version}"` })
  expect(answer.status).toBe(200)
}

/** A photo of a size that a mark can be read on, with a fix of its own. */
const bigPhoto = async (seed: number, given: Readonly<Record<string, unknown>> = {}) => {
  const bytes = await jpeg(800, 600, seed)
  const sha256 = sha256Of(bytes)
  await (await walk.as('squad1')).put(`/api/photos/${sha256}`, bytes)
  return walk.photo({ sha256, position: fixAt(inYining), ...given })
}
const reported = async (seed: number, given: Readonly<Record<string, unknown>> = {}) =>
  walk.report('squad1', { photos: [await bigPhoto(seed)], ...given })

const photoOf = (hazard: HazardWhole) => hazard.photos[0] ?? expect.fail('no photo')
const shared = async (account: string, hazard: HazardWhole, headers = {}, photoId = photoOf(hazard).id) =>
  (await walk.as(account)).get(`/api/hazards/${hazard.id}/photos/${photoId}/shared`, headers)

const pixelsOf = async (bytes: Uint8Array) => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
/** How far two pictures of one size are apart, from 0 to 255 a pixel, between two rows. */
const apart = (one: Buffer, other: Buffer, width: number, from: number, to: number): number => {
  let sum = 0
  for (let at = from * width * 3; at < to * width * 3; at++) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  return sum / ((to - from) * width * 3)
}
const variantOf = async (hazard: HazardWhole) =>
  pixelsOf((await (await walk.as('squad1')).get(`/api/photos/${photoOf(hazard).sha256}/large`)).bytes)

describe('where the county marks nothing, as it begins', () => {
  test('what is handed on is the plain photo, as a JPEG without metadata', async () => {
    const hazard = await reported(1)
    const answer = await shared('squad1', hazard)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
    const [copy, variant] = [await pixelsOf(answer.bytes), await variantOf(hazard)]
    expect([copy.width, copy.height]).toEqual([800, 600])
    expect(apart(copy.data, variant.data, 800, 0, 600)).toBeLessThan(4)
    expect((await sharp(answer.bytes).metadata()).exif).toBeUndefined()
  })
})

describe('where the county marks its copies', () => {
  beforeEach(() => setWatermark(true))

  test('a copy carries number, unit, time, place and position along its lower edge, and the photo above is as it was', async () => {
    const hazard = await walk.step('squad1', await reported(2, { position: fixAt(inTheVillage) }), 'register', {
      ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '小学门口' },
      tasks: [{ id: newId(), unitId: 'unit-town1', demand: '加装减速带', measures: [] }],
    })
    const copy = await pixelsOf((await shared('chief1', hazard)).bytes)
    const variant = await variantOf(hazard)
    expect(apart(copy.data, variant.data, 800, 0, 400)).toBeLessThan(4)
    expect(apart(copy.data, variant.data, 800, 480, 600)).toBeGreaterThan(25)
    const said = (number: string) => [
      `${number} · 一中队 · 演示数据`,
      '2026-11-18 星期三 08:59',
      '义宁镇 城北村 小学门口',
      '拍摄位置：设备定位±6米 东经114.510000° 北纬29.080000°（WGS-84）',
    ]
    const expected = await drawWatermark(variant, said(hazard.registerNumber ?? ''))
    const wrong = await drawWatermark(variant, said('修1999-8888'))
    const [right, other] = [expected, wrong].map(({ data }) => apart(copy.data, data, 800, 480, 600))
    expect(right).toBeLessThan(4)
    expect(other).toBeGreaterThan((right ?? 0) * 1.1)
  })

  test('a copy already had is not sent again; a register number or the setting makes it another', async () => {
    const before = await reported(3)
    const first = await shared('squad1', before)
    const tag = first.headers.get('ETag') ?? ''
    const again = await shared('squad1', before, { 'If-None-Match': tag })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    const entered = await walk.step('squad1', before, 'register', {
      ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '' },
      tasks: [{ id: newId(), unitId: 'unit-town1', demand: '加装减速带', measures: [] }],
    })
    const numbered = await shared('squad1', entered, { 'If-None-Match': tag })
    expect(numbered.status).toBe(200)
    expect(numbered.headers.get('ETag')).not.toBe(tag)
    expect(Buffer.from(numbered.bytes).equals(first.bytes)).toBe(false)
    await setWatermark(false)
    const plain = await shared('squad1', entered, { 'If-None-Match': numbered.headers.get('ETag') ?? '' })
    expect(plain.status).toBe(200)
    expect(plain.headers.get('ETag')).not.toBe(numbered.headers.get('ETag'))
  })

  test('neither the original nor what is on the screen ever carries it', async () => {
    const hazard = await reported(4)
    const squad = await walk.as('squad1')
    const { sha256 } = photoOf(hazard)
    const look = async () => {
      const paths = ['original', 'large', 'small'].map((size) => `/api/photos/${sha256}/${size}`)
      return Promise.all(paths.map(async (path) => sha256Of((await squad.get(path)).bytes)))
    }
    await setWatermark(false)
    const unmarked = await look()
    expect(unmarked[0]).toBe(sha256)
    await setWatermark(true)
    expect((await shared('squad1', hazard)).status).toBe(200)
    expect(await look()).toEqual(unmarked)
    expect(await county.world.photos.sizeOfOriginal(sha256)).toBe((await jpeg(800, 600, 4)).length)
  })

  test('it is handed to whoever may see the hazard; to others, and by a wrong name, it is not there', async () => {
    const [hazard, another] = [await reported(5), await reported(6)]
    expect((await shared('chief1', hazard)).status).toBe(200)
    expect((await shared('squad2', hazard)).status).toBe(404)
    expect((await shared('chief2', hazard)).status).toBe(404)
    expect((await shared('squad1', hazard, {}, photoOf(another).id)).status).toBe(404)
    expect((await shared('squad1', hazard, {}, newId())).status).toBe(404)
    expect((await shared('squad1', hazard, {}, 'no-id')).status).toBe(422)
    const stranger = await county.stranger().get(`/api/hazards/${hazard.id}/photos/${photoOf(hazard).id}/shared`)
    expect(stranger.status).toBe(401)
  })

  test('a photo of what was merged is handed on from the survivor', async () => {
    const [survivor, gone] = [await reported(7), await reported(8)]
    const because = '同一处支路'
    await walk.step('reviewer', gone, 'merge', { intoId: survivor.id, because })
    const answer = await shared('squad1', await walk.look('squad1', survivor.id), {}, photoOf(gone).id)
    expect(answer.status).toBe(200)
  })
})
