import { type LngLat, metresBetween, metresPerDegree, radiansPerDegree } from './distance.ts'
import { placeCellOf } from './morton.ts'

/** A junction that the county's register holds already. */
export interface KnownJunction {
  readonly id: string
  readonly lngLat: LngLat
}

export interface Matched<Found, Known> {
  /** What is found again, with what it is known as. */
  readonly kept: readonly { readonly found: Found; readonly known: Known }[]
  readonly fresh: readonly { readonly found: Found; readonly id: string }[]
  /** Known ones that nothing was found for. */
  readonly gone: readonly Known[]
}

/** A junction found no further than this from a known one is that one, its lines drawn anew (proposed). */
export const sameJunctionMetres = 30

/**
 * Gives each found junction the identity of the nearest known one within reach, one to one, nearest pairs first; the
 * rest get an id made from their position alone, so that two runs over the same lines make the same ids.
 */
export const matchJunctions = <Found extends { readonly lngLat: LngLat }, Known extends KnownJunction>(
  found: readonly Found[],
  known: readonly Known[],
  reachMetres: number = sameJunctionMetres,
): Matched<Found, Known> => {
  const pairs = pairsWithin(found, known, reachMetres)
  const knownOf = new Map<Found, Known>()
  const taken = new Set<Known>()
  for (const pair of pairs) {
    if (knownOf.has(pair.found) || taken.has(pair.known)) continue
    knownOf.set(pair.found, pair.known)
    taken.add(pair.known)
  }
  const ids = new Set(known.map(({ id }) => id))
  const kept: { found: Found; known: Known }[] = []
  const fresh: { found: Found; id: string }[] = []
  for (const one of found) {
    const match = knownOf.get(one)
    if (match) kept.push({ found: one, known: match })
    else fresh.push({ found: one, id: newIdAt(one.lngLat, ids) })
  }
  return { kept, fresh, gone: known.filter((one) => !taken.has(one)) }
}

/** `j` and the Morton cell (0.6 m at the equator) in letters and digits; a second one in the same cell gets a number. */
const newIdAt = (lngLat: LngLat, ids: Set<string>): string => {
  const plain = `j${placeCellOf(lngLat).toString(36)}`
  let id = plain
  for (let n = 2; ids.has(id); n++) id = `${plain}-${n}`
  ids.add(id)
  return id
}

/** Pairs within reach, nearest first, equally near ones by the known one's id. */
const pairsWithin = <Found extends { readonly lngLat: LngLat }, Known extends KnownJunction>(
  found: readonly Found[],
  known: readonly Known[],
  reachMetres: number,
) => {
  const highest = Math.max(0, ...known.map(({ lngLat }) => Math.abs(lngLat[1])))
  const north = reachMetres / metresPerDegree
  const east = north / Math.max(0.01, Math.cos(Math.min(89, highest + north) * radiansPerDegree))
  const cellOf = ([lng, lat]: LngLat): readonly [number, number] => [Math.floor(lng / east), Math.floor(lat / north)]
  const cells = new Map<string, Known[]>()
  for (const one of known) {
    const key = cellOf(one.lngLat).join()
    const there = cells.get(key)
    if (there) there.push(one)
    else cells.set(key, [one])
  }
  const pairs = found.flatMap((one) => {
    const [x, y] = cellOf(one.lngLat)
    return [x - 1, x, x + 1].flatMap((i) =>
      [y - 1, y, y + 1].flatMap((k) =>
        (cells.get(`${i},${k}`) ?? []).map((other) => ({
          ...{ found: one, known: other },
          metres: metresBetween(one.lngLat, other.lngLat),
        })),
      ),
    )
  })
  return pairs
    .filter(({ metres }) => metres <= reachMetres)
    .sort((a, b) => a.metres - b.metres || (a.known.id < b.known.id ? -1 : 1))
}
