import type { Colour, Severity, Stage } from '../../db/vocabulary.ts'
import type { Day } from './county-calendar.ts'

const whileOpen: Readonly<Record<Severity, Colour>> = { minor: 'yellow', serious: 'orange', major: 'red' }

/**
 * The warning colour, which follows from the other fields and is never set by hand (domain.md §1 trap 2):
 * yellow / orange / red by severity while open, blue while cleared and under watch, none before grading,
 * after the watch has ended, or while void.
 */
export const colourOf = (
  hazard: { stage: Stage; severity: Severity | null; setAside: string | null; watchUntilOn: Day | null },
  today: Day,
): Colour | null => {
  if (hazard.setAside !== null) return null
  if (hazard.stage === 'cleared') return hazard.watchUntilOn !== null && today <= hazard.watchUntilOn ? 'blue' : null
  return hazard.severity && whileOpen[hazard.severity]
}
