import { afterAll, beforeAll, expect, test } from 'vitest'
import { metresPerDegree } from '../domain/distance.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { curedOn, layHazard, onRegister } from './test-hazards.ts'
import { PlaceHere } from './wire.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const roadLat = 29.05
const metresNorth = (metres: number): number => roadLat + metres / metresPerDegree

const at = async (lng: number, lat: number, account = 'reviewer') => {
  const client = await county.as(account)
  return client.get(`/api/places/at?lng=${lng}&lat=${lat.toFixed(9)}`)
}
const placeAt = async (lng: number, lat: number, account = 'reviewer') => {
  const answer = await at(lng, lat, account)
  expect(answer.status).toBe(200)
  return PlaceHere.parse(answer.body)
}

test('within 30 m of the road its segment’s chief answers, beyond it the township’s', async () => {
  const near = await placeAt(114.55, metresNorth(29))
  expect(near.zone).toMatchObject({ id: 'zone-x001', chief: { name: '冷副县长', level: 'county' } })
  expect(near.otherZoneIds).toEqual(['zone-360424100'])
  const far = await placeAt(114.55, metresNorth(31))
  expect(far.zone).toMatchObject({ id: 'zone-360424100', chief: { name: '陈镇长', level: 'township' } })
  expect(far).toMatchObject({ routeCode: 'X001360424', routeName: '义白线', roadDistanceMetres: 31 })
  expect(far.chainageMetres).toBe(4861)
})

test('inside the village the smaller area answers, even with no chief in post', async () => {
  const place = await placeAt(114.53, 29.03)
  expect(place.zone).toMatchObject({ id: 'zone-360424100201', chief: null })
  expect(place).toMatchObject({ villageName: '城北村', townshipName: '义宁镇', placeCode: '360424100201' })
})

test('a place in nobody’s zone is told so', async () => {
  const place = await placeAt(114.8, 29.2)
  expect(place).toMatchObject({ zone: null, townshipCode: null, placeCode: '360424', outsideCounty: true })
})

test('across the county’s border a position is legitimate and flagged', async () => {
  const place = await placeAt(113.5, 29.05)
  expect(place).toMatchObject({ zone: null, outsideCounty: true })
})

test('swapped or unearthly positions are refused with the reason', async () => {
  const swapped = await at(29.05, 114.55)
  expect(swapped.status).toBe(422)
  expect(swapped.body).toMatchObject({ code: 'impossible-position', fields: [{ fault: 'swapped' }] })
  const client = await county.as('reviewer')
  for (const query of ['lng=114.5', 'lng=114.5&lat=', 'lng=1e2&lat=29', 'lng=114.5&lat=29&x=1', 'lng=NaN&lat=29'])
    expect((await client.get(`/api/places/at?${query}`)).status, query).toBe(422)
})

test('whoever has not signed in learns nothing of zones, places or the map', async () => {
  const stranger = county.stranger()
  for (const path of ['places/at?lng=114.5&lat=29', 'places', 'zones', 'zones/zone-x001', 'map/zones', 'map/hazards'])
    expect((await stranger.get(`/api/${path}`)).status, path).toBe(401)
})

test('open hazards within fifty metres come nearest first, and only those the asker may see', async () => {
  const [lng, lat] = [114.58, 29.08]
  const beside = (metres: number): [number, number] => [lng, lat + metres / metresPerDegree]
  await layHazard(county.world, 'near-40', beside(40), onRegister('N-40', '2026-12-01'))
  await layHazard(county.world, 'near-10', beside(10))
  await layHazard(county.world, 'near-60', beside(60))
  // 45 m north and 46 m east: in the square around the circle, not in the circle
  await layHazard(county.world, 'near-corner', [lng + 0.00047, beside(45)[1]])
  await layHazard(county.world, 'near-cured', beside(5), curedOn('N-5', '2027-01-01'))
  await layHazard(county.world, 'near-void', beside(6), { setAside: 'void' })
  const seen = await placeAt(lng, lat, 'squad1')
  expect(seen.nearby).toEqual([
    {
      ...{ id: 'near-10', shortCode: 'NEAR-10', registerNumber: null, code: 'A01', stage: 'team' },
      ...{ severity: null, colour: null, distanceMetres: 10, photoSha256: null },
    },
    {
      ...{ id: 'near-40', shortCode: 'NEAR-40', registerNumber: 'N-40', code: 'A01', stage: 'register' },
      ...{ severity: 'minor', colour: 'yellow', distanceMetres: 40, photoSha256: null },
    },
  ])
  expect((await placeAt(lng, lat, 'squad2')).nearby).toEqual([])
})

test('places are listed by kind', async () => {
  const client = await county.as('squad1')
  const villages = await client.get('/api/places?kind=village')
  expect(villages.at('places', 0)).toMatchObject({ code: '360424100201', name: '城北村' })
  expect(villages.at('places', 1)).toBeUndefined()
  expect((await client.get('/api/places?kind=castle')).status).toBe(422)
})
