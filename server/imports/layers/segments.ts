import { createHash } from 'node:crypto'
import type { LineString, MultiLineString } from 'geojson'
import type { ChiefLevel, RoadClass } from '../../../db/vocabulary.ts'
import { formatChainage } from '../../domain/chainage.ts'
import { positionsOf } from '../../domain/geometry-runs.ts'
import { parseRouteCode } from '../../domain/route-code.ts'
import { levelFits } from '../../domain/zone-levels.ts'
import type { Found } from '../geometry-checks.ts'
import { divisionCodeOf, levelNamed, metresOf, wordIn } from '../row-values.ts'
import { type Became, found, type PlacedRow, type Setting } from './candidate.ts'
import { lineBetweenStakes } from './stakes.ts'

/** A county's chief has the county's roads and those above, a township's the township's (domain notes on 路长制). */
const levelOfClass: Readonly<Record<RoadClass, ChiefLevel>> = {
  ...{ national: 'county', provincial: 'county', county: 'county' },
  ...{ township: 'township', village: 'village', dedicated: 'county' },
}

export const shortHash = (...parts: readonly (string | number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)

/** The route code a row names: the first that is one, where it names several. */
export const routeIn = (text: string) => {
  const read = text.split(/[;；,，、/]/).map((part) => parseRouteCode(part))
  return read.find((route) => route.ok) ?? null
}

interface Stakes {
  readonly from: number | null
  readonly to: number | null
}

const stakesOf = ({ source }: PlacedRow, { choices: { fields } }: Setting): Stakes | Found => {
  const [from, to] = [wordIn(source, fields, 'from'), wordIn(source, fields, 'to')]
  const [fromMetres, toMetres] = [from === null ? null : metresOf(from), to === null ? null : metresOf(to)]
  if (from !== null && fromMetres === null) return found('no-chainage', from)
  if (to !== null && toMetres === null) return found('no-chainage', to)
  // one end alone says nothing about the whole
  return fromMetres === null || toMetres === null ? { from: null, to: null } : { from: fromMetres, to: toMetres }
}

const lineOf = (
  setting: Setting,
  { geometry }: PlacedRow,
  routeCode: string | null,
  { from, to }: Stakes,
): LineString | MultiLineString | Found => {
  if (geometry !== null)
    return geometry.type === 'LineString' || geometry.type === 'MultiLineString'
      ? geometry
      : found('another-shape', geometry.type)
  if (routeCode === null) return found('no-route-code')
  return from === null || to === null ? found('no-position') : lineBetweenStakes(setting, routeCode, from, to)
}

/** A stretch of road with a chief of its own, drawn or told by route and stake marks. */
export const becomeSegment = (setting: Setting, row: PlacedRow): Became => {
  const { known, choices, index, lines } = setting
  const { fields } = choices
  const written = wordIn(row.source, fields, 'route')
  const route = written === null ? null : routeIn(written)
  if (written !== null && route === null) return found('not-a-route-code', written)
  const stakes = stakesOf(row, setting)
  if ('fault' in stakes) return stakes
  const routeCode = route?.code ?? null
  const geometry = lineOf(setting, row, routeCode, stakes)
  if ('fault' in geometry) return geometry
  const { from, to } = stakes
  const positions = positionsOf(geometry)
  const [lng = 0, lat = 0] = positions[Math.floor(positions.length / 2)] ?? []
  const code = divisionCodeOf(wordIn(row.source, fields, 'code'))
  const placeCode = code?.startsWith(known.code) ? code : index.locate([lng, lat]).placeCode
  const stretch = from === null || to === null ? '' : ` ${formatChainage(from)}—${formatChainage(to)}`
  const name = wordIn(row.source, fields, 'name') ?? (routeCode === null ? '' : `${routeCode}${stretch}`)
  const before = lines.segmentLike({ routeCode, fromMetres: from, toMetres: to, name, placeCode })
  const said = choices.levelAs === 'by-row' ? levelNamed(wordIn(row.source, fields, 'level')) : choices.levelAs
  const kept = before && levelFits(before, before.level) ? before.level : null
  const level = said ?? kept ?? (route ? levelOfClass[route.roadClass] : null)
  if (level === null) return found('no-level')
  if (!levelFits({ shape: 'segment', placeCode }, level)) return found('not-a-level-here')
  return {
    zone: {
      ...{ id: before?.id ?? `segment-${shortHash(routeCode, from, to, name, placeCode)}`, shape: 'segment', level },
      ...{ name, placeCode, routeCode, fromMetres: from, toMetres: to, geometry, invented: false },
    },
    chief: wordIn(row.source, fields, 'chief'),
    notes: [],
  }
}
