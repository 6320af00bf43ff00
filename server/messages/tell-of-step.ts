import type { Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { dayOf, type Instant } from '../domain/county-calendar.ts'
import { noFacts } from '../domain/message-facts.ts'
import { chiefsAreTold, type Happening, isTold, whoIsTold } from '../domain/who-is-told.ts'
import { findHazard } from '../hazards/store.ts'
import { markReadAbout } from './inbox-store.ts'
import { chiefsOf, namesOf } from './store.ts'
import { tell } from './tell.ts'

export interface StepTaken {
  readonly actor: Actor
  readonly at: Instant
  readonly county: Pick<Row<'counties'>, 'county' | 'timeZone'>
  readonly newId: () => string
  /** As it was before the step. */
  readonly before: Row<'hazards'>
  /** As they are after the step. */
  readonly tasks: readonly Row<'tasks'>[]
  readonly happenings: readonly Happening[]
}

/** A hazard's own part of what a message says; `unitIds` are those whose names it may bear besides. */
export const hazardFacts = async (tx: Tx, hazard: Row<'hazards'>, unitIds: readonly (string | null)[] = []) => {
  const { county, registerNumber, shortCode, description, code, severity, townshipCode, placeCode, spot } = hazard
  const known = unitIds.filter((id) => id !== null)
  const places = [...new Set([townshipCode ?? placeCode, placeCode])]
  const names = await namesOf(tx, county, known, places)
  // people begin the spot with the village as often as not: it is said once
  const where = [...places.map((place) => names.get(place)), spot].filter(
    (part) => part !== undefined && part !== '' && (part === spot || !spot.startsWith(part)),
  )
  const what = Array.from(description.replace(/\s+/g, ' ')).slice(0, 60).join('')
  return {
    nameOf: (unitId: string | null): string | null => (unitId === null ? null : (names.get(unitId) ?? null)),
    facts: { ...noFacts, label: registerNumber ?? shortCode, what, code, severity, where: where.join(' ') },
  }
}

/** Tells those whom a step concerns, in the step's own transaction; what its author was told of it counts as read. */
export const tellOfStep = async (tx: Tx, taken: StepTaken): Promise<void> => {
  const { actor, at, county, newId, before, tasks } = taken
  await markReadAbout(tx, actor, { hazardId: before.id }, at)
  const happenings = taken.happenings.filter(({ kind }) => isTold(kind))
  const hazard = happenings.length === 0 ? null : await findHazard(tx, county.county, before.id)
  if (!hazard) return
  const needsChiefs = hazard.zoneId !== null && happenings.some(({ kind }) => chiefsAreTold.includes(kind))
  const today = dayOf(at, county.timeZone)
  const chiefIds = needsChiefs ? await chiefsOf(tx, county.county, hazard.zoneId ?? '', today) : []
  const told = happenings.flatMap((happening) =>
    whoIsTold(happening, { ...hazard, tasks, chiefIds, supervisorBefore: before.supervisorId }),
  )
  if (told.length === 0) return
  const { nameOf, facts } = await hazardFacts(tx, hazard, [actor.unitId, ...told.map(({ unitId }) => unitId)])
  const by = [nameOf(actor.unitId), actor.name].filter((part) => part !== null).join(' ')
  await tell(
    tx,
    { county: county.county, zone: county.timeZone, at, actorId: actor.id, newId },
    told.map(({ kind, who, taskId, unitId, dueOn, because, variant }) => ({
      ...{ kind, to: who, taskId, hazardId: hazard.id, noticeId: null },
      facts: { ...facts, by, unit: nameOf(unitId), dueOn, because, variant },
    })),
  )
}
