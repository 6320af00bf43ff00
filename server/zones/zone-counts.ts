import type { WhereaboutsCount, ZoneRow } from './store.ts'
import type { Counts } from './wire.ts'

type Countable = Pick<ZoneRow, 'id' | 'shape' | 'placeCode'>

const none: Counts = { open: 0, overdue: 0, cleared: 0, relapsed: 0 }

/**
 * Open, overdue and cleared of any zone: an area counts whatever lies in its division or below it, a segment what
 * was resolved to it. A hazard on a segment so counts twice, once for the road's chief and once for the place's.
 */
export const countsByZone = (groups: readonly WhereaboutsCount[]): ((zone: Countable) => Counts) => {
  const byDivision = new Map<string, Counts>()
  const bySegment = new Map<string, Counts>()
  for (const group of groups) {
    for (const digits of [6, 9, 12])
      if (group.placeCode.length >= digits) addTo(byDivision, group.placeCode.slice(0, digits), group)
    if (group.zoneId !== null) addTo(bySegment, group.zoneId, group)
  }
  return (zone) => (zone.shape === 'area' ? byDivision.get(zone.placeCode) : bySegment.get(zone.id)) ?? none
}

const addTo = (sums: Map<string, Counts>, key: string, more: Counts): void => {
  sums.set(key, together(sums.get(key) ?? none, more))
}

const together = (a: Counts, b: Counts): Counts => ({
  open: a.open + b.open,
  overdue: a.overdue + b.overdue,
  cleared: a.cleared + b.cleared,
  relapsed: a.relapsed + b.relapsed,
})

/** What falls into no zone at all, by position or for want of one. */
export const countsOutsideZones = (groups: readonly WhereaboutsCount[]): Counts =>
  groups.filter(({ zoneId }) => zoneId === null).reduce<Counts>(together, none)

/** The register's filter that lists just what is counted. */
export const filterOfZone = (zone: Countable): { place: string } | { zone: string } =>
  zone.shape === 'area' ? { place: zone.placeCode } : { zone: zone.id }
