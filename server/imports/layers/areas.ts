import type { ChiefLevel, PlaceKind } from '../../../db/vocabulary.ts'
import { levelFits } from '../../domain/zone-levels.ts'
import type { Found } from '../geometry-checks.ts'
import { divisionCodeOf, levelNamed, wordIn } from '../row-values.ts'
import { type Became, found, type PlacedRow, type Setting } from './candidate.ts'

const levelOfFigures: Readonly<Record<number, ChiefLevel>> = { 6: 'total', 9: 'township', 12: 'village' }
const kindOfLevel: Partial<Record<ChiefLevel, PlaceKind>> = { township: 'township', village: 'village' }

/** What is to be said of a division code against the county's table of codes. */
const checkCode = ({ known, names }: Setting, code: string, name: string | null): Found | Found[] => {
  if (!/^\d{6}(\d{3}){0,2}$/.test(code)) return found('wrong-format', code)
  if (!code.startsWith(known.code)) return found('another-county', code)
  if (code === known.code) return []
  const place = names.byCode.get(code)
  if (place)
    return name === null || place.name === name || place.aliases.includes(name)
      ? []
      : [found('name-differs', place.name)]
  const tableHasLevel = known.places.some((one) => /^\d+$/.test(one.code) && one.code.length === code.length)
  return tableHasLevel ? found('unknown-code', code) : [found('code-unchecked')]
}

/** An area: a township's, a village's or the county's. */
export const becomeArea = (setting: Setting, { source, geometry }: PlacedRow): Became => {
  const { known, names, choices } = setting
  if (geometry === null) return found('no-geometry')
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return found('another-shape', geometry.type)
  const written = wordIn(source, choices.fields, 'code')
  const name = wordIn(source, choices.fields, 'name')
  const said = choices.levelAs === 'by-row' ? levelNamed(wordIn(source, choices.fields, 'level')) : choices.levelAs
  const asked = divisionCodeOf(written)
  const kind = said === null ? null : (kindOfLevel[said] ?? null)
  const byName = asked === null && name !== null ? names.find({ code: null, name, kind }) : null
  if (asked === null && byName === null) {
    if (name !== null && names.count(name, kind) > 1) return found('ambiguous-name', name)
    return written === null ? found('no-code') : found('wrong-format', written)
  }
  const code = asked ?? byName?.code ?? ''
  const checked = checkCode(setting, code, name)
  if (!Array.isArray(checked)) return checked
  const before = known.zones.find((zone) => zone.shape === 'area' && zone.placeCode === code)
  const kept = before && levelFits(before, before.level) ? before.level : levelOfFigures[code.length]
  const level = choices.levelAs === 'by-row' ? kept : choices.levelAs
  if (level === undefined) return found('no-level')
  if (!levelFits({ shape: 'area', placeCode: code }, level)) return found('not-a-level-here')
  return {
    zone: {
      ...{ id: before?.id ?? `area-${code}`, shape: 'area', level, geometry },
      ...{ name: name ?? names.byCode.get(code)?.name ?? before?.name ?? '', placeCode: code },
      ...{ routeCode: null, fromMetres: null, toMetres: null, invented: false },
    },
    chief: wordIn(source, choices.fields, 'chief'),
    notes: [...checked, ...(byName ? [found('code-by-name', code)] : [])],
  }
}
