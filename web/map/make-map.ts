import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Bounds } from './bounds.ts'
import type { Fonts } from './layers/names.ts'
import { farthestZoom, nearestZoom } from './layers/zooms.ts'
import type { View } from './map-address.ts'
import { styleOf } from './map-style.ts'
import type { Inks } from './sprites.ts'

setWorkerUrl(workerUrl)

export interface Dress extends Inks {
  readonly fonts: Fonts
}

export interface Start {
  readonly at: View | Bounds
  readonly dress: Dress
  /** What the canvas is called by those who listen. */
  readonly title: string
  /** Nothing glides: asked for by the reader's device. */
  readonly still: boolean
}

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
export const makeMap = (container: HTMLElement, { at, dress, title, still }: Start): MapLibre => {
  const map = new MapLibre({
    container,
    style: styleOf(dress.palette, dress.fonts, dress.marks),
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
    fadeDuration: still ? 0 : 160,
    locale: { 'Map.Title': title },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}
