import { type HazardGroupCode, hazardGroups } from '../../server/domain/hazard-codes.ts'
import { addressWith, type Filter } from '../register/filter.ts'

/** What the heat counts: all hazards, those an accident led to, or one category by its letter. */
export type Heat = 'all' | 'accident' | HazardGroupCode

export const heats: readonly Heat[] = ['all', 'accident', ...hazardGroups.map(({ code }) => code)]

export const heatIn = (text: string): Heat | null => heats.find((each) => each === text) ?? null

/** The filter under which the heat is counted, never wider than the reader's own; null where both leave nothing. */
export const filterOfHeat = (heat: Heat, filter: Filter): Filter | null => {
  if (heat === 'all') return filter
  if (heat === 'accident') {
    const sources = filter.source?.split(',')
    return sources === undefined || sources.includes(heat) ? { ...filter, source: heat } : null
  }
  if (filter.code === undefined) return { ...filter, code: heat }
  return filter.code.startsWith(heat) ? filter : null
}

export const heatTiles = (filter: Filter): string =>
  `${location.origin}/api/tiles/hazards/{z}/{x}/{y}${addressWith('', filter)}`
