import { useCallback, useMemo, useState } from 'react'
import { useOnline } from '../frame/use-online.ts'
import { addressWith, type Filter } from '../register/filter.ts'

export interface HazardTiles {
  readonly address: string
  /** Tiles are asked about again whenever this changes; the server says by their tags which are still good. */
  readonly asOf: number
}

/**
 * The hazards as the server cuts them, or null: without a connection, or once one of them did not come, what the list
 * has is drawn instead, until the list has been answered anew.
 */
export const useHazardTiles = (
  filter: Filter,
  asOf: number,
): { readonly tiles: HazardTiles | null; readonly fail: () => void } => {
  const online = useOnline()
  const [failedAt, setFailedAt] = useState<number | null>(null)
  const fail = useCallback(() => setFailedAt(asOf), [asOf])
  const usable = online && failedAt !== asOf
  const tiles = useMemo(() => {
    const query = addressWith('', filter)
    return usable ? { address: `${location.origin}/api/tiles/hazards/{z}/{x}/{y}${query}`, asOf } : null
  }, [usable, filter, asOf])
  return { tiles, fail }
}
