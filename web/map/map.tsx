import { useCallback, useMemo, useRef, useState } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import type { HazardDrawing } from '../../server/map/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import type { Fix } from '../photos/device-position.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { Page } from '../ui/page.tsx'
import { useCounty } from '../ui/use-county.ts'
import { usePhone } from '../ui/use-phone.ts'
import { ChooseBar } from './choose-bar.tsx'
import type { CountyMap } from './county-map.ts'
import { HazardRows } from './hazard-rows.tsx'
import { ListHead, type Listing } from './list-head.tsx'
import { inListOrder, inView, type Listed } from './list-order.ts'
import type { View } from './map-address.ts'
import { MapField } from './map-field.tsx'
import { MapList } from './map-list.tsx'
import { MapSheet, type SheetOpen } from './map-sheet.tsx'
import { markedPoints } from './marked-points.ts'
import { NearList } from './near-list.tsx'
import { nearestFirst } from './nearest-first.ts'
import { OpenCard } from './open-card.tsx'
import { RouteHead, RouteSheet } from './route-sheet.tsx'
import { useBaseLayers } from './use-base-layers.ts'
import { useBringIntoView, useFitToFilter, useFitToNear, useFitToRoute } from './use-bringing.ts'
import { useChoosing } from './use-choosing.ts'
import { useDayRoute } from './use-day-route.ts'
import { useFitting } from './use-fitting.ts'
import { useFollowing } from './use-following.ts'
import { useHazardTiles } from './use-hazard-tiles.ts'
import { useHeat } from './use-heat.ts'
import { useMapAddress } from './use-map-address.ts'
import { useMapCard } from './use-map-card.ts'
import { useMapPulse } from './use-map-pulse.ts'
import { useMapView } from './use-map-view.ts'
import { usePrinting } from './use-printing.ts'
import { useStanding } from './use-standing.ts'
import { canDrawMaps } from './web-gl.ts'
import { ZoneRows } from './zone-rows.tsx'
import './map.css'
import './map-key.css'
import './map-list.css'
import './map-card.css'
import './map-work.css'

/** Nor has what was kept before there were any. */
const noExtents: readonly HazardDrawing[] = []
/** From the list one comes at least so near. */
const besideTheRoadZoom = 13
/** So many of those near by are shown together with where one stands. */
const firstNear = 4

