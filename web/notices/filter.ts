import type { z } from 'zod'
import { NoticeFilter } from '../../server/notices/wire.ts'

/** What the list can be narrowed to; it stands in the address bar under the server's own names. */
const Shown = NoticeFilter.omit({ year: true })
export type Filter = Readonly<z.infer<typeof Shown>>
export const filterKeys = Shown.keyof().options
export type FilterKey = keyof Filter
export const noticeFlags = ['unsigned', 'unreplied', 'overdue'] as const satisfies readonly FilterKey[]

/** Only fields the server would accept: anything misspelt is left out, not sent. */
const accepted = (fields: Readonly<Partial<Record<FilterKey, string | undefined>>>): Filter =>
  Shown.parse(
    Object.fromEntries(
      filterKeys.flatMap((key) => {
        const value = fields[key] ?? ''
        return value !== '' && Shown.shape[key].safeParse(value).success ? [[key, value]] : []
      }),
    ),
  )

export const noticeFilterOf = (search: URLSearchParams): Filter =>
  accepted(Object.fromEntries(filterKeys.map((key) => [key, search.get(key) ?? ''])))

/** The filter with one field changed; null takes the field out. */
export const withField = (filter: Filter, key: FilterKey, value: string | null): Filter =>
  accepted({ ...filter, [key]: value ?? '' })

export const noticesAddress = (filter: Filter): string => {
  const search = new URLSearchParams()
  for (const key of filterKeys) {
    const value = filter[key]
    if (value !== undefined) search.set(key, value)
  }
  const text = search.toString()
  return text === '' ? '/notices' : `/notices?${text}`
}

/** The address on which a document about these hazards is written. */
export const newNoticeAddress = (hazards: readonly string[], kind?: string): string =>
  `/notices/new?${new URLSearchParams({ ...(kind !== undefined && { kind }), hazards: hazards.join(',') })}`
