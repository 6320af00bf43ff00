import type { FeatureCollection } from 'geojson'
import { type AllPaintProperties, GeoJSONSource, Map as MapLibre, setWorkerUrl, VectorTileSource } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Bounds, LngLat } from './bounds.ts'
import { chosenZoneLayerIds, isZone } from './layers/chosen.ts'
import { hazardLayerIds } from './layers/hazards.ts'
import type { Fonts } from './layers/names.ts'
import { type Switch, shownLayers } from './layers/switches.ts'
import { farthestZoom, nearestZoom, plainMarksFromZoom } from './layers/zooms.ts'
import type { View } from './map-address.ts'
import { styleOf } from './map-style.ts'
import { type Inks, spriteNamed } from './sprites.ts'
import { idOf, isPlate, type Tap, whatIsHere } from './what-is-here.ts'

setWorkerUrl(workerUrl)

export interface MapEvents {
  readonly moved: (view: View, bounds: Bounds) => void
  readonly tapped: (tap: Exclude<Tap, { on: 'plate' }>) => void
  readonly pointedAt: (hazardId: string | null) => void
  /** A tile of hazards did not come: what is drawn is not all there is. */
  readonly tilesFailed: () => void
}

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

export type SourceName =
  | 'areas'
  | 'segments'
  | 'segment-ends'
  | 'roads'
  | 'places'
  | 'junctions'
  | 'hazards'
  | 'chosen'
  | 'standing'

export interface CountyMap {
  readonly lay: (source: SourceName, data: FeatureCollection) => void
  /** Hazards by the server's tiles from now on; null draws what was laid. The same address again asks for what is new. */
  readonly drawTiles: (address: string | null) => void
  readonly chooseZone: (id: string | null) => void
  readonly switchOff: (off: readonly Switch[]) => void
  readonly dress: (dress: Dress) => void
  readonly goTo: (place: LngLat, leastZoom: number) => void
  readonly fit: (bounds: Bounds) => void
  readonly zoomBy: (steps: number) => void
  /** What covers the sheet from below, as the phone's card does; places are brought into what is left. */
  readonly cover: (bottomPixels: number) => void
  /** Draws now, not with the next frame, and gives the drawing as a picture: a printer does not wait. */
  readonly picture: () => string
  readonly close: () => void
}

const edgePixels = 36

/** What is to be seen of the sheet, without what a card covers from below. */
const boundsOfMap = (map: MapLibre, bottomPixels: number): Bounds => {
  const { clientWidth, clientHeight } = map.getContainer()
  const northWest = map.unproject([0, 0])
  const southEast = map.unproject([clientWidth, Math.max(1, clientHeight - bottomPixels)])
  return { west: northWest.lng, south: southEast.lat, east: southEast.lng, north: northWest.lat }
}

const viewOfMap = (map: MapLibre): View => {
  const { lng, lat } = map.getCenter()
  return { longitude: lng, latitude: lat, zoom: map.getZoom() }
}

const corners = ({ west, south, east, north }: Bounds): [number, number, number, number] => [west, south, east, north]