/** The county's hazards on the county's own sheet, and beside it the same hazards in words. */
export default function MapPage() {
  const text = useWords(mapWords)
  const county = useCounty()
  const phone = usePhone()
  const map = useRef<CountyMap | null>(null)
  const [canDraw] = useState(canDrawMaps)
  const [listing, setListing] = useState<Listing>('hazards')
  const [onlyInView, setOnlyInView] = useState(true)
  const [sheetOpen, setSheetOpen] = useState<SheetOpen>('peek')

  const { address, change, openCard, closeCard } = useMapAddress()
  const { filter, off, card, heat, route } = address
  const keepView = useCallback((view: View) => change({ view }), [change])
  const { startAt, view, bounds, moved } = useMapView(address.view, county, keepView)

  const base = useBaseLayers()
  const asked = useAsked(['map-hazards', filter], () => told(api.map.hazards.$get({ query: filter })), {
    keepFormer: true,
  })
  const asOf = useMapPulse(asked.dataUpdatedAt)
  const { tiles, fail } = useHazardTiles(filter, asOf)
  const heatTiles = useHeat(heat, filter, asOf)
  const points = useMemo(() => asked.data && markedPoints(asked.data.features), [asked.data])
  const open = useMapCard({ card, points, zones: base.zones, openCard, closeCard })
  const followed = onlyInView && canDraw ? bounds : null
  const inOrder = useMemo(() => (points ? inListOrder(points) : []), [points])
  const hazards = useMemo(() => inView(inOrder, followed), [inOrder, followed])

  const choosing = useChoosing(inOrder)

  const routed = route.length > 0
  // a route is looked at as a whole, wherever on it one stands
  const goToFix = useCallback(
    (fix: Fix) => (routed ? undefined : map.current?.goTo([fix.longitude, fix.latitude], 15)),
    [routed],
  )
  const { standing, search } = useStanding(goToFix)
  const following = useFollowing(listing === 'near')
  const [fromHere, setFromHere] = useState(false)
  const start = useMemo(
    (): LngLat | null => (fromHere && standing.fix ? [standing.fix.longitude, standing.fix.latitude] : null),
    [fromHere, standing.fix],
  )
  const day = useDayRoute(route, start)
  const near = following.fix === null ? standing : { ...standing, fix: following.fix }

  const { fitZone, fitAll, showAll } = useFitting({ map, zoneOf: open.zoneOf, county, points })
  const answered = asked.data !== undefined && !asked.isPlaceholderData
  const ready = view !== null && base.zones !== undefined && answered
  useFitToFilter(filter, address.view === null, ready, (wanted) => {
    if (wanted.among !== undefined) return fitAll(inOrder.map(({ lngLat }) => lngLat))
    const area = base.zones?.areas.features.find(({ properties }) => properties.placeCode === wanted.place)
    const zoneId = wanted.zone ?? area?.properties.id ?? (card?.kind === 'zone' ? card.id : undefined)
    if (zoneId !== undefined) fitZone(zoneId)
    else if (county.bounds === null) showAll()
  })

  const stops = useMemo(
    () => day.route && [...(start === null ? [] : [start]), ...day.route.stops.map(({ lngLat }) => lngLat)],
    [day.route, start],
  )
  useFitToRoute(stops, view !== null, fitAll)
  const drawn = useCallback(async () => map.current?.whenIdle(), [])
  const printSoon = usePrinting(ready && filter.among !== undefined, drawn)
  const planRoute = (ids: readonly string[]): void => {
    choosing.end()
    change({ route: ids, card: null })
    setSheetOpen('half')
  }
  const printThese = (ids: readonly string[]): void => {
    choosing.end()
    setOnlyInView(false)
    change({ filter: { among: ids.join(',') } })
    printSoon()
  }

  const walker = following.fix
  useFitToNear(listing === 'near' && walker ? [walker.longitude, walker.latitude] : null, (here) => {
    const around = nearestFirst(inOrder, { lngLat: here, accuracyMetres: null }).slice(0, firstNear)
    fitAll([here, ...around.map(({ hazard }) => hazard.lngLat)])
  })

  const place = open.pointOf(open.hazardId)?.geometry.coordinates ?? open.tappedAt
  useBringIntoView(card?.id ?? null, place, bounds, (lngLat) => map.current?.goTo(lngLat, 0))

  const choose = (hazard: Listed): void => {
    openCard({ kind: 'hazard', id: hazard.id })
    map.current?.goTo(hazard.lngLat, besideTheRoadZoom)
    setSheetOpen(listing === 'near' ? 'half' : 'peek')
  }
  const chooseZone = (zoneId: string): void => {
    openCard({ kind: 'zone', id: zoneId })
    fitZone(zoneId)
    setSheetOpen('peek')
  }

  const opened = card && <OpenCard card={card} open={open} onOpen={openCard} onClose={closeCard} />
  const head = routed ? (
    <RouteHead view={day} />
  ) : (
    <ListHead
      listings={phone ? ['hazards', 'near', 'zones'] : ['hazards', 'zones']}
      listing={listing}
      onListing={(next) => {
        setListing(next)
        if (next === 'near' && sheetOpen === 'peek') setSheetOpen('half')
      }}
      found={listing === 'near' ? null : (asked.data?.count ?? null)}
      inView={followed === null ? null : hazards.length}
      chosenFilters={phone ? Object.keys(filter).length : 0}
    />
  )
  const chooseBar = choosing.on && (
    <ChooseBar
      choosing={choosing}
      inView={inView(inOrder, bounds)}
      onlyLatest={asked.data?.truncated === true ? asked.data.features.length : null}
      onRoute={planRoute}
      onPrint={printThese}
    />
  )
  // while a line is drawn the sheet is left free for it
  const chooseCard = (
    <div className="map-card map-choose-card">
      {chooseBar}
      {choosing.pen === 'rest' && (
        <div className="map-card-body">
          <HazardRows
            hazards={hazards}
            chosen={open.hazardId}
            pointedAt={open.pointedAt}
            onChoose={({ id }) => choosing.toggle([id])}
            onPoint={open.setPointedAt}
            picked={choosing.ids}
          />
        </div>
      )}
    </div>
  )
  const list =
    routed && !choosing.on ? (
      <RouteSheet
        view={day}
        fromHere={fromHere}
        onFromHere={(next) => {
          setFromHere(next)
          if (next) search()
        }}
        chosen={open.hazardId}
        onChoose={({ hazard, lngLat }) => {
          openCard({ kind: 'hazard', id: hazard.id })
          map.current?.goTo(lngLat, besideTheRoadZoom)
        }}
        onEnd={() => change({ route: [] })}
      />
    ) : listing === 'near' ? (
      <NearList hazards={inOrder} following={following} chosen={open.hazardId} onChoose={choose} onRoute={planRoute} />
    ) : listing === 'zones' ? (
      <ZoneRows chosen={open.zoneId} onChoose={chooseZone} />
    ) : (
      <MapList
        filter={filter}
        onFilter={(next) => change({ filter: next })}
        asked={asked}
        hazards={hazards}
        onlyInView={canDraw ? onlyInView : null}
        onOnlyInView={setOnlyInView}
        onShowAll={showAll}
        chosen={open.hazardId}
        pointedAt={open.pointedAt}
        onChoose={choosing.on ? ({ id }) => choosing.toggle([id]) : choose}
        onPoint={open.setPointedAt}
        picked={choosing.on ? choosing.ids : null}
        onPick={canDraw || choosing.on ? null : choosing.begin}
      />
    )
  const holds = routed ? 'route' : listing
  const beneath = phone && canDraw
  return (
    <Page title={text.title} width="flush">
      <div className="map-page" data-drawn={canDraw}>
        {!beneath && (
          <section className="map-panel" aria-label={text.panel}>
            {!canDraw && opened !== null && <div className="map-card-within">{opened}</div>}
            {chooseBar}
            {head}
            <div key={holds} className="map-panel-body">
              {list}
            </div>
          </section>
        )}
        <MapField
          map={map}
          canDraw={canDraw}
          startAt={startAt}
          view={view}
          moved={moved}
          base={base}
          points={points}
          extents={asked.data?.extents ?? noExtents}
          tiles={tiles}
          onTilesFailed={fail}
          asked={asked}
          noneFound={phone && asked.data?.count === 0}
          onClearFilters={Object.keys(filter).length === 0 ? null : () => change({ filter: {} })}
          heat={heat}
          onHeat={(next) => change({ heat: next })}
          heatTiles={heatTiles}
          choosing={choosing}
          route={day.drawn}
          off={off}
          onSwitch={(next) => change({ off: next })}
          open={open}
          standing={near}
          onNearMe={search}
          card={beneath || choosing.on ? null : opened}
          beneathIsCard={opened !== null || choosing.on}
          beneath={
            beneath
              ? choosing.on
                ? chooseCard
                : (opened ?? (
                    <MapSheet open={sheetOpen} onOpen={setSheetOpen} holds={holds} head={head}>
                      {list}
                    </MapSheet>
                  ))
              : null
          }
        />
      </div>
    </Page>
  )
}
