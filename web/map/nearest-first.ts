import { type Located, type WayToSpot, wayToSpot } from '../../server/domain/way-to-spot.ts'
import type { Fix } from '../photos/device-position.ts'
import type { Listed } from './list-order.ts'

export interface Near {
  readonly hazard: Listed
  readonly way: WayToSpot
}

const reachMetres = 20_000
const mostListed = 60

export const hereOf = (fix: Fix): Located => ({
  lngLat: [fix.longitude, fix.latitude],
  accuracyMetres: fix.accuracyMetres,
})

/** What is still open around a position, nearest first. */
export const nearestFirst = (all: readonly Listed[], here: Located): Near[] =>
  all
    .filter(({ stage, setAside }) => stage !== 'cleared' && setAside === null)
    .map((hazard) => ({ hazard, way: wayToSpot(here, { lngLat: hazard.lngLat, accuracyMetres: null }) }))
    .filter(({ way }) => way.metres <= reachMetres)
    .sort((a, b) => a.way.metres - b.way.metres || (a.hazard.id < b.hazard.id ? -1 : 1))
    .slice(0, mostListed)
