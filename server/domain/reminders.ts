import type { MessageKind, TaskState } from '../../db/vocabulary.ts'
import { addDays, type Day, daysBetween } from './county-calendar.ts'
import type { MessageVariant } from './message-facts.ts'
import { asked, type Recipient, reviewers, team } from './who-is-told.ts'

/** Of the county's settings; days are calendar days. */
export interface ReminderSettings {
  readonly remindBeforeDays: readonly number[]
  readonly remindAfterDays: readonly number[]
  readonly acceptWithinDays: number
  readonly escalateAfterDays: number
}

export interface RemindedTask {
  readonly id: string
  readonly state: TaskState
  readonly unitId: string
  readonly personId: string | null
  readonly dueOn: Day
  readonly assignedOn: Day
  /** The day on which the county was last told of it. */
  readonly escalatedOn: Day | null
}

export interface Reminder {
  readonly kind: MessageKind
  readonly to: readonly Recipient[]
  /** Said once to each person under this key, whatever restarts; another deadline makes another key. */
  readonly onceKey: string
  readonly dueOn: Day
  readonly variant: MessageVariant | null
}

/** Work goes on, or ought to: the clock of all others stands still, and a submitted one waits for somebody else. */
export const remindedStates: readonly TaskState[] = ['assigned', 'accepted', 'under-way', 'returned']

/** How long before a revisit its team hears of it, besides the day itself. */
export const revisitNoticeDays = 7
/** How long before a reply is due its unit hears of it, besides the day itself. */
export const replyNoticeDays = 1

/**
 * What is to be said of one task on a day of the county. A server that was off on the day itself says it later: of
 * several reminders missed only the last. Days are calendar days; thresholds are the county's settings.
 */
export const remindersOfTask = (task: RemindedTask, today: Day, settings: ReminderSettings): readonly Reminder[] => {
  const { id, state, unitId, personId, dueOn, assignedOn } = task
  if (!remindedStates.includes(state)) return []
  const owner: Recipient = { answerable: { unitId, personId } }
  const left = daysBetween(today, dueOn)
  const waited = daysBetween(assignedOn, today)
  const say = (
    kind: MessageKind,
    onceKey: string,
    variant: MessageVariant | null = null,
    to: Recipient = owner,
  ): Reminder => ({
    ...{ kind, to: [to], onceKey: `${kind}:${onceKey}`, dueOn, variant },
  })
  const said: Reminder[] = []

  // whoever was given two days is not told at once that two days are left
  const before = settings.remindBeforeDays
    .filter((days) => days >= left && addDays(dueOn, -days) > assignedOn)
    .sort((a, b) => a - b)[0]
  if (left > 0 && before !== undefined) said.push(say('deadline-near', `${before}:${id}:${dueOn}`))
  if (left === 0 && assignedOn < today) said.push(say('deadline-today', `${id}:${dueOn}`))
  const past = settings.remindAfterDays.filter((days) => days <= -left).sort((a, b) => b - a)[0]
  if (left < 0 && past !== undefined) said.push(say('deadline-passed', `${past}:${id}:${dueOn}`))

  const unaccepted = state === 'assigned' && waited >= settings.acceptWithinDays
  if (unaccepted) said.push(say('not-accepted', `${id}:${assignedOn}`))

  const { escalatedOn } = task
  const neverTaken = unaccepted && waited >= settings.acceptWithinDays + settings.escalateAfterDays
  if (neverTaken && (escalatedOn === null || escalatedOn < assignedOn))
    said.push(say('escalated', `accept:${id}:${assignedOn}`, 'not-accepted', reviewers))
  else if (-left >= settings.escalateAfterDays && (escalatedOn === null || escalatedOn <= dueOn))
    said.push(say('escalated', `overdue:${id}:${dueOn}`, 'overdue', reviewers))
  return said
}

export interface RemindedRevisit {
  readonly id: string
  readonly kind: 'due' | 'spot-check'
  readonly dueOn: Day
  /** The unit sent, or null for the team that found it. */
  readonly unitId: string | null
  readonly teamUnitId: string | null
}

/** A revisit owed: a week before and on its day, to the unit sent or the team that found it, else to the county. */
export const reminderOfRevisit = (visit: RemindedRevisit, today: Day): Reminder | null => {
  const left = daysBetween(today, visit.dueOn)
  // a spot check is told when it is drawn, and is short
  const noticeDays = visit.kind === 'spot-check' ? 0 : revisitNoticeDays
  if (left > noticeDays) return null
  const { unitId, teamUnitId, id, dueOn } = visit
  const to = unitId !== null ? asked(unitId) : teamUnitId !== null ? team(teamUnitId) : reviewers
  return {
    ...{ kind: 'revisit-due' as const, to: [to], dueOn, variant: null },
    onceKey: `revisit-due:${left > 0 ? noticeDays : 0}:${id}:${dueOn}`,
  }
}

/** Progress owed under supervision, on its day or as soon after as anybody looks. */
export const reminderOfProgress = (
  hazard: { readonly id: string; readonly progressDueOn: Day; readonly supervisorId: string | null },
  owners: readonly Recipient[],
  today: Day,
): Reminder | null =>
  today < hazard.progressDueOn
    ? null
    : {
        ...{ kind: 'progress-owed' as const, dueOn: hazard.progressDueOn, variant: null },
        to: [...(hazard.supervisorId === null ? [] : [{ person: hazard.supervisorId }]), ...owners],
        onceKey: `progress-owed:${hazard.id}:${hazard.progressDueOn}`,
      }

/** A document's reply: the day before and on the day, to the unit that owes it. */
export const reminderOfReply = (
  notice: { readonly id: string; readonly unitId: string; readonly replyDueOn: Day },
  today: Day,
): Reminder | null => {
  const left = daysBetween(today, notice.replyDueOn)
  if (left > replyNoticeDays) return null
  return {
    ...{ kind: 'reply-due' as const, to: [asked(notice.unitId)], dueOn: notice.replyDueOn, variant: null },
    onceKey: `reply-due:${left > 0 ? replyNoticeDays : 0}:${notice.id}:${notice.replyDueOn}`,
  }
}

/** Reminders are made by day: from 8:00 to before 21:00 on the county's clock. */
export const isReminderHour = (hour: number): boolean => hour >= 8 && hour < 21
