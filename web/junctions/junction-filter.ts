import { useCallback, useMemo } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { z } from 'zod'
import { JunctionQuery } from '../../server/junctions/wire.ts'

/** What the page shows as it stands in the address: the server's own fields, as text. */
const { after: _after, limit: _limit, ...shown } = JunctionQuery.shape
const keys = Object.keys(shown) as (keyof typeof shown)[]
export type JunctionFilter = Readonly<Partial<Record<keyof typeof shown, string>>>

/** A value that the server would refuse is left out, not sent. */
const filterOf = (search: URLSearchParams): JunctionFilter =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = search.get(key)
      return value !== null && value !== '' && shown[key].safeParse(value).success ? [[key, value]] : []
    }),
  )

export const junctionsAddress = (filter: JunctionFilter): string => {
  const search = new URLSearchParams()
  for (const key of keys) {
    const value = filter[key]
    if (value !== undefined && value !== '') search.set(key, value)
  }
  const text = search.toString()
  return text === '' ? '/junctions' : `/junctions?${text}`
}

/** The filter as the typed client takes it: each value has passed its own field's schema. */
export const asQuery = (filter: JunctionFilter) => filter as Omit<z.input<typeof JunctionQuery>, 'limit' | 'after'>

/** Choices of what counts as recent, in months. */
export const monthChoices = ['3', '6', '12', '24'] as const
export const usualMonths = '12'

export const useJunctionFilter = () => {
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const filter = useMemo(() => filterOf(search), [search])
  const change = useCallback(
    (part: JunctionFilter) => go(junctionsAddress({ ...filter, ...part }), { replace: true }),
    [filter, go],
  )
  const clear = useCallback(() => go(junctionsAddress({}), { replace: true }), [go])
  return { filter, change, clear, months: filter.months ?? usualMonths }
}
