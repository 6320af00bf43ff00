import type { FeatureCollection, LineString, Point } from 'geojson'
import { GeoJSONSource, LngLatBounds, Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Track } from '../../server/domain/gpx-track.ts'
import { followGround } from '../map/ground/follow-ground.ts'
import { farthestZoom, nearestZoom } from '../map/layers/zooms.ts'
import { styleOf } from '../map/map-style.ts'
import { useBaseLayers } from '../map/use-base-layers.ts'
import { dressNow, useLight } from '../map/use-dress.ts'
import type { SetPhoto } from './card-photo.ts'
import type { ShownGroup } from './use-card-desk.ts'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)

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

/** The county's own drawing with the track, each photo as a dot, and each hazard-to-be by its number. */
export default function CardMap(props: Props) {
  const { photos, chosen, groups, track, lookAnew, placing } = props
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<MapLibre | null>(null)
  const light = useLight()
  const layers = useBaseLayers()
  const tapped = useEffectEvent((at: At, photoId: string | null) =>
    photoId !== null && !props.placing ? props.onPhoto(photoId) : props.onTap(at),
  )
  const middle = useEffectEvent((at: At) => props.onMiddle(at))
  const lay = useEffectEvent((map: MapLibre) => {
    const { zones, roads, places } = layers
    const sheets = {
      ...{ areas: zones?.areas, segments: zones?.segments, roads, places },
      ...{ 'card-track': lines(track), 'card-photos': points(photos, chosen), 'card-signs': signs(groups) },
    }
    for (const [name, data] of Object.entries(sheets)) {
      const source = map.getSource(name)
      if (data && source instanceof GeoJSONSource) source.setData(data)
    }
  })
  const lookAtAll = useEffectEvent((map: MapLibre, ms: number) => {
    const bounds = new LngLatBounds()
    for (const { lngLat } of photos) if (lngLat !== null) bounds.extend([lngLat[0], lngLat[1]])
    for (const { lngLat } of track.flat()) bounds.extend([lngLat[0], lngLat[1]])
    if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 36, maxZoom: 16, duration: ms })
  })
  const open = useEffectEvent((container: HTMLElement): MapLibre => {
    const { palette, fonts } = dressNow(light)
    const map = new MapLibre({
      ...{ container, center: [props.centre[0], props.centre[1]], zoom: 10 },
      ...{ minZoom: farthestZoom, maxZoom: nearestZoom, style: styleOf(palette, fonts) },
      ...{ attributionControl: false, dragRotate: false, touchPitch: false, localIdeographFontFamily: false },
      locale: { 'Map.Title': props.title },
    })
    map.once('style.load', () => {
      const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }
      for (const name of ['card-track', 'card-photos', 'card-signs'])
        map.addSource(name, { type: 'geojson', data: nothing })
      map.addLayer({
        ...{ id: 'card-track', type: 'line', source: 'card-track', layout: { 'line-join': 'round' } },
        paint: { 'line-color': palette.chosen, 'line-width': 2.5, 'line-dasharray': [2, 1.2] },
      })
      map.addLayer({
        ...{ id: 'card-photos', type: 'circle', source: 'card-photos' },
        paint: {
          'circle-radius': ['case', ['get', 'chosen'], 8, 5],
          'circle-color': ['case', ['get', 'chosen'], palette.chosen, palette.name],
          ...{ 'circle-stroke-width': 1.5, 'circle-stroke-color': palette.halo },
        },
      })
      map.addLayer({
        ...{ id: 'card-signs', type: 'symbol', source: 'card-signs' },
        layout: {
          ...{ 'text-field': ['get', 'sign'], 'text-font': fonts.strong, 'text-size': 14 },
          ...{ 'text-anchor': 'bottom-left', 'text-offset': [0.45, -0.25] },
        },
        paint: { 'text-color': palette.name, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
      })
      lay(map)
      followGround(map)
      lookAtAll(map, 0)
    })
    map.on('click', ({ point, lngLat }) => {
      const reach = 8
      const hits = map.queryRenderedFeatures(
        [
          [point.x - reach, point.y - reach],
          [point.x + reach, point.y + reach],
        ],
        { layers: ['card-photos'] },
      )
      const id: unknown = hits[0]?.properties['id']
      tapped([rounded(lngLat.lng), rounded(lngLat.lat)], typeof id === 'string' ? id : null)
    })
    const tellMiddle = (): void => {
      const { lng, lat } = map.getCenter()
      middle([rounded(lng), rounded(lat)])
    }
    map.on('moveend', tellMiddle)
    map.on('idle', () => container.setAttribute('data-map', 'idle'))
    tellMiddle()
    return map
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing is made anew for another light
  useEffect(() => {
    if (place.current === null) return
    const own = open(place.current)
    opened.current = own
    return () => {
      opened.current = null
      own.remove()
    }
  }, [light])
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid anew whenever any of these is another
  useEffect(() => {
    const map = opened.current
    if (map?.getSource('card-photos')) lay(map)
  }, [layers.zones, layers.roads, layers.places, photos, chosen, groups, track])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks anew when asked to, not when a slider moves a dot
  useEffect(() => {
    const map = opened.current
    if (map?.getSource('card-photos')) lookAtAll(map, 300)
  }, [lookAnew])
  return <div ref={place} className="card-map" data-placing={placing} />
}
