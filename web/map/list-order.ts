import { isWithin } from '../../server/domain/bounds.ts'
import type { Bounds, LngLat } from '../../server/domain/distance.ts'
import type { MarkedPoint, MarkedPoints } from './marked-points.ts'

export interface Listed extends MarkedPoint {
  readonly lngLat: LngLat
}

const open = (hazard: MarkedPoint): boolean => hazard.stage === 'register' && hazard.setAside === null
/** Deadlines count only while the hazard is open; what has none comes behind what has. */
const dueKey = (hazard: MarkedPoint): string => (open(hazard) ? (hazard.dueOn ?? '9999') : '9999-99')

const before = (a: Listed, b: Listed): number =>
  Number(b.overdue) - Number(a.overdue) ||
  (dueKey(a) < dueKey(b) ? -1 : dueKey(a) > dueKey(b) ? 1 : 0) ||
  b.rank - a.rank ||
  (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)

/** Every hazard of the map as a row: due first, then by how bad. */
export const inListOrder = ({ features }: MarkedPoints): Listed[] =>
  features
    .map(({ geometry, properties }): Listed => {
      const [longitude = 0, latitude = 0] = geometry.coordinates
      return { ...properties, lngLat: [longitude, latitude] }
    })
    .sort(before)

/** Only what lies in view; all of it where the list does not follow the map. */
export const inView = (hazards: readonly Listed[], view: Bounds | null): readonly Listed[] =>
  view === null ? hazards : hazards.filter(({ lngLat }) => isWithin(lngLat, view))
