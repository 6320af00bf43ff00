import { useQueryClient } from '@tanstack/react-query'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'

export const hazardKey = (id: string) => ['hazard', id] as const

export const useHazard = (id: string) => useAsked(hazardKey(id), () => told(api.hazards[':id'].$get({ param: { id } })))

/** Lists, maps and figures in which a hazard stands; the county's own lists do not change by a step. */
const untouchedBySteps: readonly unknown[] = ['session', 'county', 'people', 'hazard', 'door']

/** Puts the answer of a step in the place of the picture it was decided on, and lets every list be read anew. */
export const useKeepHazard = (): ((hazard: HazardWhole) => void) => {
  const client = useQueryClient()
  return (hazard) => {
    client.setQueryData(hazardKey(hazard.id), hazard)
    void client.invalidateQueries({ predicate: ({ queryKey }) => !untouchedBySteps.includes(queryKey[0]) })
  }
}
