import type { Polygon } from 'geojson'
import { expect, test, vi } from 'vitest'
import { parseRouteCode } from '../../server/domain/route-code.ts'
import { makeGeography } from './geography.ts'
import {
  countyBox,
  distanceMetres,
  isInRing,
  lineLengthMetres,
  type PlanePoint,
  ringAreaSquareMetres,
  toPlane,
} from './plane.ts'
import { lineOf } from './road-records.ts'

// A county takes a second; a busy machine is given twenty times as much.
vi.setConfig({ testTimeout: 60_000 })

const geography = makeGeography('xiushui')
const other = makeGeography('another seed')
const both = [geography, other] as const

const ringOf = (polygon: Polygon): PlanePoint[] =>
  (polygon.coordinates[0] ?? []).slice(0, -1).map(([lng = 0, lat = 0]) => toPlane([lng, lat]))

/** Every edge of a polygon as a text that does not depend on its direction. */
const edgesOf = (polygon: Polygon): string[] => {
  const ring = polygon.coordinates[0] ?? []
  return ring.slice(1).map((to, i) => [ring[i]?.join(' '), to.join(' ')].toSorted().join(' | '))
}

test('the same seed gives the same county to the last digit, another seed another one', () => {
  expect(JSON.stringify(makeGeography('xiushui'))).toBe(JSON.stringify(geography))
  expect(JSON.stringify(other.outline)).not.toBe(JSON.stringify(geography.outline))
})

test('the data says in both languages that it is invented', () => {
  expect(geography.invented).toBe(true)
  expect(geography.notice['zh-CN']).toContain('虚构')
  expect(geography.notice.en).toContain('Invented')
  const things = [
    ...geography.townships,
    ...geography.villages,
    ...geography.roads,
    ...geography.segments,
    ...geography.schools,
  ]
  expect(things.every((thing) => thing.invented)).toBe(true)
})

test('the county fills its box and has the size of the real one within two in a hundred', () => {
  for (const { outline } of both) {
    const ring = outline.coordinates[0] ?? []
    const [lngs, lats] = [ring.map(([lng = 0]) => lng), ring.map(([, lat = 0]) => lat)]
    expect(Math.min(...lngs)).toBeGreaterThan(countyBox.west - 0.02)
    expect(Math.max(...lngs)).toBeLessThan(countyBox.east + 0.02)
    expect(Math.min(...lats)).toBeGreaterThan(countyBox.south - 0.02)
    expect(Math.max(...lats)).toBeLessThan(countyBox.north + 0.02)
    const squareKilometres = ringAreaSquareMetres(ringOf(outline)) / 1e6
    expect(Math.abs(squareKilometres - 4500)).toBeLessThan(110)
  }
})

test('townships share their borders vertex for vertex: every edge belongs to two of them, or to one and the outline', () => {
  for (const { outline, townships, villages } of both) {
    const rim = new Set(edgesOf(outline))
    for (const cells of [townships, villages]) {
      const owners = new Map<string, number>()
      for (const { geometry } of cells)
        for (const edge of edgesOf(geometry)) owners.set(edge, (owners.get(edge) ?? 0) + 1)
      for (const [edge, count] of owners) expect(count, edge).toBe(rim.has(edge) ? 1 : 2)
      expect([...rim].every((edge) => owners.has(edge))).toBe(true)
      const total = cells.reduce((sum, { geometry }) => sum + ringAreaSquareMetres(ringOf(geometry)), 0)
      expect(total / ringAreaSquareMetres(ringOf(outline))).toBeCloseTo(1, 9)
    }
  }
})

