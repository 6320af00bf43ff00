import { useMemo, useSyncExternalStore } from 'react'
import type { RoadClass } from '../../db/vocabulary.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import { positionOfStake as stakeAt } from '../../server/domain/position-of-stake.ts'
import type { BookPlace, FieldBook } from '../../server/field-book/wire.ts'
import { type BookState, bookNow, onBookChange } from './book-store.ts'

/** A route to pick by number or name, with the stake marks it has. */
export interface BookRoute {
  readonly routeCode: string
  readonly name: string
  readonly roadClass: RoadClass
  readonly fromMetres: number
  readonly toMetres: number
}

export interface FieldBookView {
  readonly state: BookState['state']
  /** When the server last said that this is how things are, by this device's clock. */
  readonly asOfMs: number | null
  readonly townships: readonly BookPlace[]
  readonly villages: readonly BookPlace[]
  readonly schools: readonly BookPlace[]
  readonly routes: readonly BookRoute[]
}

/** What can be picked without a connection: townships, villages, schools, and roads with the range of their stakes. */
export const useFieldBook = (): FieldBookView => {
  const { ground, asOfMs, state } = useSyncExternalStore(onBookChange, bookNow, bookNow)
  const book = ground?.book ?? null
  const lists = useMemo(() => listsOf(book), [book])
  return { state, asOfMs, ...lists }
}

/** Where a stake mark stands, by the field book; null where its road is not in it or does not reach that far. */
export const positionOfStake = (routeCode: string, chainageMetres: number): LngLat | null => {
  const { ground } = bookNow()
  return ground === null ? null : stakeAt(ground.book.zones, ground.book.roads, routeCode, chainageMetres)
}

const listsOf = (book: FieldBook | null) => {
  const ofKind = (kind: BookPlace['kind']) => book?.places.filter((place) => place.kind === kind) ?? []
  return {
    townships: ofKind('township'),
    villages: ofKind('village'),
    schools: ofKind('school'),
    routes: book === null ? [] : routesOf(book),
  }
}

/** By the stakes of its segments where it has any, else from nought to its measured length. */
const routesOf = ({ roads, zones }: FieldBook): BookRoute[] => {
  const stakes = stakesOf(zones)
  const routes = new Map<string, BookRoute>()
  for (const { routeCode, name, roadClass, lengthMetres } of roads) {
    if (routeCode === null) continue
    const known = routes.get(routeCode)
    const unstaked = { fromMetres: 0, toMetres: Math.max(lengthMetres, known?.toMetres ?? 0) }
    const { fromMetres, toMetres } = stakes.get(routeCode) ?? unstaked
    routes.set(routeCode, { routeCode, name: known?.name ?? name, roadClass, fromMetres, toMetres })
  }
  return [...routes.values()]
}

/** From the first stake of any segment of a route to the last. */
const stakesOf = (zones: FieldBook['zones']): ReadonlyMap<string, { fromMetres: number; toMetres: number }> => {
  const stakes = new Map<string, { fromMetres: number; toMetres: number }>()
  for (const { routeCode, fromMetres, toMetres } of zones) {
    if (routeCode === null || fromMetres === null || toMetres === null) continue
    const known = stakes.get(routeCode) ?? { fromMetres, toMetres: fromMetres }
    stakes.set(routeCode, {
      fromMetres: Math.min(known.fromMetres, fromMetres, toMetres),
      toMetres: Math.max(known.toMetres, fromMetres, toMetres),
    })
  }
  return stakes
}
