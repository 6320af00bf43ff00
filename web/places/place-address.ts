import { mapAddressOf } from '../map/map-address.ts'

type LngLat = readonly [longitude: number, latitude: number]

/** How far around a place one may look, in metres; 50 is what the county calls the same place. */
export const withinMetres = [50, 100, 200, 500] as const
export type WithinMetres = (typeof withinMetres)[number]

/** The page of a place: five decimals are a metre. */
export const placeAddress = ([longitude, latitude]: LngLat, metres: WithinMetres = 50): string =>
  `/place?at=${longitude.toFixed(5)},${latitude.toFixed(5)}${metres === 50 ? '' : `&within=${metres}`}`

export const placeIn = (search: URLSearchParams): { at: LngLat; metres: WithinMetres } | null => {
  // the map's own reading of a place; how near one looks at it is nothing to this page
  const { view } = mapAddressOf(new URLSearchParams({ at: `${search.get('at') ?? ''},12` }))
  if (view === null) return null
  const metres = withinMetres.find((each) => String(each) === search.get('within')) ?? 50
  return { at: [view.longitude, view.latitude], metres }
}