test('no township crosses itself', () => {
  const turn = (a: PlanePoint, b: PlanePoint, c: PlanePoint) =>
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  for (const { geometry } of geography.townships) {
    const ring = ringOf(geometry)
    const edges = ring.map((a, i) => [a, ring[(i + 1) % ring.length] ?? a] as const)
    const crossings = edges.flatMap(([a, b], i) =>
      edges.slice(i + 2).filter(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
    )
    expect(crossings).toEqual([])
  }
})

test('the county seat lies near the middle, every township has about six villages, each inside it', () => {
  for (const { townships, villages } of both) {
    const seat = townships.find(({ name }) => name === '义宁镇')
    expect(distanceMetres(toPlane(seat?.seat ?? [0, 0]), [0, 0])).toBeLessThan(16_000)
    for (const { code, geometry } of townships) {
      const own = villages.filter(({ townshipCode }) => townshipCode === code)
      expect(own.length).toBeGreaterThanOrEqual(3)
      for (const village of own) {
        expect(village.code).toMatch(new RegExp(`^${code}2\\d\\d$`))
        expect(isInRing(toPlane(village.point), ringOf(geometry))).toBe(true)
        expect(isInRing(toPlane(village.point), ringOf(village.geometry))).toBe(true)
      }
    }
    expect(new Set(villages.map(({ code }) => code)).size).toBe(villages.length)
    expect(new Set(villages.map(({ name }) => name)).size).toBe(villages.length)
  }
})

test('every route code is valid and of its class, and there are about as many roads of each class as asked for', () => {
  for (const { roads } of both) {
    const counts: Record<string, number> = {}
    for (const { routeCode, roadClass } of roads) {
      expect(parseRouteCode(routeCode)).toMatchObject({ ok: true, roadClass, countyCode: '360424', code: routeCode })
      counts[roadClass] = (counts[roadClass] ?? 0) + 1
    }
    expect(new Set(roads.map(({ routeCode }) => routeCode)).size).toBe(roads.length)
    expect(new Set(roads.map(({ name }) => name)).size).toBe(roads.length)
    expect(counts).toMatchObject({ national: 1, provincial: 2 })
    expect(counts['county']).toBeGreaterThanOrEqual(12)
    expect(counts['township']).toBeGreaterThanOrEqual(50)
    expect(counts['village']).toBeGreaterThanOrEqual(140)
  }
})

test('roads wind, keep inside the county, hang together, and reach every village', () => {
  for (const { outline, roads, villages, townships } of both) {
    const ring = ringOf(outline)
    const rim = new Set(ring.map((point) => point.join()))
    const next = new Map<string, string[]>()
    let vertices = 0
    for (const road of roads) {
      const line = lineOf(road)
      vertices += line.length
      expect(Math.abs(lineLengthMetres(line) - road.lengthMetres)).toBeLessThan(1)
      for (const lngLat of line) {
        const point = toPlane(lngLat)
        expect(isInRing(point, ring) || rim.has(point.join()), road.name).toBe(true)
        next.set(road.id, [...(next.get(road.id) ?? []), lngLat.join()])
        next.set(lngLat.join(), [...(next.get(lngLat.join()) ?? []), road.id])
      }
    }
    expect(vertices).toBeLessThan(30_000)
    const [first] = roads
    const reached = new Set<string>([first?.id ?? ''])
    for (const place of reached) for (const neighbour of next.get(place) ?? []) reached.add(neighbour)
    expect(roads.filter(({ id }) => !reached.has(id))).toEqual([])
    expect(
      [...villages.map(({ point }) => point), ...townships.map(({ seat }) => seat)].filter(
        (p) => !reached.has(p.join()),
      ),
    ).toEqual([])
    const straightness = roads.map((road) => {
      const line = lineOf(road)
      return lineLengthMetres([line[0] ?? [0, 0], line.at(-1) ?? [0, 0]]) / road.lengthMetres
    })
    expect(straightness.reduce((sum, share) => sum + share, 0) / straightness.length).toBeLessThan(0.93)
  }
})

test('segments cut national, provincial and county roads without gap or overlap', () => {
  for (const road of geography.roads) {
    const cut = geography.segments.filter(({ roadId }) => roadId === road.id)
    if (road.roadClass === 'township' || road.roadClass === 'village') {
      expect(cut).toEqual([])
      continue
    }
    expect(cut.length).toBeGreaterThanOrEqual(1)
    expect(cut.length).toBeLessThanOrEqual(3)
    expect(cut[0]?.fromChainageMetres).toBe(road.startChainageMetres)
    expect(cut.at(-1)?.toChainageMetres).toBe(road.startChainageMetres + road.lengthMetres)
    cut.slice(1).forEach((segment, i) => {
      expect(segment.fromChainageMetres).toBe(cut[i]?.toChainageMetres)
      expect(lineOf(segment)[0]).toEqual(lineOf(cut[i] ?? segment).at(-1))
    })
  }
})

test('a point on a road knows its chainage, township and village', () => {
  const [road] = geography.roads
  if (!road) throw new Error('there are roads')
  const place = geography.pointOnRoad(road.id, 0.25)
  expect(place.chainageMetres).toBe(Math.round(road.startChainageMetres + road.lengthMetres / 4))
  const village = geography.villages.find(({ code }) => code === place.villageCode)
  expect(isInRing(toPlane(place.lngLat), ringOf(village?.geometry ?? { type: 'Polygon', coordinates: [] }))).toBe(true)
  expect(village?.townshipCode).toBe(place.townshipCode)
  expect(geography.pointOnRoad(road.id, 0).lngLat).toEqual(lineOf(road)[0])
  expect(() => geography.pointOnRoad('road-X999360424', 0.5)).toThrow('no road')
})

test('junctions lie on all of their roads, schools within 20 m of one', () => {
  const vertices = new Map(geography.roads.map((road) => [road.id, new Set(lineOf(road).map((p) => p.join()))]))
  expect(geography.junctions.length).toBeGreaterThan(150)
  for (const { lngLat, roads } of geography.junctions) {
    expect(roads.length).toBeGreaterThanOrEqual(2)
    for (const { roadId } of roads) expect(vertices.get(roadId)?.has(lngLat.join())).toBe(true)
  }
  expect(geography.schools).toHaveLength(45)
  for (const { gate, roadId } of geography.schools) {
    const at = toPlane([gate.coordinates[0] ?? 0, gate.coordinates[1] ?? 0])
    const line = lineOf(geography.roads.find(({ id }) => id === roadId) ?? { geometry: { coordinates: [] } })
    expect(Math.min(...line.map((p) => distanceMetres(toPlane(p), at)))).toBeLessThan(20)
  }
})