const makeMap = (container: HTMLElement, { at, dress, title, still }: Start): MapLibre => {
  const map = new MapLibre({
    container,
    style: styleOf(dress.palette, dress.fonts),
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

/** The one place that works maplibre: everything that is drawn comes to it as data. */
export const openCountyMap = (container: HTMLElement, start: Start, events: MapEvents): CountyMap => {
  const map = makeMap(container, start)
  const laid = new Map<SourceName, FeatureCollection>()
  let { dress } = start
  let tiles: string | null = null
  let chosenZone: string | null = null
  let off: readonly Switch[] = []
  let ready = false
  let bottomPixels = 0

  const addSprite = (name: string): void => {
    const sprite = spriteNamed(name, dress)
    if (sprite !== null && !map.hasImage(name)) map.addImage(name, sprite.data, sprite)
  }
  map.setMissingStyleImageResolver(addSprite)
  const source = (name: SourceName): GeoJSONSource | null => {
    const found = map.getSource(name)
    return found instanceof GeoJSONSource ? found : null
  }
  const apply = {
    sources: () => {
      for (const [name, data] of laid) source(name)?.setData(data)
    },
    tiles: () => {
      const drawn = map.getSource('hazard-tiles')
      if (tiles !== null && drawn instanceof VectorTileSource) {
        if (drawn.tiles?.[0] === tiles) map.refreshTiles('hazard-tiles')
        else drawn.setTiles([tiles])
      }
      for (const [kind, layers] of Object.entries(hazardLayerIds))
        for (const layer of layers)
          map.setLayoutProperty(layer, 'visibility', (tiles !== null) === (kind === 'tiles') ? 'visible' : 'none')
    },
    zone: () => {
      for (const layer of chosenZoneLayerIds) map.setFilter(layer, isZone(chosenZone))
    },
    switches: () => {
      for (const [layer, on] of shownLayers(off)) map.setLayoutProperty(layer, 'visibility', on ? 'visible' : 'none')
    },
    dress: () => {
      for (const layer of styleOf(dress.palette, dress.fonts).layers) paintLayer(map, layer.id, layer.paint ?? {})
      for (const name of map.listImages()) {
        const sprite = spriteNamed(name, dress)
        if (sprite !== null) map.updateImage(name, sprite.data)
      }
    },
  }
  map.once('style.load', () => {
    ready = true
    // a pattern of the background is never asked for, it is just left out
    addSprite('hatch')
    for (const part of Object.values(apply)) part()
  })

  const tellMoved = (): void => {
    // hidden, as while it is being printed, it shows nothing that a list could follow
    if (container.clientHeight > 0) events.moved(viewOfMap(map), boundsOfMap(map, bottomPixels))
  }
  map.on('load', tellMoved)
  map.on('moveend', tellMoved)
  map.on('resize', tellMoved)
  // for whoever waits until the drawing is finished
  map.on('movestart', () => container.setAttribute('data-map', 'moving'))
  map.on('idle', () => container.setAttribute('data-map', 'idle'))

  map.on('error', (event) => {
    if ('sourceId' in event && event['sourceId'] === 'hazard-tiles' && tiles !== null) events.tilesFailed()
  })

  const openPlate = async (clusterId: number | null, [longitude, latitude]: LngLat): Promise<void> => {
    const known = clusterId === null ? map.getZoom() + 2 : await source('hazards')?.getClusterExpansionZoom(clusterId)
    const zoom = known ?? plainMarksFromZoom
    map.easeTo({ center: [longitude, latitude], zoom: Math.min(zoom, nearestZoom) })
  }
  map.on('click', (event) => {
    const tap = whatIsHere(map, event)
    if (tap.on !== 'plate') return events.tapped(tap)
    openPlate(tap.clusterId, tap.at).catch(() => undefined) // the plate has gone with a newer answer
  })
  const allHazardLayers = [...hazardLayerIds.tiles, ...hazardLayerIds.laid]
  map.on('mousemove', allHazardLayers, ({ features = [] }) => {
    const [first] = features
    map.getCanvas().style.cursor = 'pointer'
    events.pointedAt(first && !isPlate(first) ? idOf(first) : null)
  })
  map.on('mouseleave', allHazardLayers, () => {
    map.getCanvas().style.cursor = ''
    events.pointedAt(null)
  })

  const whenReady = (part: () => void): void => {
    if (ready) part()
  }
  const motion = (duration: number) => ({ duration: start.still ? 0 : duration })
  return {
    lay: (name, data) => {
      laid.set(name, data)
      whenReady(() => source(name)?.setData(data))
    },
    drawTiles: (address) => {
      tiles = address
      whenReady(apply.tiles)
    },
    chooseZone: (id) => {
      chosenZone = id
      whenReady(apply.zone)
    },
    switchOff: (next) => {
      off = next
      whenReady(apply.switches)
    },
    dress: (next) => {
      dress = next
      whenReady(apply.dress)
    },
    goTo: ([longitude, latitude], leastZoom) => {
      const zoom = Math.max(map.getZoom(), leastZoom)
      map.easeTo({ center: [longitude, latitude], zoom, offset: [0, -bottomPixels / 2], ...motion(600) })
    },
    fit: (bounds) => {
      const padding = { top: edgePixels, left: edgePixels, right: edgePixels, bottom: edgePixels + bottomPixels }
      map.fitBounds(corners(bounds), { padding, maxZoom: 16, ...motion(700) })
    },
    zoomBy: (steps) => {
      map.zoomTo(map.getZoom() + steps, motion(200))
    },
    cover: (pixels) => {
      if (pixels === bottomPixels) return
      bottomPixels = pixels
      whenReady(tellMoved)
    },
    picture: () => {
      map.redraw()
      return map.getCanvas().toDataURL('image/png')
    },
    close: () => map.remove(),
  }
}

/** A layer's paint comes whole from our own style, whose types have been checked; a loop over its names loses them. */
const paintLayer = (map: MapLibre, layer: string, paint: object): void => {
  for (const [name, value] of Object.entries(paint))
    map.setPaintProperty(layer, name as keyof AllPaintProperties, value as AllPaintProperties[keyof AllPaintProperties])
}
