import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, inZhajin, newId, onTheRoad, type Walk, walkIn } from '../test-walk.ts'
import { ProposedOwners, Responsibility } from './wire.ts'

let county: TestCounty
let walk: Walk
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const line = (given: Record<string, unknown> = {}) => ({
  ...{ roadClass: null, code: null, localUnit: 'township', sectorUnit: null, cureUnit: 'township' },
  ...{ chiefLevel: 'township', ...given },
})
const matrix = async () => Responsibility.parse((await (await county.as('squad1')).get('/api/responsibility')).body)
const put = async (account: string, lines: unknown, version?: number, because = '按三定方案') =>
  (await county.as(account)).put(
    '/api/responsibility',
    { actId: newId(), because, lines },
    { 'If-Match': `"${version ?? (await matrix()).version}"` },
  )
const owners = async (account: string, id: string, code = '') =>
  (await walk.as(account)).get(`/api/hazards/${id}/proposed-owners${code && `?code=${code}`}`)
const proposed = async (id: string, code?: string) => ProposedOwners.parse((await owners('squad1', id, code)).body)
const at = (lngLat: { longitude: number; latitude: number }) => walk.report('squad1', { position: fixAt(lngLat) })
const registration = (given: Record<string, unknown> = {}) => ({
  ...{ code: 'A05', severity: 'minor', description: '缺减速带', spot: '' },
  tasks: [{ id: newId(), unitId: 'unit-town1', demand: '', measures: [] }],
  ...given,
})

test('until the county saves its own, version 0 gives county roads to the county and the rest to the townships', async () => {
  expect(await matrix()).toMatchObject({ version: 0, versions: [] })
  const onRoad = await proposed((await at(onTheRoad)).id)
  expect(onRoad).toMatchObject({ version: 0, local: { id: 'unit-town1' }, sector: { id: 'unit-roads' } })
  expect(onRoad).toMatchObject({ cure: { id: 'unit-roads' }, chiefLevel: 'county', chief: { name: '冷副县长' } })
  const offRoad = await proposed((await at(inYining)).id)
  expect(offRoad).toMatchObject({ cure: { name: '义宁镇政府' }, chiefLevel: 'township', chief: { name: '陈镇长' } })
})

test('registering takes the three responsibilities from the matrix, or what was said instead', async () => {
  const byMatrix = await walk.step('squad1', await at(onTheRoad), 'register', registration())
  expect(byMatrix.responsibility).toMatchObject({ local: { name: '义宁镇政府' }, cure: { name: '县公路事务中心' } })
  const said = { localUnitId: 'unit-town2', sectorUnitId: null, cureUnitId: 'unit-government' }
  const bySaying = await walk.step('squad1', await at(onTheRoad), 'register', registration(said))
  expect(bySaying.responsibility).toEqual({
    ...{ local: { id: 'unit-town2', name: '渣津镇政府' }, sector: null },
    cure: { id: 'unit-government', name: '县政府办' },
  })
  const unknown = await walk.tryStep('squad1', await at(onTheRoad), 'register', registration({ cureUnitId: 'nobody' }))
  expect(unknown.at('fields', 0)).toEqual({ pointer: '/cureUnitId', fault: 'unknown' })
})

test('a saved matrix is a new version with its author and reason, and speaks from then on', async () => {
  const before = await walk.step('squad1', await at(onTheRoad), 'register', registration())
  const answer = await put('reviewer', [line({ code: 'E', cureUnit: 'unit-government' }), line()])
  expect(answer.status).toBe(200)
  const now = Responsibility.parse(answer.body)
  expect(now.versions[0]).toMatchObject({ version: 1, because: '按三定方案', madeBy: { name: '龚主任' } })
  const { id } = await at(onTheRoad)
  expect(await proposed(id)).toMatchObject({ version: 1, lineNumber: 2, cure: { id: 'unit-town1' } })
  expect(await proposed(id, 'E01')).toMatchObject({ lineNumber: 1, cure: { id: 'unit-government' } })
  // what is on the register keeps its units
  expect((await walk.look('squad1', before.id)).responsibility).toEqual(before.responsibility)
})

test('where no line fits nobody is proposed, and registering leaves the three empty', async () => {
  expect((await put('admin', [line({ code: 'B' })])).status).toBe(200)
  const hazard = await at(inYining)
  expect(await proposed(hazard.id)).toMatchObject({ lineNumber: null, cure: null, chief: null })
  const registered = await walk.step('squad1', hazard, 'register', registration())
  expect(registered.responsibility).toEqual({ local: null, sector: null, cure: null })
})

test('unknown units and codes are refused by line', async () => {
  const lines = [line(), line({ cureUnit: 'nobody' }), line({ code: 'Z' }), line({ sectorUnit: 'township' })]
  expect((await put('admin', lines)).at('fields')).toEqual([
    { pointer: '/lines/1/cureUnit', fault: 'unknown' },
    { pointer: '/lines/2/code', fault: 'unknown' },
  ])
  expect((await put('admin', [line()], undefined, ' ')).at('fields', 0, 'pointer')).toBe('/because')
  expect((await put('admin', [])).at('fields', 0)).toEqual({ pointer: '/lines', fault: 'too-few' })
})

test('two who save on the same version: one wins, the other is shown what is there now', async () => {
  const { version } = await matrix()
  const answers = await Promise.all([
    put('admin', [line({ chiefLevel: 'county' })], version),
    put('reviewer', [line({ chiefLevel: 'village' })], version),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  const lost = answers.find(({ status }) => status === 412)
  expect(lost?.at('present', 'version')).toBe(version + 1)
  expect((await matrix()).versions.filter((one) => one.version === version + 1)).toHaveLength(1)
})

test('a leader, a squad and a road chief read the matrix but do not change it', async () => {
  for (const account of ['leader', 'squad1', 'chief1']) {
    expect((await (await county.as(account)).get('/api/responsibility')).status).toBe(200)
    expect((await put(account, [line()])).status).toBe(403)
  }
})

test('whom the matrix names for a hazard outside of one’s scope is not told', async () => {
  const { id } = await at(inZhajin)
  expect((await owners('chief1', id)).status).toBe(404)
  expect((await owners('chief1', newId())).body).toEqual(expect.objectContaining({ code: 'not-there' }))
  expect((await owners('chief2', id)).status).toBe(200)
})
