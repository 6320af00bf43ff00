import type { PlaceKind } from '../../db/vocabulary.ts'
import type { KnownCounty } from './known-county.ts'

type Place = KnownCounty['places'][number]

interface Asked {
  readonly code: string | null
  readonly name: string | null
  /** Null stands for any. */
  readonly kind: PlaceKind | null
}

export interface PlaceNames {
  /** The place of this code, else the only one of this name; null where none is or several are. */
  readonly find: (asked: Asked) => Place | null
  /** How many places of the kind bear the name. */
  readonly count: (name: string, kind: PlaceKind | null) => number
  readonly byCode: ReadonlyMap<string, Place>
}

/** What a place is called without the word for what it is: tables say 城北村, 城北村委会 and 城北 of the same village. */
const stem = (name: string): string => {
  const plain = name.normalize('NFKC').replace(/\s/g, '')
  const short = plain.replace(/(村民委员会|村委会|居民委员会|居委会|行政村|社区|村|镇|乡|街道)$/, '')
  return short.length >= 2 ? short : plain
}

export const placeNamesOf = (places: KnownCounty['places']): PlaceNames => {
  const byCode = new Map(places.map((place) => [place.code, place]))
  const called = (place: Place): string[] => [place.name, ...place.aliases]
  const exact = Map.groupBy(
    places.flatMap((place) => called(place).map((name) => ({ name, place }))),
    ({ name }) => name,
  )
  const loose = Map.groupBy(
    places.flatMap((place) => called(place).map((name) => ({ name: stem(name), place }))),
    ({ name }) => name,
  )
  const named = (name: string, kind: PlaceKind | null): Place[] => {
    const among = (found: readonly { readonly place: Place }[] | undefined): Place[] => [
      ...new Set((found ?? []).map(({ place }) => place).filter((place) => kind === null || place.kind === kind)),
    ]
    const sure = among(exact.get(name.trim()))
    return sure.length > 0 ? sure : among(loose.get(stem(name)))
  }
  return {
    byCode,
    count: (name, kind) => named(name, kind).length,
    find: ({ code, name, kind }) => {
      const known = code === null ? undefined : byCode.get(code)
      if (known) return known
      const found = name === null ? [] : named(name, kind)
      return found.length === 1 ? (found[0] ?? null) : null
    },
  }
}
