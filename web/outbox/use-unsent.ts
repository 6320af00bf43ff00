import type { HazardWhole } from '../../server/hazards/answers.ts'
import { useTime } from '../text/use-time.ts'
import { useMe } from '../ui/use-me.ts'
import { isToSettle } from './badge-state.ts'
import type { OutboxEntry } from './entry.ts'
import { isOfHazard, stepsAmong, unsentOf, withUnsent } from './unsent-steps.ts'
import { useOutboxEntries } from './use-outbox.ts'

interface UnsentSteps {
  readonly waiting: readonly OutboxEntry[]
  /** Came back, or were not accepted: their author has to settle them. */
  readonly toSettle: readonly OutboxEntry[]
}

export const useUnsentSteps = (hazardId: string): UnsentSteps => {
  const entries = useOutboxEntries()
  return {
    waiting: unsentOf(entries, hazardId),
    toSettle: entries.filter((entry) => isOfHazard(entry, hazardId) && isToSettle(entry)),
  }
}

/** The hazard with its doors as they stand behind the reader's own unsent steps. */
export const useWithUnsent = (hazard: HazardWhole): HazardWhole => {
  const { person, unit } = useMe()
  const { today } = useTime()
  const { waiting } = useUnsentSteps(hazard.id)
  return withUnsent(hazard, stepsAmong(waiting), { id: person.id, unitId: unit?.id ?? null }, today)
}
