import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import type { Fix } from '../photos/device-position.ts'
import type { Filter } from '../register/filter.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { Page } from '../ui/page.tsx'
import { useCounty } from '../ui/use-county.ts'
import { usePhone } from '../ui/use-phone.ts'
import { type Bounds, boundsOf, isWithin, type LngLat, positionsOf } from './bounds.ts'
import type { CountyMap } from './county-map.ts'
import { HazardCard } from './hazard-card.tsx'
import { JunctionCard } from './junction-card.tsx'
import { ListHead, type Listing } from './list-head.tsx'
import { inListOrder, inView, type Listed } from './list-order.ts'
import type { View } from './map-address.ts'
import { MapField } from './map-field.tsx'
import { MapList } from './map-list.tsx'
import { MapSheet, type SheetOpen } from './map-sheet.tsx'
import { markedPoints } from './marked-points.ts'
import { useBaseLayers } from './use-base-layers.ts'
import { useHazardTiles } from './use-hazard-tiles.ts'
import { useMapAddress } from './use-map-address.ts'
import { useMapCard } from './use-map-card.ts'
import { useMapView } from './use-map-view.ts'
import { useStanding } from './use-standing.ts'
import { canDrawMaps } from './web-gl.ts'
import { ZoneCard } from './zone-card.tsx'
import { ZoneRows } from './zone-rows.tsx'
import './map.css'
import './map-key.css'
import './map-list.css'
import './map-card.css'

/** From the list one comes at least so near. */
const besideTheRoadZoom = 13

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
  const { filter, off, card } = address
  const keepView = useCallback((view: View) => change({ view }), [change])
  const { startAt, view, bounds, moved } = useMapView(address.view, county, keepView)

  const base = useBaseLayers()
  const asked = useAsked(['map-hazards', filter], () => told(api.map.hazards.$get({ query: filter })), {
    keepFormer: true,
  })
  const { tiles, fail } = useHazardTiles(filter, asked.dataUpdatedAt)
  const points = useMemo(() => asked.data && markedPoints(asked.data.features), [asked.data])
  const open = useMapCard({ card, points, zones: base.zones, openCard, closeCard })
  const followed = onlyInView && canDraw ? bounds : null
  const inOrder = useMemo(() => (points ? inListOrder(points) : []), [points])
  const hazards = useMemo(() => inView(inOrder, followed), [inOrder, followed])

  const goToFix = useCallback((fix: Fix) => map.current?.goTo([fix.longitude, fix.latitude], 15), [])
  const { standing, search } = useStanding(goToFix)

  const fitZone = (zoneId: string): void => {
    const zone = open.zoneOf(zoneId)
    const around = zone && boundsOf(positionsOf(zone.geometry))
    if (around) map.current?.fit(around)
  }
  const showAll = (): void => {
    const around = county.bounds ?? boundsOf((points?.features ?? []).map(({ geometry }) => geometry.coordinates))
    if (around) map.current?.fit(around)
  }
  const ready = view !== null && base.zones !== undefined
  useFitToFilter(filter, address.view === null, ready, (wanted) => {
    const area = base.zones?.areas.features.find(({ properties }) => properties.placeCode === wanted.place)
    const zoneId = wanted.zone ?? area?.properties.id ?? (card?.kind === 'zone' ? card.id : undefined)
    if (zoneId !== undefined) fitZone(zoneId)
    else if (county.bounds === null) showAll()
  })

  const place = open.pointOf(open.hazardId)?.geometry.coordinates ?? open.tappedAt
  useBringIntoView(card?.id ?? null, place, bounds, (lngLat) => map.current?.goTo(lngLat, 0))

  const choose = (hazard: Listed): void => {
    openCard({ kind: 'hazard', id: hazard.id })
    map.current?.goTo(hazard.lngLat, besideTheRoadZoom)
    setSheetOpen('peek')
  }
  const chooseZone = (zoneId: string): void => {
    openCard({ kind: 'zone', id: zoneId })
    fitZone(zoneId)
    setSheetOpen('peek')
  }

  const opened =
    card === null ? null : card.kind === 'hazard' ? (
      <HazardCard
        key="hazard"
        id={card.id}
        known={open.pointOf(card.id)?.properties ?? null}
        spot={open.spot}
        onTurn={(id) => openCard({ kind: 'hazard', id })}
        onClose={closeCard}
      />
    ) : card.kind === 'junction' ? (
      <JunctionCard key="junction" id={card.id} onClose={closeCard} />
    ) : (
      <ZoneCard
        key="zone"
        id={card.id}
        at={open.tappedAt}
        others={open.others}
        onChoose={(id) => openCard({ kind: 'zone', id })}
        onClose={closeCard}
      />
    )
  const head = (
    <ListHead
      listing={listing}
      onListing={setListing}
      found={asked.data?.count ?? null}
      inView={followed === null ? null : hazards.length}
      chosenFilters={phone ? Object.keys(filter).length : 0}
    />
  )
  const list =
    listing === 'zones' ? (
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
        onChoose={choose}
        onPoint={open.setPointedAt}
      />
    )
  const beneath = phone && canDraw
  return (
    <Page title={text.title} width="flush">
      <div className="map-page" data-drawn={canDraw}>
        {!beneath && (
          <section className="map-panel" aria-label={text.panel}>
            {!canDraw && opened !== null && <div className="map-card-within">{opened}</div>}
            {head}
            <div className="map-panel-body">{list}</div>
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
          tiles={tiles}
          onTilesFailed={fail}
          asked={asked}
          noneFound={phone && asked.data?.count === 0}
          onClearFilters={Object.keys(filter).length === 0 ? null : () => change({ filter: {} })}
          off={off}
          onSwitch={(next) => change({ off: next })}
          open={open}
          standing={standing}
          onNearMe={search}
          card={beneath ? null : opened}
          beneathIsCard={opened !== null}
          beneath={
            beneath
              ? (opened ?? (
                  <MapSheet open={sheetOpen} onOpen={setSheetOpen} head={head}>
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

/** A card that opens over its own place gives way: the place is moved to where it can be seen, once per card. */
const useBringIntoView = (
  cardId: string | null,
  place: readonly number[] | null,
  bounds: Bounds | null,
  bring: (place: LngLat) => void,
): void => {
  const brought = useRef<string | null>(null)
  useEffect(() => {
    if (cardId === null || place === null || bounds === null || brought.current === cardId) {
      if (cardId === null) brought.current = null
      return
    }
    const [longitude = 0, latitude = 0] = place
    if (isWithin([longitude, latitude], bounds)) return
    brought.current = cardId
    bring([longitude, latitude])
  })
}

/** Brings what is filtered for into view: at first, unless the link names a view, and whenever another place is chosen. */
const useFitToFilter = (
  { place, zone }: Filter,
  atFirst: boolean,
  ready: boolean,
  bring: (wanted: { place: string | undefined; zone: string | undefined }) => void,
): void => {
  const fitted = useRef<string | null>(atFirst ? null : `${place} ${zone}`)
  useEffect(() => {
    const wanted = `${place} ${zone}`
    if (!ready || fitted.current === wanted) return
    fitted.current = wanted
    bring({ place, zone })
  })
}
