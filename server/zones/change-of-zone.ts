import type { EventKind } from '../../db/event-kinds.ts'
import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { type Day, dayOf, type Instant } from '../domain/county-calendar.ts'
import { type ZoneDoors, zoneDoors, zoneHanders, zoneKeepers } from '../domain/zone-doors.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { moveZone, type PostRow, postsOf, versionOfZone } from './post-store.ts'
import { findZone, type ZoneRow } from './store.ts'
import { wholeOfZone } from './whole-of-zone.ts'
import type { ZoneWhole } from './whole-wire.ts'

export interface Asked<Body> {
  readonly zoneId: string
  /** The post or helper that it is about. */
  readonly id: string
  readonly version: number
  readonly body: Body
}

export interface Ground {
  readonly tx: Tx
  readonly zone: ZoneRow
  readonly posts: readonly PostRow[]
  readonly now: Instant
  readonly today: Day
  readonly timeZone: string
}

interface Said {
  readonly actId: string
  readonly deviceAt: string | null
}

/** Who could open a shut door. */
export const openedBy = (door: keyof ZoneDoors) =>
  door === 'handOver' ? zoneHanders : door === 'posts' ? zoneKeepers : ([...zoneKeepers, 'road-chief'] as const)

/**
 * The frame of every change to a zone's posts and helpers: whose door, known before, the version decided on; then the
 * act, the zone's next version and the journal, in one transaction. What the act answers is kept in the journal.
 */
export const changeZone = async <Body extends Said>(
  world: World,
  actor: Actor,
  { zoneId, id, version, body }: Asked<Body>,
  { kind, door }: { readonly kind: EventKind; readonly door: keyof ZoneDoors },
  act: (ground: Ground) => Promise<Readonly<Record<string, unknown>>>,
): Promise<ZoneWhole> => {
  const { county } = actor
  const { actId, deviceAt, ...asked } = body
  const contentHash = hashOfContent({ kind, zoneId, id, version, asked })
  const timeZone = await timeZoneOf(world.db, county)
  await inTransaction(world.db, async (tx) => {
    const zone = await findZone(tx, county, zoneId)
    if (!zone) throw new Problem('not-there')
    const because = zoneDoors(actor, zone)[door]
    if (because !== null) throw new Problem('not-yours', { because, who: openedBy(door) })
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return
    // moved first: whoever comes second waits here, and then finds another version
    if ((await versionOfZone(tx, county, zoneId)) !== version || !(await moveZone(tx, county, zoneId, version)))
      throw new Problem('changed-meanwhile')
    const now = world.now()
    const posts = await postsOf(tx, county, zoneId)
    const told = await act({ tx, zone, posts, now, today: dayOf(now, timeZone), timeZone })
    const entry = { county, at: now, actorId: actor.id, kind, subjectId: zoneId }
    await note(tx, { ...entry, body: { id, ...told, ...(deviceAt !== null && { deviceAt }) } })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: zoneId, at: now })
  })
  return wholeOfZone(world, actor, zoneId)
}
