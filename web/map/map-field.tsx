import type { FeatureCollection } from 'geojson'
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Bounds } from '../../server/domain/distance.ts'
import type { HazardDrawing } from '../../server/map/wire.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { Icon } from '../ui/icons.tsx'
import { MayFail } from '../ui/may-fail.tsx'
import { usePhone } from '../ui/use-phone.ts'
import type { CountyMap, Sheets } from './county-map.ts'
import { GroundCredit, GroundSwitch } from './ground/ground-switch.tsx'
import type { Heat } from './heat.ts'
import { HeatKey } from './heat-key.tsx'
import type { Switch } from './layers/switches.ts'
import type { View } from './map-address.ts'
import { MapControls } from './map-controls.tsx'
import { MapKey, MarkLine } from './map-key.tsx'
import { MapNotes } from './map-notes.tsx'
import type { MarkedPoints } from './marked-points.ts'
import { ScaleBar } from './scale-bar.tsx'
import { standingAt } from './standing.ts'
import { type BaseLayers, countySheets } from './use-base-layers.ts'
import type { Choosing } from './use-choosing.ts'
import type { HazardTiles } from './use-hazard-tiles.ts'
import type { useHeat } from './use-heat.ts'
import type { useMapCard } from './use-map-card.ts'
import { useMapJunctions } from './use-map-junctions.ts'
import type { Standing } from './use-standing.ts'

/** Fetched beside the list, not before it: the list can be used while the map is still on its way. */
const MapCanvas = lazy(() => import('./map-canvas.tsx'))

interface Props {
  readonly map: RefObject<CountyMap | null>
  readonly canDraw: boolean
  readonly startAt: View | Bounds
  readonly view: View | null
  readonly moved: (view: View, bounds: Bounds) => void
  readonly base: BaseLayers
  readonly points: MarkedPoints | undefined
  /** The stretches and areas among them. */
  readonly extents: readonly HazardDrawing[]
  readonly tiles: HazardTiles | null
  readonly onTilesFailed: () => void
  readonly asked: {
    readonly isPending: boolean
    readonly isError: boolean
    readonly error: unknown
    readonly isPlaceholderData: boolean
    readonly refetch: () => unknown
  }
  readonly noneFound: boolean
  readonly onClearFilters: (() => void) | null
  readonly heat: Heat | null
  readonly onHeat: (heat: Heat | null) => void
  readonly heatTiles: ReturnType<typeof useHeat>
  readonly choosing: Choosing
  readonly route: FeatureCollection
  readonly off: readonly Switch[]
  readonly onSwitch: (off: readonly Switch[]) => void
  readonly open: ReturnType<typeof useMapCard>
  readonly standing: Standing
  readonly onNearMe: () => void
  /** Over the sheet on the desk. */
  readonly card: ReactNode
  /** What rises from below on the phone. */
  readonly beneath: ReactNode
  readonly beneathIsCard: boolean
}

/** The sheet with all that lies around it: notes, key, scale, buttons, card. */
export const MapField = (props: Props) => {
  const { map, canDraw, base, points, extents, tiles, asked, off, open, standing, card, beneath } = props
  const { heat, heatTiles, choosing, route } = props
  const text = useWords(mapWords)
  const language = useLanguage()
  const phone = usePhone()
  const [keyOpen, setKeyOpen] = useState(false)
  const { zones, roads, places } = base
  const { drawn } = open
  const junctions = useMapJunctions(!off.includes('junctions'))
  const sheets = useMemo(
    (): Sheets => ({
      ...countySheets({ zones, roads, places }),
      ...(junctions ? { junctions } : {}),
      ...(points && !tiles ? { hazards: points, extents: { type: 'FeatureCollection', features: [...extents] } } : {}),
      chosen: drawn,
      picked: choosing.picked,
      route,
      ...(standing.fix
        ? { standing: standingAt([standing.fix.longitude, standing.fix.latitude], standing.fix.accuracyMetres) }
        : {}),
    }),
    [zones, roads, places, junctions, points, extents, tiles, drawn, choosing.picked, route, standing.fix],
  )
  const below = useCover(map)
  if (!canDraw) return <p className="map-notice map-undrawn">{text.noDrawing}</p>
  return (
    <div className="map-field">
      <MayFail otherwise={<p className="map-notice map-undrawn">{text.drawingFailed}</p>}>
        <Suspense fallback={<div className="map-canvas" />}>
          <MapCanvas
            key={language}
            startAt={props.view ?? props.startAt}
            title={text.canvas}
            sheets={sheets}
            tiles={tiles}
            tilesFailed={props.onTilesFailed}
            heat={heatTiles.tiles}
            pen={choosing.pen}
            drawnRound={choosing.drawnRound}
            off={off}
            chosenZone={open.zoneId}
            moved={props.moved}
            tapped={(tap) => {
              if (!choosing.on) open.tapped(tap)
              else if (tap.on === 'hazards') choosing.toggle(tap.ids)
            }}
            pointedAt={open.setPointedAt}
            onOpen={(opened) => {
              map.current = opened
              if (below.current !== null) opened?.cover(below.current.offsetHeight)
            }}
          />
        </Suspense>
      </MayFail>
      <MapNotes
        base={base}
        hazardsLoading={asked.isPending || asked.isPlaceholderData}
        hazardsProblem={asked.isError && (phone || points !== undefined) ? asked.error : null}
        onRetryHazards={() => void asked.refetch()}
        noneFound={props.noneFound}
        onClearFilters={props.onClearFilters}
        standing={standing}
      />
      {card !== null && <div className="map-card-place">{card}</div>}
      <div className="map-corner not-in-print">
        {keyOpen && (
          <div className="map-key-box">
            <MapKey off={off} onSwitch={props.onSwitch} heat={heat} onHeat={props.onHeat} />
          </div>
        )}
        {heat !== null && <HeatKey heat={heat} why={heatTiles.why} />}
        <GroundSwitch />
        <div className="map-corner-foot">
          <button type="button" className="map-key-button" aria-expanded={keyOpen} onClick={() => setKeyOpen(!keyOpen)}>
            <Icon name="map" sizePixels={18} />
            {text.key}
          </button>
          {!phone && !keyOpen && <MarkLine />}
          <ScaleBar view={props.view} />
          <GroundCredit />
        </div>
      </div>
      <MapControls
        locating={standing.state === 'searching'}
        onNearMe={props.onNearMe}
        onZoom={(steps) => map.current?.zoomBy(steps)}
        choosing={choosing.on}
        onChoosing={choosing.on ? choosing.end : choosing.begin}
      />
      {beneath !== null && (
        <div ref={below} className="map-beneath not-in-print" data-card={props.beneathIsCard}>
          {beneath}
        </div>
      )}
    </div>
  )
}

/** Tells the map how much of it is covered from below, as the sheet is pulled up and down. */
const useCover = (map: RefObject<CountyMap | null>): RefObject<HTMLDivElement | null> => {
  const below = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const covering = below.current
    if (covering === null) return
    const watcher = new ResizeObserver(() => {
      const field = covering.parentElement
      const whole = field?.offsetHeight ?? 0
      const covered = covering.offsetHeight
      map.current?.cover(covered)
      // what is low is stood upon; what is high covers the buttons, for the place must stay in sight above it
      field?.style.setProperty('--stood-on', covered < whole * 0.45 ? `${covered}px` : '66px')
    })
    watcher.observe(covering)
    return () => watcher.disconnect()
  }, [map])
  return below
}
