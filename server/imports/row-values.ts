import type { ChiefLevel } from '../../db/vocabulary.ts'
import { parseChainage } from '../domain/chainage.ts'
import type { ReadRow } from './read-shape.ts'
import type { FieldRole, ImportChoices } from './wire.ts'

/** What a row says in a role, as text; null where it says nothing. */
export const wordIn = (row: ReadRow, fields: ImportChoices['fields'], role: FieldRole): string | null => {
  const field = fields[role]
  if (field === null) return null
  const value = row.properties[field]
  const text = value === null || value === undefined ? '' : String(value).normalize('NFKC').trim()
  return text === '' ? null : text
}

/**
 * A division code without the noughts that fill it up: 360424100000 is the township 360424100. Land surveys write 19
 * figures of which the first twelve count. Null where it is no code at all.
 */
export const divisionCodeOf = (text: string | null): string | null => {
  const [figures] = /^\d{6,19}$/.exec(text ?? '') ?? []
  if (figures === undefined) return null
  const twelve = figures.slice(0, 12)
  if (twelve.length === 12 && twelve.endsWith('000000')) return twelve.slice(0, 6)
  if (twelve.length === 12 && twelve.endsWith('000')) return twelve.slice(0, 9)
  if (twelve.length === 9 && twelve.endsWith('000')) return twelve.slice(0, 6)
  return twelve
}

/** Metres along the road. A bare figure is kilometres up to 500, as tables of roads have it, and metres above. */
export const metresOf = (text: string): number | null => {
  if (!/^\d+(\.\d+)?$/.test(text)) return parseChainage(text)
  const value = Number(text)
  return Math.round(value <= 500 ? value * 1000 : value)
}

export const levelNamed = (text: string | null): ChiefLevel | null => {
  if (text === null) return null
  if (/总|total/i.test(text)) return 'total'
  if (/县|county|district/i.test(text)) return 'county'
  if (/乡|镇|街道|town/i.test(text)) return 'township'
  return /村|社区|village/i.test(text) ? 'village' : null
}
