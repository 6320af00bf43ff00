import { keepBooks, type Tx } from '../../db/unit-of-work.ts'
import { dayOf, type Instant } from '../domain/county-calendar.ts'
import { noFacts } from '../domain/message-facts.ts'
import type { Recipient } from '../domain/who-is-told.ts'
import { note } from '../journal/note.ts'
import { chiefsOf } from '../messages/store.ts'
import { type Telling, tell } from '../messages/tell.ts'
import { hazardFacts } from '../messages/tell-of-step.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { markEscalated, saidAmong } from './due-store.ts'
import { gatherReminders, type Owed } from './gather-reminders.ts'
import type { Works } from './works.ts'

/** So many sayings share a transaction: others wait to write only for a moment. */
const sayingsAtOnce = 20

/** Says all that falls due on this day of the county and was not said before; how many people were told. */
export const remind = async (
  world: Works,
  goOn: () => boolean = () => true,
  atOnce = sayingsAtOnce,
): Promise<number> => {
  const { db, county } = world
  const zone = await timeZoneOf(db, county)
  const today = dayOf(world.now(), zone)
  let told = 0
  for await (const page of gatherReminders(db, county, today)) {
    const said = await saidAmong(
      db,
      county,
      page.map(({ reminder }) => reminder.onceKey),
    )
    const fresh = page.filter(({ reminder }) => !said.has(reminder.onceKey))
    for (let from = 0; from < fresh.length && goOn(); from += atOnce) {
      const some = fresh.slice(from, from + atOnce)
      told += await keepBooks(db, async (tx) => {
        const at = world.now()
        const tellings: Telling[] = []
        for (const owed of some) {
          const telling = await tellingOf(tx, owed, at, zone)
          if (telling) tellings.push(telling)
        }
        return tell(tx, { county, zone, at, actorId: null, newId: world.newId }, tellings)
      })
    }
  }
  return told
}

/** The message of one reminder; an escalation is marked and noted with it, or dropped when the task has moved on. */
const tellingOf = async (tx: Tx, owed: Owed, at: Instant, zone: string): Promise<Telling | null> => {
  const { reminder, hazard, task, notice } = owed
  const { kind, onceKey, dueOn, variant } = reminder
  const ids = { hazardId: hazard?.id ?? null, taskId: task?.id ?? null, noticeId: notice?.id ?? null }
  if (notice) {
    const facts = { ...noFacts, label: notice.documentNumber, unit: notice.addressee, dueOn }
    return { ...ids, kind, onceKey, to: reminder.to, facts }
  }
  if (!hazard) return null
  let to: readonly Recipient[] = reminder.to
  if (kind === 'escalated' && task) {
    if (!(await markEscalated(tx, task, at))) return null
    const entry = { county: hazard.county, at, actorId: 'system', subjectId: hazard.id }
    await note(tx, { ...entry, kind: 'task-escalated', body: { taskId: task.id, because: variant, dueOn } })
    const { zoneId, supervisorId } = hazard
    const chiefs = zoneId === null ? [] : await chiefsOf(tx, hazard.county, zoneId, dayOf(at, zone))
    const named = [...chiefs, ...(supervisorId === null ? [] : [supervisorId])]
    to = [...to, ...named.map((person) => ({ person }))]
  }
  const { facts, nameOf } = await hazardFacts(tx, hazard, [task?.unitId ?? null])
  return { ...ids, kind, onceKey, to, facts: { ...facts, unit: nameOf(task?.unitId ?? null), dueOn, variant } }
}
