import type { z } from 'zod'
import { RegisterFilter, registerOrders } from '../../server/register/wire.ts'

/** The filter as it stands in the address bar: the server's own fields, as text. */
export const filterKeys = Object.keys(RegisterFilter.shape) as readonly (keyof RegisterFilter)[]
export type FilterKey = (typeof filterKeys)[number]
export type Filter = Readonly<z.input<typeof RegisterFilter>>
export type Order = (typeof registerOrders)[number]

export const flagKeys = [
  'open',
  'overdue',
  'planned',
  'reopened',
  'revisited',
  'supervised',
  'progress-owed',
  'extended',
  'relapsed',
  'on-time',
  'on-time-in-force',
  'registered',
  'unregistered',
  'outside',
  'void',
] as const satisfies readonly FilterKey[]
export type FlagKey = (typeof flagKeys)[number]

/** What of these fields the server would accept: one that is misspelt or out of its list is left out, not sent. */
const accepted = (fields: Readonly<Partial<Record<FilterKey, string | undefined>>>): Filter => {
  const valid = filterKeys.flatMap((key) => {
    const value = fields[key]
    return value !== undefined && value !== '' && RegisterFilter.shape[key].safeParse(value).success
      ? [[key, value]]
      : []
  })
  // each value has just passed its own field's schema, which is all that the type says
  return Object.fromEntries(valid) as Filter
}

export const filterOf = (search: URLSearchParams): Filter =>
  accepted(Object.fromEntries(filterKeys.map((key) => [key, search.get(key) ?? ''])))

/** What WeChat adds to a link that is passed on: it tells where it was tapped, and filters nothing. */
const passedOn: readonly string[] = ['singlemessage', 'groupmessage', 'timeline', 'favorites']

/** The parts of an address that would have narrowed the list and cannot be read, as they stand there. */
export const unreadIn = (search: URLSearchParams): string[] => {
  const read = filterOf(search)
  return filterKeys.flatMap((key) => {
    const value = search.get(key) ?? ''
    const mattersNot = value === '' || (key === 'from' && passedOn.includes(value))
    return mattersNot || read[key] !== undefined ? [] : [`${key}=${value}`]
  })
}

export const orderOf = (search: URLSearchParams): Order =>
  registerOrders.find((order) => order === search.get('order')) ?? 'newest'

/** The address of a page under this filter: `/register?overdue=yes&place=360424100`. */
export const addressWith = (page: string, filter: Filter, order: Order = 'newest'): string => {
  const search = new URLSearchParams()
  for (const key of filterKeys) {
    const value = filter[key]
    if (value !== undefined && value !== '') search.set(key, value)
  }
  if (order !== 'newest') search.set('order', order)
  const text = search.toString()
  return text === '' ? page : `${page}?${text}`
}

/** The filter with one field changed; an empty value takes the field out. */
export const changed = (filter: Filter, key: FilterKey, value: string | null): Filter =>
  accepted({ ...filter, [key]: value ?? '' })
