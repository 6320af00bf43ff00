import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { dayRoute } from '../../server/domain/day-route.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import type { HazardLine } from '../../server/hazards/answers.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'

export interface Stop {
  readonly hazard: HazardLine
  readonly lngLat: LngLat
  /** From the stop before; to the first from where one stands, else 0. */
  readonly legMetres: number
}

const nowhere: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** The hazards of a route in the order to go to them; what was read is kept on the device, so it works out there too. */
export const useDayRoute = (ids: readonly string[], from: LngLat | null) => {
  const among = ids.join(',')
  const asked = useAsked(
    ['register', 'route', among],
    () => told(api.hazards.$get({ query: { among, limit: String(ids.length) } })),
    { enabled: ids.length > 0 },
  )
  const found = asked.data?.hazards
  const route = useMemo(() => (found === undefined ? null : routeOf(ids, found, from)), [ids, found, from])
  const drawn = useMemo(() => (route === null ? nowhere : drawnRoute(route.stops, from)), [route, from])
  return { asked, route, drawn }
}

export type DayRouteView = ReturnType<typeof useDayRoute>

const routeOf = (ids: readonly string[], found: readonly HazardLine[], from: LngLat | null) => {
  const byId = new Map(found.map((hazard) => [hazard.id, hazard]))
  const asPicked = ids.flatMap((id) => byId.get(id) ?? [])
  const placed = asPicked.flatMap((hazard) => {
    const { longitude, latitude } = hazard
    return longitude === null || latitude === null ? [] : [{ hazard, lngLat: [longitude, latitude] as const }]
  })
  const { order, legMetres, totalMetres } = dayRoute(
    placed.map(({ lngLat }) => lngLat),
    from,
  )
  return {
    stops: order.flatMap((index, at): Stop[] => {
      const stop = placed[index]
      return stop ? [{ ...stop, legMetres: legMetres[at] ?? 0 }] : []
    }),
    unplaced: asPicked.filter(({ longitude, latitude }) => longitude === null || latitude === null),
    gone: ids.length - asPicked.length,
    totalMetres,
  }
}

const drawnRoute = (stops: readonly Stop[], from: LngLat | null): FeatureCollection => {
  const way = [...(from === null ? [] : [from]), ...stops.map(({ lngLat }) => lngLat)].map(([lng, lat]) => [lng, lat])
  return {
    type: 'FeatureCollection',
    features: [
      ...(way.length < 2
        ? []
        : [{ type: 'Feature' as const, geometry: { type: 'LineString' as const, coordinates: way }, properties: {} }]),
      ...stops.map(({ lngLat }, at) => ({
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: [...lngLat] },
        properties: { number: at + 1 },
      })),
    ],
  }
}
