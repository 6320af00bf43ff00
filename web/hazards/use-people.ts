import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'

/** Everybody of the county by name and unit, for choosing who answers for a task. */
export const usePeople = () => useAsked(['people'], () => told(api.people.$get()), { staleTimeMs: 5 * 60_000 })
