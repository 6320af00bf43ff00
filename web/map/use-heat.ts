import { useMemo } from 'react'
import { useOnline } from '../frame/use-online.ts'
import type { Filter } from '../register/filter.ts'
import { filterOfHeat, type Heat, heatTiles } from './heat.ts'
import type { HazardTiles } from './use-hazard-tiles.ts'

/** Why a heat that is switched on shows nothing. */
export type NoHeat = 'offline' | 'nothing'

/** The tiles of the heat, counted by the server alone: what lies on the device need not be all. */
export const useHeat = (
  heat: Heat | null,
  filter: Filter,
  asOf: number,
): { readonly tiles: HazardTiles | null; readonly why: NoHeat | null } => {
  const online = useOnline()
  return useMemo(() => {
    if (heat === null) return { tiles: null, why: null }
    const counted = filterOfHeat(heat, filter)
    if (counted === null) return { tiles: null, why: 'nothing' }
    return online ? { tiles: { address: heatTiles(counted), asOf }, why: null } : { tiles: null, why: 'offline' }
  }, [heat, filter, asOf, online])
}
