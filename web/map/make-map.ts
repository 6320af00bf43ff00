import { Map as MapLibre, type MapOptions, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Bounds } from '../../server/domain/distance.ts'
import type { Fonts } from './layers/names.ts'
import { farthestZoom, nearestZoom } from './layers/zooms.ts'
import type { View } from './map-address.ts'
import type { Inks } from './sprites.ts'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)

export interface Dress extends Inks {
  readonly fonts: Fonts
}

export interface Start {
  readonly at: View | Bounds
  readonly dress: Dress
  /** What the canvas is called by those who listen. */
  readonly title: string
  /** What is said to a single finger where the page is scrolled past the map, and two fingers move it. */
  readonly twoFingers?: string
  readonly own?: Pick<MapOptions, 'fadeDuration' | 'fitBoundsOptions' | 'maxZoom' | 'minZoom' | 'scrollZoom'>
}

/** Nothing glides: asked for by the reader's device. */
export const wantsStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Left free around what is brought into view. */
export const edgePixels = 36

/** What is to be seen of the sheet, without what a card covers from below. */
export const boundsOfMap = (map: MapLibre, bottomPixels: number): Bounds => {
  const { clientWidth, clientHeight } = map.getContainer()
  const northWest = map.unproject([0, 0])
  const southEast = map.unproject([clientWidth, Math.max(1, clientHeight - bottomPixels)])
  return { west: northWest.lng, south: southEast.lat, east: southEast.lng, north: northWest.lat }
}

export const viewOfMap = (map: MapLibre): View => {
  const { lng, lat } = map.getCenter()
  return { longitude: lng, latitude: lat, zoom: map.getZoom() }
}

export const corners = ({ west, south, east, north }: Bounds): [number, number, number, number] => [
  west,
  south,
  east,
  north,
]

/** A map of ours before anything is laid on it: north is up, and nothing is fetched but what we name. */
export const makeMap = (container: HTMLElement, start: Start, style: StyleSpecification): MapLibre => {
  const { at, title, twoFingers, own } = start
  const map = new MapLibre({
    container,
    style,
    ...('west' in at
      ? { bounds: corners(at), fitBoundsOptions: { padding: edgePixels } }
      : { center: [at.longitude, at.latitude], zoom: at.zoom }),
    minZoom: farthestZoom,
    maxZoom: nearestZoom,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    localIdeographFontFamily: false,
    fadeDuration: wantsStill() ? 0 : 160,
    locale: {
      'Map.Title': title,
      // a screen with a mouse can be touched as well; its wheel scrolls the page, with any key
      ...(twoFingers !== undefined && {
        'CooperativeGesturesHandler.MobileHelpText': twoFingers,
        'CooperativeGesturesHandler.WindowsHelpText': twoFingers,
        'CooperativeGesturesHandler.MacHelpText': twoFingers,
      }),
    },
    ...(twoFingers !== undefined && { cooperativeGestures: true, scrollZoom: false }),
    ...own,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}
