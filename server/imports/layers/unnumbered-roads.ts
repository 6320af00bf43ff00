import type { RoadClass } from '../../../db/vocabulary.ts'
import { roadClasses } from '../../../db/vocabulary.ts'
import { drawnLineOf } from '../../domain/drawn-line.ts'
import { isDrivable } from '../readers/gather-osm.ts'
import { wordIn } from '../row-values.ts'
import { type Became, found, type PlacedRow, type Road, type Setting } from './candidate.ts'
import { type KnownLanes, linesOf, nameOf } from './known-lanes.ts'

const classWords: readonly (readonly [RegExp, RoadClass])[] = [
  [/国/, 'national'],
  [/省/, 'provincial'],
  [/县/, 'county'],
  [/乡|镇/, 'township'],
  [/村|组/, 'village'],
  [/专用/, 'dedicated'],
]

/**
 * As the file says in words; else by OpenStreetMap's. National, provincial and county roads have a number by law and go
 * to the county's offices, so that what has none is at most a township's, and what says nothing a village's.
 */
const classOf = ({ source }: PlacedRow, { choices }: Setting, highway: string | null): RoadClass => {
  const said = wordIn(source, choices.fields, 'level') ?? ''
  const named = roadClasses.find((one) => one === said) ?? classWords.find(([word]) => word.test(said))?.[1]
  if (named) return named
  return /^(motorway|trunk|primary|secondary|tertiary)(_link)?$/.test(highway ?? '') ? 'township' : 'village'
}

const highwayOf = ({ source: { properties } }: PlacedRow): string | null => {
  const word = properties['highway'] ?? properties['fclass']
  return typeof word === 'string' && word !== '' ? word : null
}

/** A road without a route code: under its name, if it has one, with its class and length; it has no stakes. */
export const becomeUnnumbered = (setting: Setting, row: PlacedRow, lanes: KnownLanes): Became => {
  const highway = highwayOf(row)
  if (highway !== null && !isDrivable(highway)) return found('not-drivable', highway)
  const lines = linesOf(row)
  if (lines.length === 0) return found('empty')
  const ids = lanes.idsOf(row)
  const [name, roadClass] = [nameOf(row, setting.choices), classOf(row, setting, highway)]
  const roads = lines.map(
    (geometry, piece): Road => ({
      ...{ id: ids[piece] ?? '', routeCode: null, name, roadClass },
      ...{ lengthMetres: Math.round(drawnLineOf(geometry).lengthMetres), geometry, invented: false },
    }),
  )
  const long = roads.filter(({ lengthMetres }) => lengthMetres > 0)
  if (long.length === 0) return found('no-length')
  const routes = long.map(({ id, geometry }) => lanes.numberedAlong(id, geometry))
  const along = routes.find((route) => route !== null)
  return {
    roads: long.filter((_, i) => routes[i] === null),
    notes: [
      ...(lines.length > 1 ? [found('many-pieces', String(lines.length))] : []),
      ...(along === undefined || along === null ? [] : [found('along-numbered', along)]),
    ],
  }
}
