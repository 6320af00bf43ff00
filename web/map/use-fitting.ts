import type { RefObject } from 'react'
import { boundsOf } from '../../server/domain/bounds.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import { positionsOf } from '../../server/domain/geometry-runs.ts'
import type { County } from '../ui/use-county.ts'
import type { CountyMap } from './county-map.ts'
import type { MarkedPoints } from './marked-points.ts'
import type { useMapCard } from './use-map-card.ts'

interface On {
  readonly map: RefObject<CountyMap | null>
  readonly zoneOf: ReturnType<typeof useMapCard>['zoneOf']
  readonly county: County
  readonly points: MarkedPoints | undefined
}

/** Ways to bring something whole into view; what has no place moves nothing. */
export const useFitting = ({ map, zoneOf, county, points }: On) => {
  const bring = (positions: readonly (readonly number[])[]): void => {
    const around = boundsOf(positions)
    if (around) map.current?.fit(around)
  }
  return {
    fitZone: (zoneId: string): void => {
      const zone = zoneOf(zoneId)
      if (zone) bring(positionsOf(zone.geometry))
    },
    fitAll: (places: readonly LngLat[]): void => bring(places),
    showAll: (): void => {
      if (county.bounds) map.current?.fit(county.bounds)
      else bring((points?.features ?? []).map(({ geometry }) => geometry.coordinates))
    },
  }
}
