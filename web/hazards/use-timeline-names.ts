import type { HazardWhole } from '../../server/hazards/answers.ts'
import type { TimelineNames } from '../text/timeline-words.ts'
import { useTime } from '../text/use-time.ts'
import { useCodeNames } from '../ui/use-county.ts'

/** Everybody who is named somewhere on the hazard, by id: journal entries keep ids only. */
const peopleOn = (hazard: HazardWhole): ReadonlyMap<string, string> => {
  const named = [
    hazard.reportedBy,
    hazard.severitySetBy,
    hazard.clearedBy,
    hazard.supervision?.supervisor ?? null,
    ...hazard.tasks.flatMap(({ extensions }) => extensions.map(({ askedBy }) => askedBy)),
    ...hazard.tasks.flatMap(({ person, submittedBy, verifiedBy }) => [person, submittedBy, verifiedBy]),
    ...hazard.photos.map(({ takenBy }) => takenBy),
    ...hazard.timeline.map(({ actor }) => actor),
  ]
  return new Map([
    ...hazard.chiefs.map(({ id, name }) => [id, name] as const),
    ...named.flatMap((person) => (person === null ? [] : [[person.id, person.name] as const])),
  ])
}

export const useTimelineNames = (hazard: HazardWhole): TimelineNames => {
  const codes = useCodeNames()
  const time = useTime()
  const people = peopleOn(hazard)
  return {
    unit: codes.unitName,
    person: (id) => people.get(id) ?? '',
    hazardCode: codes.hazard,
    measure: codes.measure,
    unitOfMeasure: codes.unitOfMeasure,
    day: (on) => (on === '' ? '' : time.day(on)),
  }
}
