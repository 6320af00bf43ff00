import { type Day, daysBetween } from './county-calendar.ts'
import { type LngLat, metresBetween } from './distance.ts'

export interface ClearedHere {
  readonly id: string
  readonly lngLat: LngLat
  /** The day it was cleared, in the county's zone. */
  readonly clearedOn: Day
}

export interface RelapseSettings {
  readonly relapseMetres: number
  readonly relapseDays: number
}

export interface Relapse {
  readonly id: string
  readonly metres: number
  /** Days from clearing to its coming back; 0 on the same day. */
  readonly days: number
}

/** Whether that many days after it was cleared still count as its coming back; the last day is in. */
export const isRelapse = (clearedOn: Day, today: Day, { relapseDays }: Pick<RelapseSettings, 'relapseDays'>): boolean =>
  daysBetween(clearedOn, today) <= relapseDays

/**
 * The hazard cleared not long ago of which a new one at this place is the relapse (反弹): the nearest within reach;
 * of several at one spot the one cleared last. Null where there is none. Defaults of 180 days (domain.md, 7.8) and
 * 50 metres are settings of the county.
 */
export const relapseAt = (
  lngLat: LngLat,
  today: Day,
  settings: RelapseSettings,
  cleared: readonly ClearedHere[],
): Relapse | null => {
  const [nearest] = cleared
    .filter(({ clearedOn }) => isRelapse(clearedOn, today, settings))
    .map((one) => ({ ...one, metres: metresBetween(lngLat, one.lngLat) }))
    .filter(({ metres }) => metres <= settings.relapseMetres)
    .sort((a, b) => a.metres - b.metres || b.clearedOn.localeCompare(a.clearedOn) || a.id.localeCompare(b.id))
  return nearest ? { id: nearest.id, metres: nearest.metres, days: daysBetween(nearest.clearedOn, today) } : null
}
