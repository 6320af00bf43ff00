import type { FeatureCollection } from 'geojson'
import { type AllPaintProperties, GeoJSONSource, type Map as MapLibre, type StyleSpecification } from 'maplibre-gl'
import { followGround } from './ground/follow-ground.ts'
import { type Dress, makeMap, type Start } from './make-map.ts'
import { spriteNamed } from './sprites.ts'

export interface OpenedMap {
  readonly map: MapLibre
  /** All that is laid on it from now on, by source; one that is no longer among them is emptied. */
  readonly lay: (sheets: Readonly<Record<string, FeatureCollection | undefined>>) => void
  readonly dress: (dress: Dress) => void
  /** Does it now, unless the style is still to come: whoever needs it then waits for `style.load`. */
  readonly ifReady: (part: () => void) => void
}

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** A map of ours over the county's ground; sheets and another dress may come before its style stands, or at any time after. */
export const openMap = (
  container: HTMLElement,
  start: Start,
  styleIn: (dress: Dress) => StyleSpecification,
): OpenedMap => {
  const map = makeMap(container, start, styleIn(start.dress))
  const laid = new Map<string, FeatureCollection>()
  let { dress } = start
  let ready = false

  const addSprite = (name: string): void => {
    const sprite = spriteNamed(name, dress)
    if (sprite !== null && !map.hasImage(name)) map.addImage(name, sprite.data, sprite)
  }
  map.setMissingStyleImageResolver(addSprite)
  const fill = (name: string, data: FeatureCollection): void => {
    const source = map.getSource(name)
    if (source instanceof GeoJSONSource) source.setData(data)
  }
  const paint = (): void => {
    for (const layer of styleIn(dress).layers) paintLayer(map, layer.id, layer.paint ?? {})
    for (const name of map.listImages()) {
      const sprite = spriteNamed(name, dress)
      if (sprite !== null) map.updateImage(name, sprite.data)
    }
  }
  map.once('style.load', () => {
    ready = true
    // a pattern of the background is never asked for, it is just left out
    addSprite('hatch')
    for (const [name, data] of laid) fill(name, data)
    if (dress !== start.dress) paint()
    followGround(map)
  })
  // for whoever waits until the drawing is finished
  map.on('movestart', () => container.setAttribute('data-map', 'moving'))
  map.on('idle', () => container.setAttribute('data-map', 'idle'))

  return {
    map,
    lay: (sheets) => {
      for (const name of new Set([...laid.keys(), ...Object.keys(sheets)])) {
        const data = sheets[name] ?? nothing
        if (laid.get(name) === data) continue
        laid.set(name, data)
        if (ready) fill(name, data)
      }
    },
    dress: (next) => {
      dress = next
      if (ready) paint()
    },
    ifReady: (part) => {
      if (ready) part()
    },
  }
}

/** A layer's paint comes whole from our own style, whose types have been checked; a loop over its names loses them. */
const paintLayer = (map: MapLibre, layer: string, paint: object): void => {
  for (const [name, value] of Object.entries(paint))
    map.setPaintProperty(layer, name as keyof AllPaintProperties, value as AllPaintProperties[keyof AllPaintProperties])
}
