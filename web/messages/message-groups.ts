import type { MessageKind } from '../../db/vocabulary.ts'
import type { Day, Instant } from '../../server/domain/county-calendar.ts'
import { grouped } from '../grouped.ts'

/** Kinds as they stand on the page of choices: every kind is in exactly one group. */
export const kindsByGroup = {
  tasks: ['task-assigned', 'task-returned', 'task-refused', 'task-submitted', 'task-verified', 'not-accepted'],
  deadlines: [
    'deadline-near',
    'deadline-today',
    'deadline-passed',
    'escalated',
    'extension-asked',
    'extension-decided',
  ],
  supervision: ['supervised', 'progress-owed', 'progress-reported'],
  again: ['revisit-due', 'spot-check', 'hazard-reopened'],
  documents: ['notice-received', 'notice-signed', 'notice-replied', 'notice-withdrawn', 'reply-due'],
  rest: ['commented', 'transfer-asked', 'transfer-decided', 'hook-parked', 'zone-handed-over'],
} as const satisfies Record<string, readonly MessageKind[]>

export const messageGroups = ['tasks', 'deadlines', 'supervision', 'again', 'documents', 'rest'] as const

/** Messages under the day on which they came, both the newest first. */
export const byDay = <Message extends { readonly at: Instant }>(
  messages: readonly Message[],
  dayOf: (at: Instant) => Day,
): readonly { readonly day: Day; readonly messages: readonly Message[] }[] =>
  [...grouped(messages, ({ at }) => dayOf(at))].map(([day, those]) => ({ day, messages: those }))

/** Where a message leads: to what it is about. */
export const placeOf = ({
  kind,
  hazardId,
  noticeId,
}: {
  readonly kind: MessageKind
  readonly hazardId: string | null
  readonly noticeId: string | null
}): string | null => {
  if (noticeId !== null) return `/notices/${noticeId}`
  if (hazardId !== null) return `/hazards/${hazardId}`
  return kind === 'hook-parked' ? '/hooks' : null
}
