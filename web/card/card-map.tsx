import type { FeatureCollection, LineString, Point } from 'geojson'
import { type LayerSpecification, LngLatBounds, type Map as MapLibre } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { Track } from '../../server/domain/gpx-track.ts'
import type { Dress } from '../map/make-map.ts'
import { useSmallMap } from '../map/use-small-map.ts'
import type { SetPhoto } from './card-photo.ts'
import type { ShownGroup } from './use-card-desk.ts'

type At = readonly [longitude: number, latitude: number]

interface Props {
  readonly title: string
  /** Where to look while there is no photo to look at. */
  readonly centre: At
  readonly photos: readonly SetPhoto[]
  readonly chosen: ReadonlySet<string>
  readonly groups: readonly ShownGroup[]
  readonly track: Track
  /** Looks at all photos anew whenever this changes. */
  readonly lookAnew: number
  readonly placing: boolean
  readonly onTap: (at: At) => void
  readonly onPhoto: (photoId: string) => void
  /** Tells where the middle is, for those who cannot tap. */
  readonly onMiddle: (at: At) => void
}

const points = (photos: readonly SetPhoto[], chosen: ReadonlySet<string>): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: photos.flatMap(({ id, lngLat }) =>
    lngLat === null
      ? []
      : [
          {
            type: 'Feature',
            properties: { id, chosen: chosen.has(id) },
            geometry: { type: 'Point', coordinates: [lngLat[0], lngLat[1]] },
          },
        ],
  ),
})
const signs = (groups: readonly ShownGroup[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: groups.flatMap(({ position }, index) =>
    position === null
      ? []
      : [
          {
            type: 'Feature',
            properties: { sign: String(index + 1) },
            geometry: { type: 'Point', coordinates: [position.longitude, position.latitude] },
          },
        ],
  ),
})
const lines = (track: Track): FeatureCollection<LineString> => ({
  type: 'FeatureCollection',
  features: track.map((stretch) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: stretch.map(({ lngLat }) => [lngLat[0], lngLat[1]]) },
  })),
})

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

const cardLayers = ({ palette: { chosen, name, halo }, fonts }: Dress): LayerSpecification[] => [
  {
    ...{ id: 'card-track', type: 'line', source: 'card-track', layout: { 'line-join': 'round' } },
    paint: { 'line-color': chosen, 'line-width': 2.5, 'line-dasharray': [2, 1.2] },
  },
  {
    ...{ id: 'card-photos', type: 'circle', source: 'card-photos' },
    paint: {
      'circle-radius': ['case', ['get', 'chosen'], 8, 5],
      'circle-color': ['case', ['get', 'chosen'], chosen, name],
      ...{ 'circle-stroke-width': 1.5, 'circle-stroke-color': halo },
    },
  },
  {
    ...{ id: 'card-signs', type: 'symbol', source: 'card-signs' },
    layout: {
      ...{ 'text-field': ['get', 'sign'], 'text-font': fonts.strong, 'text-size': 14 },
      ...{ 'text-anchor': 'bottom-left', 'text-offset': [0.45, -0.25] },
    },
    paint: { 'text-color': name, 'text-halo-color': halo, 'text-halo-width': 2 },
  },
]

/** A photo is hit this far beside its dot. */
const reachPixels = 8
const photoAt = (map: MapLibre, { x, y }: { x: number; y: number }): string | null => {
  const [hit] = map.queryRenderedFeatures(
    [
      [x - reachPixels, y - reachPixels],
      [x + reachPixels, y + reachPixels],
    ],
    { layers: ['card-photos'] },
  )
  const id: unknown = hit?.properties['id']
  return typeof id === 'string' ? id : null
}

/** The county's own drawing with the track, each photo as a dot, and each hazard-to-be by its number. */
export default function CardMap(props: Props) {
  const { title, centre, photos, chosen, groups, track, lookAnew, placing } = props
  const tapped = useEffectEvent((at: At, photoId: string | null) =>
    photoId !== null && !props.placing ? props.onPhoto(photoId) : props.onTap(at),
  )
  const middle = useEffectEvent((at: At) => props.onMiddle(at))
  const sheets = {
    'card-track': useMemo(() => lines(track), [track]),
    'card-photos': useMemo(() => points(photos, chosen), [photos, chosen]),
    'card-signs': useMemo(() => signs(groups), [groups]),
  }
  const { place, map } = useSmallMap({
    ...{ title, sheets, layers: cardLayers },
    at: { longitude: centre[0], latitude: centre[1], zoom: 10 },
    onOpen: (opened) => {
      opened.on('click', ({ point, lngLat }) =>
        tapped([rounded(lngLat.lng), rounded(lngLat.lat)], photoAt(opened, point)),
      )
      const tellMiddle = (): void => {
        const { lng, lat } = opened.getCenter()
        middle([rounded(lng), rounded(lat)])
      }
      opened.on('moveend', tellMiddle)
      tellMiddle()
    },
  })
  const lookAtAll = useEffectEvent((opened: MapLibre, ms: number) => {
    const bounds = new LngLatBounds()
    for (const { lngLat } of photos) if (lngLat !== null) bounds.extend([lngLat[0], lngLat[1]])
    for (const { lngLat } of track.flat()) bounds.extend([lngLat[0], lngLat[1]])
    if (!bounds.isEmpty()) opened.fitBounds(bounds, { padding: 36, maxZoom: 16, duration: ms })
  })
  const looked = useRef<number | null>(null)
  useEffect(() => {
    // looks anew when asked to, not when a slider moves a dot; at first without a glide
    if (map.current) lookAtAll(map.current, looked.current === null ? 0 : 300)
    looked.current = lookAnew
  }, [lookAnew, map])
  return <div ref={place} className="card-map" data-placing={placing} />
}
