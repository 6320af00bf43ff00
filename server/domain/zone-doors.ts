import type { Role, ZoneShape } from '../../db/vocabulary.ts'
import type { Actor } from './actor.ts'
import type { Reason } from './reasons.ts'

/** Who gives and ends posts and words the signs (workflow.md: zones are kept by the administrator, the county does all). */
export const zoneKeepers: readonly Role[] = ['administrator', 'county-reviewer']

/** A zone handed over takes its tasks along, and only the county re-assigns (the table of moves, `reassign-task`). */
export const zoneHanders: readonly Role[] = ['county-reviewer']

/** What a decision about a zone needs to know of it. */
export interface ZoneWhere {
  readonly id: string
  readonly shape: ZoneShape
  readonly placeCode: string
}

/** Whether this chief answers for the zone today: by a post of its own, or for an area that it lies in. */
const answersFor = ({ zoneIds, zonePlaceCodes }: Actor, zone: ZoneWhere): boolean =>
  zoneIds.includes(zone.id) || zonePlaceCodes.some((code) => zone.placeCode.startsWith(code))

export interface ZoneDoors {
  readonly posts: Reason | null
  readonly handOver: Reason | null
  readonly helpers: Reason | null
}

/** Why each door of a zone is shut to somebody; null where it is open. Helpers are also the zone's own chief's to keep. */
export const zoneDoors = (actor: Actor, zone: ZoneWhere): ZoneDoors => {
  const keeper = zoneKeepers.includes(actor.role)
  const own = actor.role === 'road-chief' && answersFor(actor, zone)
  return {
    posts: keeper ? null : 'another-role',
    handOver: zoneHanders.includes(actor.role) ? null : 'another-role',
    helpers: keeper || own ? null : actor.role === 'road-chief' ? 'another-zone' : 'another-role',
  }
}
