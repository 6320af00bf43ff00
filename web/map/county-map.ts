import type { FeatureCollection } from 'geojson'
import { GeoJSONSource, type Map as MapLibre, VectorTileSource } from 'maplibre-gl'
import type { Bounds, LngLat } from '../../server/domain/distance.ts'
import { lassoPen, type Pen } from './lasso-pen.ts'
import { chosenZoneLayerIds, isZone } from './layers/chosen.ts'
import { hazardLayerIds } from './layers/hazards.ts'
import { heatLayerIds, marksWithHeat } from './layers/heat.ts'
import { type Switch, shownLayers } from './layers/switches.ts'
import { nearestZoom, plainMarksFromZoom } from './layers/zooms.ts'
import { boundsOfMap, corners, type Dress, edgePixels, type Start, viewOfMap, wantsStill } from './make-map.ts'
import type { View } from './map-address.ts'
import { styleOf } from './map-style.ts'
import { openMap } from './open-map.ts'
import { idOf, isPlate, type Tap, whatIsHere } from './what-is-here.ts'

export interface MapEvents {
  readonly moved: (view: View, bounds: Bounds) => void
  readonly tapped: (tap: Exclude<Tap, { on: 'plate' }>) => void
  readonly pointedAt: (hazardId: string | null) => void
  /** A tile of hazards did not come: what is drawn is not all there is. */
  readonly tilesFailed: () => void
  /** A line was drawn round some of them by hand. */
  readonly drawnRound: (ring: readonly LngLat[]) => void
}

export type SourceName =
  | 'areas'
  | 'segments'
  | 'segment-ends'
  | 'roads'
  | 'places'
  | 'junctions'
  | 'hazards'
  | 'extents'
  | 'chosen'
  | 'standing'
  | 'picked'
  | 'route'

export type Sheets = Readonly<Partial<Record<SourceName, FeatureCollection>>>

export interface CountyMap {
  readonly lay: (sheets: Sheets) => void
  /** Hazards by the server's tiles from now on; null draws what was laid. The same address again asks for what is new. */
  readonly drawTiles: (address: string | null) => void
  /** A shade of how many lie where, by tiles of this address; null takes it off. The same address asks for what is new. */
  readonly heat: (address: string | null) => void
  readonly holdPen: (pen: Pen) => void
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
  /** Once everything asked for is drawn; at the latest after some seconds. */
  readonly whenIdle: () => Promise<void>
  readonly close: () => void
}

const longestWaitMs = 6_000
/** A sheet pulled up higher than this covers what was brought into view: there would be no room left for it. */
const mostCovered = 0.6

