import type { Severity } from '../../db/vocabulary.ts'
import type { Day } from './county-calendar.ts'

/** How an act ended, where one kind of message covers several endings. */
export const messageVariants = [
  'cleared',
  'lifted',
  'granted',
  'refused',
  'accepted',
  'not-accepted',
  'overdue',
  'given-away',
] as const
export type MessageVariant = (typeof messageVariants)[number]

/** What a message says beside its kind, kept as it stood when it was written; words are made from it where it is read. */
export interface MessageFacts {
  /** Register number or short code of the hazard, number of the document, or name of the receiver. */
  readonly label: string
  /** In the reporter's words, or empty; then the code speaks. */
  readonly what: string
  readonly code: string | null
  /** Township, village and spot; empty where unknown. */
  readonly where: string
  readonly severity: Severity | null
  /** Who did it, their unit in front; null for what falls due by itself. */
  readonly by: string | null
  /** Whose task or document it is about. */
  readonly unit: string | null
  readonly dueOn: Day | null
  readonly because: string | null
  readonly variant: MessageVariant | null
}

export const noFacts: MessageFacts = {
  ...{ label: '', what: '', code: null, where: '', severity: null },
  ...{ by: null, unit: null, dueOn: null, because: null, variant: null },
}
