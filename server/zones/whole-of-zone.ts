import { z } from 'zod'
import type { EventKind } from '../../db/event-kinds.ts'
import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { unitIsElsewhere } from '../domain/unit-reach.ts'
import { zoneDoors } from '../domain/zone-doors.ts'
import { zoneLengthMetres } from '../domain/zone-length.ts'
import { chiefRoles } from '../domain/zone-terms.ts'
import { Problem } from '../http/problem.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { allUnits } from '../people/unit-store.ts'
import type { World } from '../world.ts'
import { cardOfZone } from './card-of-zone.ts'
import { helperOnWire, whenOf } from './helpers-view.ts'
import { candidatesFor, entriesAbout, helpersOf, peopleNamed, postsOf, versionOfZone } from './post-store.ts'
import { findZone, type ZoneRow } from './store.ts'
import type { ZoneWhole } from './whole-wire.ts'

const told: readonly EventKind[] = [
  ...(['post-given', 'post-ended', 'post-corrected', 'post-struck', 'zone-handed-over'] as const),
  ...(['helper-added', 'helper-changed', 'helper-struck'] as const),
]

const Maybe = z.string().nullable().catch(null)
/** What the journal keeps of a change to a zone, read as far as it goes. */
const Kept = z.object({
  personId: Maybe,
  formerId: Maybe,
  name: Maybe,
  heldFrom: Maybe,
  heldUntil: Maybe,
  because: Maybe,
  taskIds: z.array(z.string()).nullable().catch(null),
})

/** A zone with all that is known of it, for the page of its own. */
export const wholeOfZone = async (world: World, actor: Actor, id: string): Promise<ZoneWhole> => {
  const { db, county } = world
  const zone = await findZone(db, county, id)
  if (!zone) throw new Problem('not-there')
  const doors = zoneDoors(actor, zone)
  const today = dayOf(world.now(), await timeZoneOf(db, county))
  const keeper = doors.posts === null
  const [card, version, posts, helpers, entries, candidates, units] = await Promise.all([
    cardOfZone(world, actor, zone),
    versionOfZone(db, county, id),
    postsOf(db, county, id),
    helpersOf(db, county, [id]),
    entriesAbout(db, county, id, told),
    keeper ? candidatesFor(db, county, chiefRoles) : [],
    keeper ? allUnits(db, county) : [],
  ])
  const kept = entries.map((entry) => ({ ...entry, said: Kept.parse(JSON.parse(entry.body)) }))
  const people = await peopleNamed(db, county, [
    ...posts.map(({ personId }) => personId),
    ...kept.flatMap(({ said }) => [said.personId ?? [], said.formerId ?? []].flat()),
  ])
  const nameOf = (personId: string | null): string | null =>
    personId === null ? null : (people.get(personId)?.name ?? null)
  const areasOf = new Map(units.map(({ id: unitId, areaCodes }) => [unitId, areaCodes]))
  const names = new Map([[id, zone.name]])
  return {
    ...card,
    ...{ version, today, doors, lengthMetres: lengthOf(zone) },
    posts: posts.map(({ id: postId, personId, level, heldFrom, heldUntil }) => ({
      ...{ id: postId, personId, level, heldFrom, heldUntil, when: whenOf({ heldFrom, heldUntil }, today) },
      ...{ name: nameOf(personId) ?? '', unit: people.get(personId)?.unit ?? null },
      phone: people.get(personId)?.phone ?? null,
    })),
    allHelpers: helpers.map((row) => ({ ...helperOnWire(row, id, names), when: whenOf(row, today) })),
    entries: kept.map(({ seq, at, kind, by, said }) => ({
      ...{ seq, at, kind, by, person: nameOf(said.personId) ?? said.name, other: nameOf(said.formerId) },
      ...{ heldFrom: said.heldFrom, heldUntil: said.heldUntil, because: said.because },
      tasks: said.taskIds?.length ?? null,
    })),
    candidates: candidates.map(({ id: personId, name, unit, unitId, role }) => ({
      ...{ id: personId, name, unit },
      leads: role === 'leader',
      elsewhere: unitIsElsewhere(areasOf.get(unitId ?? '') ?? [], zone.placeCode),
    })),
  }
}

/** An area has no length. */
const lengthOf = (zone: ZoneRow): number | null => {
  const metres = zone.shape === 'area' ? null : zoneLengthMetres(zone)
  return metres === null ? null : Math.round(metres)
}
