import { type Stage, stages } from '../../db/vocabulary.ts'

export type StationState = 'done' | 'now' | 'to-come' | 'named'

/** Where a hazard stands on the road of the four stages; null shows the method itself, nobody's progress. */
export const stationState = (station: Stage, stage: Stage | null): StationState => {
  if (stage === null) return 'named'
  const [at, here] = [stages.indexOf(station), stages.indexOf(stage)]
  if (at < here || stage === 'cleared') return 'done'
  return at === here ? 'now' : 'to-come'
}