/** The big map: everything that is drawn on it comes to it as data. */
export const openCountyMap = (container: HTMLElement, start: Start, events: MapEvents): CountyMap => {
  const { map, lay, dress, ifReady } = openMap(container, start, ({ palette, fonts, marks }) =>
    styleOf(palette, fonts, marks),
  )
  let tiles: string | null = null
  let heat: string | null = null
  let chosenZone: string | null = null
  let off: readonly Switch[] = []
  let bottomPixels = 0
  /** What was brought into view, until the reader moves the sheet: it is brought there again when more of it is covered. */
  let bring: (() => void) | null = null

  const source = (name: 'hazards' | 'lasso'): GeoJSONSource | null => {
    const found = map.getSource(name)
    return found instanceof GeoJSONSource ? found : null
  }
  const apply = {
    tiles: () => {
      drawFrom(map, 'hazard-tiles', tiles)
      for (const [kind, layers] of Object.entries(hazardLayerIds))
        for (const layer of layers)
          map.setLayoutProperty(layer, 'visibility', (tiles !== null) === (kind === 'tiles') ? 'visible' : 'none')
    },
    heat: () => {
      drawFrom(map, 'heat-tiles', heat)
      for (const layer of heatLayerIds) map.setLayoutProperty(layer, 'visibility', heat === null ? 'none' : 'visible')
      for (const layer of marksWithHeat.layers)
        map.setLayerZoomRange(layer, heat === null ? 0 : marksWithHeat.fromZoom, 24)
    },
    zone: () => {
      for (const layer of chosenZoneLayerIds) map.setFilter(layer, isZone(chosenZone))
    },
    switches: () => {
      for (const [layer, on] of shownLayers(off)) map.setLayoutProperty(layer, 'visibility', on ? 'visible' : 'none')
    },
  }
  map.once('style.load', () => {
    for (const part of Object.values(apply)) part()
  })

  const tellMoved = (): void => {
    // hidden, as while it is being printed, it shows nothing that a list could follow
    if (container.clientHeight > 0) events.moved(viewOfMap(map), boundsOfMap(map, bottomPixels))
  }
  // the list follows at once; the land beneath may be long in coming
  map.once('style.load', tellMoved)
  map.on('load', tellMoved)
  map.on('moveend', tellMoved)
  map.on('resize', tellMoved)
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent) bring = null
  })

  map.on('error', (event) => {
    if ('sourceId' in event && event['sourceId'] === 'hazard-tiles' && tiles !== null) events.tilesFailed()
  })

  const pen = lassoPen(map, { draw: (line) => source('lasso')?.setData(line), drawn: events.drawnRound })

  const openPlate = async (clusterId: number | null, [longitude, latitude]: LngLat): Promise<void> => {
    const known = clusterId === null ? map.getZoom() + 2 : await source('hazards')?.getClusterExpansionZoom(clusterId)
    const zoom = known ?? plainMarksFromZoom
    bring = null
    map.easeTo({ center: [longitude, latitude], zoom: Math.min(zoom, nearestZoom) })
  }
  map.on('click', (event) => {
    if (pen.justDrawn()) return
    const tap = whatIsHere(map, event)
    if (tap.on !== 'plate') return events.tapped(tap)
    openPlate(tap.clusterId, tap.at).catch(() => undefined) // the plate has gone with a newer answer
  })
  const allHazardLayers = [...hazardLayerIds.tiles, ...hazardLayerIds.laid]
  map.on('mousemove', allHazardLayers, ({ features = [] }) => {
    const [first] = features
    map.getCanvas().style.cursor = pen.cursor('mark')
    events.pointedAt(first && !isPlate(first) ? idOf(first) : null)
  })
  map.on('mouseleave', allHazardLayers, () => {
    map.getCanvas().style.cursor = pen.cursor('ground')
    events.pointedAt(null)
  })

  const bringNow = (how: () => void): void => {
    bring = how
    how()
  }
  const motion = (duration: number) => ({ duration: wantsStill() ? 0 : duration })
  return {
    lay,
    drawTiles: (address) => {
      tiles = address
      ifReady(apply.tiles)
    },
    heat: (address) => {
      heat = address
      ifReady(apply.heat)
    },
    holdPen: pen.hold,
    chooseZone: (id) => {
      chosenZone = id
      ifReady(apply.zone)
    },
    switchOff: (next) => {
      off = next
      ifReady(apply.switches)
    },
    dress,
    goTo: ([longitude, latitude], leastZoom) => {
      const zoom = Math.max(map.getZoom(), leastZoom)
      bringNow(() =>
        map.easeTo({ center: [longitude, latitude], zoom, offset: [0, -bottomPixels / 2], ...motion(600) }),
      )
    },
    fit: (bounds) => {
      bringNow(() => {
        const padding = { top: edgePixels, left: edgePixels, right: edgePixels, bottom: edgePixels + bottomPixels }
        map.fitBounds(corners(bounds), { padding, maxZoom: 16, ...motion(700) })
      })
    },
    zoomBy: (steps) => {
      bring = null
      map.zoomTo(map.getZoom() + steps, motion(200))
    },
    cover: (pixels) => {
      const covered = Math.min(pixels, container.clientHeight * mostCovered)
      if (covered === bottomPixels) return
      const more = covered > bottomPixels
      bottomPixels = covered
      ifReady(tellMoved)
      if (more) bring?.()
    },
    picture: () => {
      map.redraw()
      return map.getCanvas().toDataURL('image/png')
    },
    whenIdle: () =>
      new Promise((resolve) => {
        setTimeout(resolve, longestWaitMs)
        void map.once('idle').then(() => resolve())
      }),
    close: () => map.remove(),
  }
}

/** A source of tiles is given its address; the one it has already asks for what has changed since. */
const drawFrom = (map: MapLibre, name: 'hazard-tiles' | 'heat-tiles', address: string | null): void => {
  const drawn = map.getSource(name)
  if (address === null || !(drawn instanceof VectorTileSource)) return
  if (drawn.tiles?.[0] === address) map.refreshTiles(name)
  else drawn.setTiles([address])
}
