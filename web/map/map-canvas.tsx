import { useEffect, useEffectEvent, useRef } from 'react'
import type { Bounds } from '../../server/domain/distance.ts'
import { type CountyMap, type MapEvents, openCountyMap, type Sheets } from './county-map.ts'
import type { Pen } from './lasso-pen.ts'
import type { Switch } from './layers/switches.ts'
import type { View } from './map-address.ts'
import { PrintedMap } from './printed-map.tsx'
import { dressNow, useDressed } from './use-dress.ts'
import type { HazardTiles } from './use-hazard-tiles.ts'

interface Props extends MapEvents {
  /** Read once, when the map opens; from then on the reader moves it. */
  readonly startAt: View | Bounds
  readonly title: string
  /** What is drawn; each is laid anew when it is another object than before. */
  readonly sheets: Sheets
  /** Where tiles of hazards come from, and as of when; null while what was laid is drawn. */
  readonly tiles: HazardTiles | null
  readonly heat: HazardTiles | null
  readonly pen: Pen
  readonly off: readonly Switch[]
  readonly chosenZone: string | null
  readonly onOpen: (map: CountyMap | null) => void
}

/** The component that holds the map: it opens it, keeps it told, and closes it. */
export default function MapCanvas(props: Props) {
  const { startAt, title, sheets, tiles, heat, pen, off, chosenZone, onOpen, ...events } = props
  const place = useRef<HTMLDivElement>(null)
  const map = useRef<CountyMap | null>(null)
  const light = useDressed(map)
  const moved = useEffectEvent(events.moved)
  const tapped = useEffectEvent(events.tapped)
  const pointedAt = useEffectEvent(events.pointedAt)
  const tilesFailed = useEffectEvent(events.tilesFailed)
  const drawnRound = useEffectEvent(events.drawnRound)
  const open = useEffectEvent((container: HTMLElement): CountyMap => {
    const countyMap = openCountyMap(
      container,
      { at: startAt, dress: dressNow(light), title },
      {
        moved: (view, bounds) => moved(view, bounds),
        tapped: (tap) => tapped(tap),
        pointedAt: (id) => pointedAt(id),
        tilesFailed: () => tilesFailed(),
        drawnRound: (ring) => drawnRound(ring),
      },
    )
    countyMap.lay(sheets)
    countyMap.drawTiles(tiles?.address ?? null)
    countyMap.heat(heat?.address ?? null)
    countyMap.holdPen(pen)
    countyMap.switchOff(off)
    countyMap.chooseZone(chosenZone)
    return countyMap
  })
  const opened = useEffectEvent(onOpen)

  useEffect(() => {
    if (place.current === null) return
    const countyMap = open(place.current)
    map.current = countyMap
    opened(countyMap)
    return () => {
      map.current = null
      opened(null)
      countyMap.close()
    }
  }, [])

  useEffect(() => map.current?.lay(sheets), [sheets])
  const drawn = useRef(tiles)
  useEffect(() => {
    const former = drawn.current
    drawn.current = tiles
    if (former?.address !== tiles?.address || former?.asOf !== tiles?.asOf)
      map.current?.drawTiles(tiles?.address ?? null)
  }, [tiles])
  const shaded = useRef(heat)
  useEffect(() => {
    const former = shaded.current
    shaded.current = heat
    if (former?.address !== heat?.address || former?.asOf !== heat?.asOf) map.current?.heat(heat?.address ?? null)
  }, [heat])
  useEffect(() => map.current?.holdPen(pen), [pen])
  useEffect(() => map.current?.switchOff(off), [off])
  useEffect(() => map.current?.chooseZone(chosenZone), [chosenZone])

  return (
    <>
      <div ref={place} className="map-canvas" />
      <PrintedMap map={map} light={light} />
    </>
  )
}
