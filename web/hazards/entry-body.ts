import type { Instant } from '../../server/domain/county-calendar.ts'
import type { EntryView } from '../../server/hazards/answers.ts'

/** What a journal entry says beside its name. It was written by older versions too, so nothing in it is taken for granted. */
export type EntryBody = EntryView['body']

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textIn = (body: Fields, field: string): string => {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}

export const numberIn = (body: Fields, field: string): number | null => {
  const value = body[field]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export const textsIn = (body: Fields, field: string): readonly string[] => {
  const value = body[field]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

export const fieldsIn = (body: Fields, field: string): readonly Fields[] => {
  const value = body[field]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** What takes longer to arrive was kept on the phone for a while. */
const lateAfterMs = 10 * 60_000

/** When it happened on the device, where that is long before the server heard of it; null otherwise. */
export const happenedEarlier = (entry: Pick<EntryView, 'at' | 'body'>): Instant | null => {
  const told = [textIn(entry.body, 'deviceAt'), textIn(entry.body, 'capturedAt')].filter(
    (at) => at !== '' && !Number.isNaN(Date.parse(at)),
  )
  const earliest = told.sort()[0]
  if (earliest === undefined) return null
  return Date.parse(entry.at) - Date.parse(earliest) > lateAfterMs ? earliest : null
}
