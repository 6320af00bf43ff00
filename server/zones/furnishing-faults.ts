import type { Bounds } from '../../db/schema/counties.ts'
import type { ZoneGeometry } from '../../db/schema/zones.ts'
import type { PlaceKind } from '../../db/vocabulary.ts'
import { isDay } from '../domain/county-calendar.ts'
import { judgePosition } from '../domain/datum.ts'
import { drawnAreaOf } from '../domain/drawn-area.ts'
import { drawnLineOf } from '../domain/drawn-line.ts'
import { runsOf } from '../domain/geometry-runs.ts'
import { parseRouteCode } from '../domain/route-code.ts'
import type { FurnishBatch } from './furnish-batch.ts'

export interface Fault {
  readonly pointer: string
  readonly fault: string
}

interface County {
  readonly code: string
  readonly bounds: Bounds
}

/** What is wrong with a batch in itself, as far as it can be told without the database. */
export const faultsOfBatch = (county: County, batch: FurnishBatch): Fault[] => [
  ...twice('/places', batch.places, ({ code }) => code),
  ...twice('/zones', batch.zones, ({ id }) => id),
  ...twice('/roads', batch.roads, ({ id }) => id),
  ...twice('/posts', batch.posts, ({ id }) => id),
  ...each('/places', batch.places, ({ code, kind, name, longitude, latitude }) => ({
    code: placeCodeFault(county, code, kind),
    name: nameFault(name),
    longitude: positionFault(county, [longitude, latitude]),
  })),
  ...each('/zones', batch.zones, (zone) => ({
    id: idFault(zone.id),
    name: nameFault(zone.name),
    placeCode: divisionFault(county, zone.placeCode),
    routeCode: zone.routeCode === null ? null : routeFault(zone.routeCode),
    fromMetres: metresFault(zone.fromMetres),
    toMetres: metresFault(zone.toMetres),
    geometry:
      zone.geometry.type.endsWith('LineString') === (zone.shape === 'segment')
        ? geometryFault(county, zone.geometry)
        : 'another-shape',
  })),
  ...each('/roads', batch.roads, (road) => {
    const route = road.routeCode === null ? null : parseRouteCode(road.routeCode)
    return {
      id: idFault(road.id),
      // a road without a code may have no name either: most lanes of a village do not
      name: road.routeCode === null && road.name === '' ? null : nameFault(road.name),
      routeCode: road.routeCode === null ? null : routeFault(road.routeCode),
      roadClass: route?.ok && route.roadClass !== road.roadClass ? 'not-as-route-code' : null,
      lengthMetres: Number.isInteger(road.lengthMetres) && road.lengthMetres > 0 ? null : 'no-length',
      geometry: geometryFault(county, road.geometry),
    }
  }),
  ...each('/posts', batch.posts, ({ id, heldFrom, heldUntil }) => ({
    id: idFault(id),
    heldFrom: isDay(heldFrom) ? null : 'no-day',
    heldUntil: heldUntil === null || (isDay(heldUntil) && heldUntil >= heldFrom) ? null : 'ends-before-it-begins',
  })),
]

const each = <T>(at: string, rows: readonly T[], look: (row: T) => Record<string, string | null>): Fault[] =>
  rows.flatMap((row, i) =>
    Object.entries(look(row)).flatMap(([field, fault]) =>
      fault === null ? [] : [{ pointer: `${at}/${i}/${field}`, fault }],
    ),
  )

const twice = <T>(at: string, rows: readonly T[], keyOf: (row: T) => string): Fault[] => {
  const seen = new Set<string>()
  return rows.flatMap((row, i) => {
    const key = keyOf(row)
    if (seen.has(key)) return [{ pointer: `${at}/${i}`, fault: 'twice' }]
    seen.add(key)
    return []
  })
}

const idFault = (id: string): string | null => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id) ? null : 'wrong-format')
const nameFault = (name: string): string | null => (name.trim() === '' || name.length > 200 ? 'no-name' : null)
const routeFault = (code: string): string | null => {
  const route = parseRouteCode(code)
  if (!route.ok) return route.because
  return route.code === code ? null : 'not-normalised'
}
const metresFault = (metres: number | null): string | null =>
  metres === null || (Number.isInteger(metres) && metres >= 0) ? null : 'no-chainage'

/** 6, 9 or 12 figures that begin with the county's own. */
const divisionFault = (county: County, code: string): string | null => {
  if (!/^\d{6}(\d{3}){0,2}$/.test(code)) return 'wrong-format'
  return code.startsWith(county.code) ? null : 'another-county'
}

const figuresOfKind: Partial<Record<PlaceKind, number>> = { township: 9, village: 12 }

const placeCodeFault = (county: County, code: string, kind: PlaceKind): string | null => {
  const figures = figuresOfKind[kind]
  if (figures === undefined) return idFault(code)
  return code.length === figures ? divisionFault(county, code) : 'wrong-format'
}

const positionFault = (county: County, [lng = Number.NaN, lat = Number.NaN]: readonly number[]): string | null => {
  const verdict = judgePosition([lng, lat], county.bounds)
  return verdict.ok ? null : verdict.because
}

/** Every position on the earth and the right way round; rings closed and round something; lines somewhere to go. */
const geometryFault = (county: County, geometry: ZoneGeometry): string | null => {
  for (const run of runsOf(geometry)) {
    for (const position of run) {
      const fault = positionFault(county, position)
      if (fault) return fault
    }
    if (geometry.type.endsWith('Polygon')) {
      const [first, last] = [run[0], run.at(-1)]
      if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return 'not-closed'
    }
  }
  try {
    if (geometry.type === 'LineString' || geometry.type === 'MultiLineString')
      return drawnLineOf(geometry).lengthMetres > 0 ? null : 'no-length'
    return drawnAreaOf(geometry).areaSquareMetres > 0 ? null : 'no-area'
  } catch {
    return 'not-drawn'
  }
}
