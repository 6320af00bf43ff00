import { randomInt } from 'node:crypto'
import type { PersonRow } from './people-store.ts'

export interface WithFirstPassword {
  readonly person: PersonRow
  /** Told this once and kept nowhere; null when the person was there already. */
  readonly firstPassword: string | null
}

/** Without what is misread on paper or over the phone: 0 O 1 l I and the like. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve characters in three groups, 59 bits: to be told once and changed at the first sign-in. */
export const makeFirstPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  )
