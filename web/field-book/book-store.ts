import type { BookHazard, BookHazards } from '../../server/field-book/wire.ts'
import type { Ground } from './place-here.ts'

/** The field book as this page has it; pages follow it, `refresh-book.ts` fills it. */
export interface BookState {
  readonly ground: Ground | null
  readonly hazards: readonly BookHazard[]
  /** When the server last said that this is how things are. */
  readonly asOfMs: number | null
  readonly refreshing: boolean
  /** None yet: still looking on the device, or nothing kept and no connection so far. */
  readonly state: 'looking' | 'none' | 'here'
}

const empty: BookState = { ground: null, hazards: [], asOfMs: null, refreshing: false, state: 'looking' }

let now: BookState = empty
const ears = new Set<() => void>()

const set = (change: Partial<BookState>): void => {
  now = { ...now, ...change }
  for (const tell of ears) tell()
}

export const bookNow = (): BookState => now

export const onBookChange = (tell: () => void): (() => void) => {
  ears.add(tell)
  return () => ears.delete(tell)
}

export const putGround = (ground: Ground): void => set({ ground, state: 'here' })

export const putHazards = ({ hazards }: BookHazards): void => set({ hazards })

export const putAsOf = (asOfMs: number): void => set({ asOfMs })

export const nothingKept = (): void => {
  if (now.state === 'looking') set({ state: 'none' })
}

export const setRefreshing = (refreshing: boolean): void => set({ refreshing })

/** Nothing of it is left for whoever signs in next. */
export const closeBook = (): void => {
  set(empty)
}
