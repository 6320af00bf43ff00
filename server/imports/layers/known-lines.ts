import type { KnownCounty } from '../known-county.ts'

type Zone = KnownCounty['zones'][number]
type Asked = Pick<Zone, 'routeCode' | 'fromMetres' | 'toMetres' | 'name' | 'placeCode'>

/** Segments and roads that the county has, looked up by what makes one the same as one in a file. */
export interface KnownLines {
  /** The segment between the same stake marks of the route, else the one of the same name and place on it. */
  readonly segmentLike: (asked: Asked) => Zone | undefined
  readonly nameOfRoute: (routeCode: string) => string | undefined
}

const byStakes = ({ routeCode, fromMetres, toMetres }: Asked): string | null =>
  fromMetres === null ? null : JSON.stringify([routeCode, fromMetres, toMetres])
const byName = ({ routeCode, name, placeCode }: Asked): string => JSON.stringify([routeCode, name, placeCode])

export const knownLinesOf = ({ zones, roads }: KnownCounty): KnownLines => {
  const staked = new Map<string, Zone>()
  const named = new Map<string, Zone>()
  for (const zone of zones) {
    if (zone.shape !== 'segment') continue
    const stakes = byStakes(zone)
    if (stakes !== null && !staked.has(stakes)) staked.set(stakes, zone)
    if (!named.has(byName(zone))) named.set(byName(zone), zone)
  }
  const names = new Map(
    [...roads].reverse().flatMap(({ routeCode, name }) => (routeCode === null ? [] : [[routeCode, name] as const])),
  )
  return {
    segmentLike: (asked) => {
      const stakes = byStakes(asked)
      return (stakes === null ? undefined : staked.get(stakes)) ?? named.get(byName(asked))
    },
    nameOfRoute: (routeCode) => names.get(routeCode),
  }
}
