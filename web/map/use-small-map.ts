import type { FeatureCollection, Geometry } from 'geojson'
import type { LayerSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { creditControl } from './ground/ground-credit.ts'
import type { Dress, Start } from './make-map.ts'
import { styleOf } from './map-style.ts'
import { type OpenedMap, openMap } from './open-map.ts'
import { countySheets, useBaseLayers } from './use-base-layers.ts'
import { dressNow, useDressed } from './use-dress.ts'

interface Wanted extends Omit<Start, 'dress'> {
  /** What is laid over the county's own layers, by source; the same sources from first to last. */
  readonly sheets?: Readonly<Record<string, FeatureCollection>>
  /** Drawn above everything else, from those sources. */
  readonly layers?: (dress: Dress) => LayerSpecification[]
  /** Its pins, and what it listens to; told once, when it opens. */
  readonly onOpen?: (map: MapLibre) => void
}

interface SmallMap {
  /** The box it is opened in. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly map: RefObject<MapLibre | null>
}

/** A map within a page: the county's own drawing over its ground, by day and by night, with what the page lays on it. */
export const useSmallMap = ({ sheets = {}, layers = () => [], onOpen, ...start }: Wanted): SmallMap => {
  const place = useRef<HTMLDivElement>(null)
  const map = useRef<MapLibre | null>(null)
  const opened = useRef<OpenedMap | null>(null)
  const light = useDressed(opened)
  const base = useBaseLayers()
  const open = useEffectEvent((container: HTMLElement): OpenedMap => {
    const styleIn = (dress: Dress): StyleSpecification => {
      const { sources, layers: beneath, ...style } = styleOf(dress.palette, dress.fonts)
      const own = Object.keys(sheets).map((name) => [name, { type: 'geojson' as const, data: drawing() }] as const)
      return { ...style, sources: { ...Object.fromEntries(own), ...sources }, layers: [...beneath, ...layers(dress)] }
    }
    const now = openMap(container, { ...start, dress: dressNow(light) }, styleIn)
    now.map.addControl(creditControl(), 'bottom-right')
    onOpen?.(now.map)
    return now
  })
  useEffect(() => {
    if (place.current === null) return
    const now = open(place.current)
    opened.current = now
    map.current = now.map
    return () => {
      opened.current = null
      map.current = null
      now.map.remove()
    }
  }, [])
  // each layer of the county comes by itself; what is as it was is not laid again
  useEffect(() => opened.current?.lay({ ...countySheets(base), ...sheets }))
  return { place, map }
}

/** Shapes as a sheet to be laid; none of them is an empty one. */
export const drawing = (...shapes: readonly Geometry[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: shapes.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
})
