import type { Feature, FeatureCollection, Point } from 'geojson'
import { useCallback, useMemo, useState } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import type { DrawnZone, ZonesDrawn } from './base-layers.ts'
import type { CardAsked } from './map-address.ts'
import type { MarkedPoints } from './marked-points.ts'
import type { Tap } from './what-is-here.ts'

interface Asked {
  readonly card: CardAsked | null
  readonly points: MarkedPoints | undefined
  readonly zones: ZonesDrawn | undefined
  readonly openCard: (card: CardAsked) => void
  readonly closeCard: () => void
}

type Found = Exclude<Tap, { on: 'plate' | 'nothing' }>

const kindOf = { hazards: 'hazard', zones: 'zone', junction: 'junction' } as const

/** The card over the map: which lies open, what else lies at its spot, and what of it is drawn on the sheet. */
export const useMapCard = ({ card, points, zones, openCard, closeCard }: Asked) => {
  const [found, setFound] = useState<Found | null>(null)
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const hazardId = card?.kind === 'hazard' ? card.id : null
  const zoneId = card?.kind === 'zone' ? card.id : null

  const pointOf = useMemo(() => {
    const byId = new Map(points?.features.map((point) => [point.properties.id, point]))
    return (id: string | null) => (id === null ? undefined : byId.get(id))
  }, [points])
  const zoneOf = useMemo(() => {
    const drawn = [...(zones?.areas.features ?? []), ...(zones?.segments.features ?? [])]
    const byId = new Map(drawn.map((zone) => [zone.properties.id, zone]))
    return (id: string) => byId.get(id)
  }, [zones])

  const tapped = useCallback(
    (tap: Exclude<Tap, { on: 'plate' }>): void => {
      const [first] = tap.on === 'nothing' ? [] : tap.ids
      setFound(tap.on === 'nothing' ? null : tap)
      if (tap.on === 'nothing' || first === undefined) closeCard()
      else openCard({ kind: kindOf[tap.on], id: first })
    },
    [openCard, closeCard],
  )

  const spot = found?.on === 'hazards' && hazardId !== null && found.ids.includes(hazardId) ? found.ids : []
  const tappedAt: LngLat | null =
    found?.on === 'zones' && zoneId !== null && found.ids.includes(zoneId) ? found.at : null
  const others: readonly DrawnZone[] =
    found?.on === 'zones' && tappedAt !== null
      ? found.ids.flatMap((id) => (id === zoneId ? [] : (zoneOf(id)?.properties ?? [])))
      : []

  const drawn = useMemo((): FeatureCollection => {
    const roles = [
      [pointedAt === hazardId ? null : pointedAt, 'pointed'],
      [hazardId, 'chosen'],
    ] as const
    const hazards = roles.flatMap(([id, role]): Feature<Point>[] => {
      const point = pointOf(id)
      return point ? [{ ...point, properties: { ...point.properties, role } }] : []
    })
    const place: Feature<Point>[] =
      tappedAt === null
        ? []
        : [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [...tappedAt] },
              properties: { role: 'tapped' },
            },
          ]
    return { type: 'FeatureCollection', features: [...hazards, ...place] }
  }, [pointedAt, hazardId, pointOf, tappedAt])

  return { hazardId, zoneId, spot, tappedAt, others, drawn, pointedAt, setPointedAt, tapped, pointOf, zoneOf }
}
