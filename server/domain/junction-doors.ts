import type { Role } from '../../db/vocabulary.ts'

/** Who has to do with the register of junctions; the screen shows the same doors that the server keeps. */

/** Finds, enters, names and retires them, and makes patrol plans. */
export const junctionKeepers: readonly Role[] = ['administrator', 'county-reviewer']

/** Looks at one and says what was found. */
export const junctionInspectors: readonly Role[] = ['squad', 'county-reviewer']

/** A register of places is open to all who work with it; whoever only reports sees their own reports. */
export const junctionReaders: readonly Role[] = [
  ...(['squad', 'road-chief', 'department', 'county-reviewer', 'leader', 'administrator'] as const),
]
