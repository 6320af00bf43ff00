import type { Tx } from '../../db/unit-of-work.ts'
import type { SupervisionLevel } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { addDays } from '../domain/county-calendar.ts'
import { tableOfMoves } from '../domain/table-of-moves.ts'
import type { Done, Ground } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { activeOfRoles, addSupervision, endSupervision } from './supervision-store.ts'

interface Terms {
  readonly level: SupervisionLevel
  readonly supervisorId: string
  readonly everyDays: number
  /** Empty where the county's rule speaks: major ones are supervised from the start. */
  readonly because: string
}

/** Whoever is named must be able to enter progress, or nobody would be answerable for it. */
const mayBeNamed = tableOfMoves['report-progress'].by

export const mayBeNamedSupervisor = async (tx: Tx, county: string, personId: string): Promise<boolean> =>
  (await activeOfRoles(tx, county, mayBeNamed, personId)).length > 0

/** Writes the supervision and says what changes on the hazard: the first progress is owed after the first round. */
export const putUnderSupervision = async (
  world: World,
  actor: Actor,
  { tx, hazard, now, today }: Pick<Ground, 'tx' | 'hazard' | 'now' | 'today'>,
  terms: Terms,
) => {
  const { level, supervisorId, everyDays, because } = terms
  await addSupervision(tx, {
    ...{ county: actor.county, id: world.newId(), hazardId: hazard.id, level, supervisorId, everyDays, because },
    ...{ startedAt: now, startedBy: actor.id },
  })
  const progressDueOn = addDays(today, everyDays)
  return {
    change: { supervisionLevel: level, supervisorId, progressEveryDays: everyDays, progressDueOn },
    body: { level, supervisorId, everyDays, progressDueOn, because },
  } satisfies Done
}

/** A major one, from the moment it is on the register: the person named first, else the county answers for it. */
export const superviseFromTheStart = async (
  world: World,
  actor: Actor,
  ground: Pick<Ground, 'tx' | 'hazard' | 'now' | 'today' | 'county'>,
  personIds: readonly (string | null)[],
) => {
  const { tx, county } = ground
  const named = personIds.find((id) => id !== null) ?? null
  const [first] = named === null ? [] : await activeOfRoles(tx, county.county, mayBeNamed, named)
  const [reviewer = actor.id] =
    actor.role === 'county-reviewer' ? [actor.id] : await activeOfRoles(tx, county.county, ['county-reviewer'], null)
  return putUnderSupervision(world, actor, ground, {
    ...{ level: 'county', supervisorId: first ?? reviewer, everyDays: county.settings.progressEveryDays, because: '' },
  })
}

export const notSupervised = {
  ...{ supervisionLevel: null, supervisorId: null, progressEveryDays: null, progressDueOn: null },
} as const

/** Ended, and why; an empty reason means that the hazard was cleared. */
export const endIt = async (
  actor: Actor,
  { tx, hazard, now }: Pick<Ground, 'tx' | 'hazard' | 'now'>,
  because: string,
) => {
  const ended = { endedAt: now, endedBy: actor.id, endedBecause: because }
  await endSupervision(tx, actor.county, hazard.id, ended)
  return notSupervised
}
