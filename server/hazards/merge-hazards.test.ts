import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpeg, sha256Of } from '../photos/test-pictures.ts'
import { RegisterPage } from '../register/wire.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inZhajin, newId, type Walk, walkIn } from '../test-walk.ts'
import { type HazardWhole, NearbyHazards } from './answers.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason') ?? answer.at('fields', 0, 'fault')]
const because = '同一处支路'
const merge = async (from: HazardWhole, into: HazardWhole) =>
  walk.step('reviewer', await walk.look('reviewer', from.id), 'merge', { intoId: into.id, because })
const found = async (query: string) =>
  RegisterPage.parse((await (await walk.as('reviewer')).get(`/api/hazards?${query}&limit=100`)).body).hazards.map(
    ({ id }) => id,
  )

test('merged into another: off the path, and its photos and history are read from the survivor', async () => {
  const survivor = await walk.registered()
  walk.later({ minutes: 5 })
  const double = await walk.report('reporter', { description: '同一路口又报' })
  const gone = await merge(double, survivor)
  expect(gone).toMatchObject({
    ...{ setAside: 'merged', stage: double.stage },
    mergedInto: { id: survivor.id, registerNumber: survivor.registerNumber },
  })
  expect(gone.timeline.at(-1)).toMatchObject({
    kind: 'hazard-merged',
    body: { into: survivor.registerNumber, because },
  })

  const whole = await walk.look('reviewer', survivor.id)
  expect(whole.version).toBe(survivor.version + 1)
  expect(whole.merged).toEqual([
    { id: double.id, shortCode: double.shortCode, registerNumber: null, reportedAt: double.reportedAt },
  ])
  const [foreign, ...others] = whole.photos.filter(({ fromHazardId }) => fromHazardId !== null)
  expect(foreign).toMatchObject({ id: double.photos[0]?.id, fromHazardId: double.id })
  expect(others).toEqual([])
  const told = whole.timeline.filter(({ fromHazardId }) => fromHazardId === double.id).map(({ kind }) => kind)
  expect(told).toEqual(['hazard-reported', 'hazard-merged'])
  expect(whole.timeline.find(({ kind }) => kind === 'hazard-absorbed')).toMatchObject({
    fromHazardId: null,
    body: { mergedId: double.id, merged: double.shortCode },
  })
})

test('whoever sees the survivor sees the photos that came with the merged one', async () => {
  const survivor = await walk.registered()
  const sha256 = sha256Of(await jpeg(320, 240, 77))
  await (await walk.as('squad2')).put(`/api/photos/${sha256}`, await jpeg(320, 240, 77))
  const double = await walk.report('squad2', {
    ...{
      position: fixAt({ ...inZhajin, longitude: inZhajin.longitude + 0.01 }),
      photos: [await walk.photo({ sha256 })],
    },
  })
  const look = async () => (await (await walk.as('chief1')).get(`/api/photos/${sha256}`)).status
  expect(await look()).toBe(404)
  const merged = await merge(double, survivor)
  expect(await look()).toBe(200)
  await walk.step('reviewer', merged, 'reinstate', { because: '并非同一处' })
  expect(await look()).toBe(404)
})

test('what is merged is counted and listed nowhere, unless what is off the path is asked for', async () => {
  const survivor = await walk.registered()
  const double = await walk.registered()
  expect(await found('open=yes')).toContain(double.id)
  await merge(double, survivor)
  for (const filter of ['open=yes', 'registered=yes', 'stage=register'])
    expect(await found(filter), filter).not.toContain(double.id)
  expect(await found('registered=yes&void=yes')).toContain(double.id)
})

test('reinstated, it is on its own again', async () => {
  const survivor = await walk.registered()
  const double = await walk.registered()
  const back = await walk.step('reviewer', await merge(double, survivor), 'reinstate', { because: '并非同一处' })
  expect(back).toMatchObject({ setAside: null, stage: 'register', mergedInto: null })
  expect((await walk.look('reviewer', survivor.id)).merged).toEqual([])
  await walk.step('chief1', back, walk.onTask(back, 'accept'))
})

test('a survivor that took others in can be merged itself; all are read from the last one', async () => {
  const [first, second, last] = [await walk.registered(), await walk.registered(), await walk.registered()]
  await merge(first, second)
  await merge(second, last)
  const whole = await walk.look('reviewer', last.id)
  expect(whole.merged.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
  expect(whole.photos.some(({ fromHazardId }) => fromHazardId === first.id)).toBe(true)
})

test('nothing is merged into itself, into what is off the path or cleared, or round in a circle', async () => {
  const hazard = await walk.registered()
  const into = (intoId: string) => walk.tryStep('reviewer', hazard, 'merge', { intoId, because })
  expect(shut(await into(hazard.id))).toEqual([409, 'merge-with-itself'])
  expect(shut(await into((await walk.cleared()).id))).toEqual([409, 'survivor-not-open'])
  const voided = await walk.step('reviewer', await walk.registered(), 'void', { because: '误报' })
  expect(shut(await into(voided.id))).toEqual([409, 'survivor-not-open'])
  const merged = await merge(await walk.registered(), hazard)
  const now = await walk.look('reviewer', hazard.id)
  expect(shut(await walk.tryStep('reviewer', now, 'merge', { intoId: merged.id, because }))).toEqual([
    ...[409, 'survivor-not-open'],
  ])
  expect(shut(await walk.tryStep('reviewer', now, 'merge', { intoId: newId(), because }))).toEqual([422, 'unknown'])
})

test('only the county merges, and what is merged takes no other step', async () => {
  const survivor = await walk.registered()
  const hazard = await walk.registered()
  expect(shut(await walk.tryStep('squad1', hazard, 'merge', { intoId: survivor.id, because }))).toEqual([
    ...[403, 'another-role'],
  ])
  const gone = await merge(hazard, survivor)
  expect(shut(await walk.tryStep('chief1', gone, walk.onTask(gone, 'accept')))).toEqual([409, 'merged'])
})

test('candidates are the open ones around it, nearest first, within the asker’s own scope', async () => {
  const at = (metres: number) => fixAt({ ...inZhajin, latitude: inZhajin.latitude + metres / 111_195 })
  const hazard = await walk.report('squad2', { position: at(0) })
  const near = await walk.report('squad2', { position: at(150) })
  const nearer = await walk.report('squad2', { position: at(30) })
  await walk.report('squad2', { position: at(260) })
  const voided = await walk.report('squad2', { position: at(10) })
  await walk.step('reviewer', voided, 'void', { because: '误报' })
  const nearby = async (account: string, query = '') => {
    const { body } = await (await walk.as(account)).get(`/api/hazards/${hazard.id}/nearby${query}`)
    return NearbyHazards.parse(body).hazards.map(({ id, metres }) => [id, metres])
  }
  expect(await nearby('reviewer')).toEqual([
    [nearer.id, 30],
    [near.id, 150],
  ])
  expect(await nearby('squad2', '?metres=50')).toEqual([[nearer.id, 30]])
  expect((await (await walk.as('squad1')).get(`/api/hazards/${hazard.id}/nearby`)).status).toBe(404)
  const nowhere = await walk.report('squad1', { position: null, placeCode: '360424100' })
  const { body } = await (await walk.as('reviewer')).get(`/api/hazards/${nowhere.id}/nearby`)
  expect(NearbyHazards.parse(body).hazards).toEqual([])
})
