import type { Db } from '../../db/unit-of-work.ts'
import { addDays, type Day } from '../domain/county-calendar.ts'
import { levelFits } from '../domain/zone-levels.ts'
import { holdsOn, postInTheWay, stayReasonOf, taskHolders } from '../domain/zone-terms.ts'
import { hashOfContent } from '../journal/act-once.ts'
import { findPerson, type PersonRow } from '../people/people-store.ts'
import { refuse } from './check-post.ts'
import { tasksHeldIn, unitsNamed } from './hand-over-store.ts'
import { postOf } from './post-of.ts'
import { type PostRow, peopleNamed } from './post-store.ts'
import type { ZoneRow } from './store.ts'
import { type HandOverPlan, type HandOverQuery, mostTasksAtOnce } from './whole-wire.ts'

export interface WorkedOut {
  readonly plan: HandOverPlan
  readonly post: PostRow
  readonly former: PersonRow
  readonly next: PersonRow
  /** Unit of the new chief, to which the tasks go. */
  readonly unitId: string | null
}

/**
 * What handing a post over from a day brings about: the terms, the tasks that go along, those that stay and why.
 * Throws invalid with what stands against it. A day ahead is refused: tasks are re-assigned on the day itself.
 */
export const workOutHandOver = async (
  db: Db,
  zone: ZoneRow,
  posts: readonly PostRow[],
  { postId, toPersonId, fromOn }: HandOverQuery,
  today: Day,
): Promise<WorkedOut> => {
  const { county } = zone
  const post = postOf(posts, postId)
  const [former, next] = await Promise.all([findPerson(db, county, post.personId), findPerson(db, county, toPersonId)])
  if (!next) return refuse('/toPersonId', 'unknown')
  if (!former) throw new Error(`post ${postId} belongs to nobody`)
  if (next.id === former.id) return refuse('/toPersonId', 'the-former-one')
  if (!next.active) return refuse('/toPersonId', 'not-active')
  if (!taskHolders.includes(next.role)) return refuse('/toPersonId', 'cannot-hold-tasks')
  if (fromOn > today) return refuse('/fromOn', 'in-the-future')
  const runsOn = post.heldUntil === null || post.heldUntil >= fromOn
  if (runsOn && fromOn <= post.heldFrom) return refuse('/fromOn', 'before-its-beginning')

  const { level } = post
  const known = posts.find((one) => one.personId === next.id && one.level === level && holdsOn(one, today))
  // ends with who holds it: a next term of such a level would be a new one
  if (!known && !levelFits(zone, level)) return refuse('/postId', 'not-a-level-here')
  const others = posts.filter(({ id }) => id !== post.id && id !== known?.id)
  if (!known && postInTheWay(others, { id: '', level, heldFrom: fromOn, heldUntil: null }))
    return refuse('/fromOn', 'term-overlaps')

  const held = await tasksHeldIn(db, county, zone, former)
  const units = await unitsNamed(db, county)
  const people = await peopleNamed(db, county, [
    ...[former.id, next.id],
    ...held.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  ])
  const line = ({ registerNumber, shortCode, description, ...task }: (typeof held)[number]) => ({
    ...{ taskId: task.taskId, hazardId: task.hazardId, label: registerNumber ?? shortCode, what: description },
    ...{ state: task.state, dueOn: task.dueOn, overdue: task.dueOn < today },
    ...{ unit: units.get(task.unitId) ?? null, person: people.get(task.personId ?? '')?.name ?? null },
  })
  const going = held.filter(({ state }) => stayReasonOf(state) === null)
  if (going.length > 0 && next.unitId === null) return refuse('/toPersonId', 'no-unit')
  const first = going.slice(0, mostTasksAtOnce)
  const shown = {
    level,
    from: { id: former.id, name: former.name, unit: people.get(former.id)?.unit ?? null },
    to: { id: next.id, name: next.name, unit: people.get(next.id)?.unit ?? null },
    fromOn,
    formerUntil: runsOn ? addDays(fromOn, -1) : null,
    holdsAlready: known !== undefined,
    moves: first.map((task) => ({
      ...line(task),
      begun: task.state === 'under-way',
      extensionAsked: task.extensionAskedBy !== null,
      named: task.personId !== null,
    })),
    stays: held.flatMap((task) => {
      const because = stayReasonOf(task.state)
      return because === null ? [] : [{ ...line(task), because }]
    }),
    more: going.length - first.length,
  }
  return {
    plan: { plan: hashOfContent({ zoneId: zone.id, postId, shown }), ...shown },
    post,
    former,
    next,
    unitId: next.unitId,
  }
}
