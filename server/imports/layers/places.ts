import type { Position } from 'geojson'
import type { PlaceKind } from '../../../db/vocabulary.ts'
import type { Found } from '../geometry-checks.ts'
import { divisionCodeOf, metresOf, wordIn } from '../row-values.ts'
import { type Became, found, type PlacedRow, type Setting } from './candidate.ts'
import { routeIn, shortHash } from './segments.ts'
import { pointAtStake } from './stakes.ts'

type Kind = Exclude<PlaceKind, 'road'>

const kindOfWord = (text: string | null): Kind | null => {
  if (text === null) return null
  if (/school|kindergarten|学校|小学|中学|幼儿园|教学点/i.test(text)) return 'school'
  if (/village|hamlet|村|居委|社区/i.test(text)) return 'village'
  return /town|乡|镇|街道/i.test(text) ? 'township' : null
}
const kindOfFigures: Readonly<Record<number, Kind>> = { 9: 'township', 12: 'village' }
const figuresOfKind: Readonly<Record<Kind, number | null>> = { township: 9, village: 12, school: null }

const kindOf = ({ source }: PlacedRow, { choices }: Setting, code: string | null, name: string | null): Kind | null => {
  if (choices.layer === 'divisions') return kindOfFigures[code?.length ?? 0] ?? null
  if (choices.placesAs !== 'by-row') return choices.placesAs
  const said = kindOfWord(wordIn(source, choices.fields, 'kind'))
  if (said === 'school') return said
  return kindOfFigures[code?.length ?? 0] ?? said ?? kindOfWord(name)
}

/** Where the row itself says that it is; null where it says nothing. */
const ownPosition = (row: PlacedRow, setting: Setting): Position | Found | null => {
  const { geometry, source } = row
  if (geometry?.type === 'Point') return geometry.coordinates
  if (geometry?.type === 'MultiPoint' && geometry.coordinates.length === 1) return geometry.coordinates[0] ?? null
  if (geometry !== null) return found('another-shape', geometry.type)
  const { fields } = setting.choices
  const [written, stake] = [wordIn(source, fields, 'route'), wordIn(source, fields, 'from')]
  if (written === null || stake === null) return null
  const [route, metres] = [routeIn(written), metresOf(stake)]
  if (route === null) return found('not-a-route-code', written)
  return metres === null ? found('no-chainage', stake) : pointAtStake(setting, route.code, metres)
}

/** Where else it may be: where it was before, in the middle of its area, or for now at the seat of its township. */
const knownPosition = (
  { known, names, choices }: Setting,
  code: string,
): { readonly at: Position; readonly notes: readonly Found[] } | null => {
  const before = names.byCode.get(code)
  if (before) return { at: [before.longitude, before.latitude], notes: [] }
  const area = known.zones.find((zone) => zone.shape === 'area' && zone.placeCode === code)
  const ring = area?.geometry.type === 'Polygon' ? area.geometry.coordinates[0] : undefined
  if (ring && ring.length > 1) {
    const sum = ring.slice(1).reduce(([x = 0, y = 0], [lng = 0, lat = 0]) => [x + lng, y + lat], [0, 0])
    return { at: sum.map((value) => Math.round((value / (ring.length - 1)) * 1e6) / 1e6), notes: [] }
  }
  const parent = choices.atParent ? names.byCode.get(code.slice(0, 9)) : undefined
  return parent ? { at: [parent.longitude, parent.latitude], notes: [found('at-parent', parent.name)] } : null
}

const codeFor = (setting: Setting, kind: Kind, written: string | null, name: string): string | Found => {
  const { known, names } = setting
  const same = names.find({ code: null, name, kind })
  if (kind === 'school') {
    const own = written !== null && /^[A-Za-z0-9][A-Za-z0-9._-]{3,63}$/.test(written) ? written : null
    return own ?? same?.code ?? `school-${shortHash(written, name)}`
  }
  const asked = divisionCodeOf(written)
  if (asked === null) {
    if (same) return same.code
    if (names.count(name, kind) > 1) return found('ambiguous-name', name)
    return written === null ? found('no-code') : found('wrong-format', written)
  }
  if (asked.length !== figuresOfKind[kind]) return found('wrong-format', asked)
  if (!asked.startsWith(known.code)) return found('another-county', asked)
  const townships = known.places.some((place) => place.kind === 'township')
  const township = asked.slice(0, 9)
  const parentKnown = names.byCode.has(township) || setting.codesInFile.has(township)
  if (kind === 'village' && townships && !parentKnown) return found('unknown-code', asked)
  return asked
}

/** A named place: a township, a village, a school; or a line of the table of division codes, which needs no position. */
export const becomePlace = (setting: Setting, row: PlacedRow): Became => {
  const { names, choices } = setting
  const written = wordIn(row.source, choices.fields, 'code')
  const said = divisionCodeOf(written)
  const name =
    wordIn(row.source, choices.fields, 'name') ?? (said === null ? null : names.byCode.get(said)?.name) ?? null
  const kind = kindOf(row, setting, said, name)
  if (kind === null) return choices.layer === 'divisions' ? found('wrong-format', written ?? '') : found('no-kind')
  if (name === null) return found('no-name')
  const code = codeFor(setting, kind, written, name)
  if (typeof code !== 'string') return code
  const own = ownPosition(row, setting)
  if (own !== null && 'fault' in own) return own
  const place = own === null ? knownPosition(setting, code) : { at: own, notes: [] }
  if (place === null) return found('no-position')
  const before = names.byCode.get(code)
  const [longitude = 0, latitude = 0] = place.at
  const renamed = before && before.name !== name && !before.aliases.includes(before.name)
  const aliases = [...(before?.aliases ?? []).filter((one) => one !== name), ...(renamed ? [before.name] : [])]
  return {
    place: { code, kind, name, aliases, longitude, latitude, invented: false },
    notes: [...place.notes, ...(said === null && kind !== 'school' ? [found('code-by-name', code)] : [])],
  }
}
