import type { FeatureCollection, Point } from 'geojson'
import { useCallback, useMemo, useState } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import { insideRing } from './lasso.ts'
import type { Pen } from './lasso-pen.ts'
import type { Listed } from './list-order.ts'

const nobody: ReadonlySet<string> = new Set()

/** Hazards picked out on the sheet or in its list, to do something with all of them. */
export const useChoosing = (listed: readonly Listed[]) => {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null)
  const [draws, setDraws] = useState(true)
  const on = ids !== null
  // what a filter hides is not acted upon unseen
  const chosen = useMemo(() => (ids === null ? [] : listed.filter(({ id }) => ids.has(id))), [ids, listed])

  const toggle = useCallback((these: readonly string[]) => {
    setIds((former) => {
      const next = new Set(former)
      const all = these.every((id) => next.has(id))
      for (const id of these)
        if (all) next.delete(id)
        else next.add(id)
      return next
    })
  }, [])
  const take = useCallback((these: readonly string[]) => {
    setIds((former) => new Set([...(former ?? []), ...these]))
  }, [])
  const drawnRound = useCallback(
    (ring: readonly LngLat[]) => {
      take(insideRing(listed, ring).map(({ id }) => id))
      setDraws(false)
    },
    [listed, take],
  )
  const picked = useMemo(
    (): FeatureCollection<Point> => ({
      type: 'FeatureCollection',
      features: chosen.map(({ lngLat }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...lngLat] },
        properties: {},
      })),
    }),
    [chosen],
  )
  const pen: Pen = !on ? 'away' : draws ? 'draw' : 'rest'
  return {
    on,
    pen,
    ids: ids ?? nobody,
    chosen,
    picked,
    toggle,
    take,
    drawnRound,
    setDraws,
    begin: () => {
      setIds(new Set())
      setDraws(true)
    },
    keepOnly: (these: readonly string[]) => setIds(new Set(these)),
    end: () => setIds(null),
  }
}

export type Choosing = ReturnType<typeof useChoosing>
