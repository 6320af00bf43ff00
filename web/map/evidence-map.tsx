import type { FeatureCollection } from 'geojson'
import { type LayerSpecification, Marker, type MarkerOptions } from 'maplibre-gl'
import { useState } from 'react'
import { boundsOf } from '../../server/domain/bounds.ts'
import { type Bounds, boundsAround } from '../../server/domain/distance.ts'
import { circleAround } from './circle.ts'
import { nearestZoom } from './layers/zooms.ts'
import type { Dress } from './make-map.ts'
import { useSmallMap } from './use-small-map.ts'

type At = readonly [longitude: number, latitude: number]

interface Placed {
  readonly key: string
  readonly side: 'before' | 'after'
  readonly sign: string
  readonly at: At
  readonly accuracyMetres: number | null
}

interface Props {
  readonly title: string
  readonly hazard: At
  readonly hazardSign: string
  readonly radiusMetres: number
  readonly photos: readonly Placed[]
}

/** A fix rougher than this would push all else into one point; its circle is then left beyond the edge. */
const widestShownMetres = 400

/** Left and right of their point, so that two taken at one spot can both be read. */
const besides: Readonly<Record<Placed['side'], Pick<MarkerOptions, 'anchor' | 'offset'>>> = {
  before: { anchor: 'top-right', offset: [-4, 4] },
  after: { anchor: 'bottom-left', offset: [4, -4] },
}

const pin = (sign: string, kind: string): HTMLElement => {
  const element = document.createElement('span')
  element.className = `evidence-pin evidence-pin-${kind}`
  element.textContent = sign
  element.setAttribute('aria-hidden', 'true')
  return element
}

/** All of it in view, each as far as its place is unsure. */
const boundsOfAll = ({ hazard, radiusMetres, photos }: Props): Bounds | null => {
  const reaches = [
    { at: hazard, metres: radiusMetres },
    ...photos.map(({ at, accuracyMetres }) => ({ at, metres: Math.min(accuracyMetres ?? 0, widestShownMetres) })),
  ]
  return boundsOf(
    reaches.flatMap(({ at, metres }) => {
      const { west, south, east, north } = boundsAround(at, metres)
      return [
        [west, south],
        [east, north],
      ]
    }),
  )
}

const sheetsOf = ({
  hazard,
  radiusMetres,
  photos,
}: Props): Readonly<Record<'circles' | 'spots', FeatureCollection>> => ({
  circles: {
    type: 'FeatureCollection',
    features: [
      circleAround(hazard, radiusMetres, 'radius'),
      ...photos.flatMap(({ at, accuracyMetres, side }) =>
        accuracyMetres === null || accuracyMetres === 0 ? [] : [circleAround(at, accuracyMetres, side)],
      ),
    ],
  },
  spots: {
    type: 'FeatureCollection',
    features: [...photos.map(({ at, side }) => ({ at, kind: side })), { at: hazard, kind: 'hazard' }].map(
      ({ at, kind }) => ({
        ...{ type: 'Feature', properties: { kind } },
        geometry: { type: 'Point', coordinates: [at[0], at[1]] },
      }),
    ),
  },
})

const evidenceLayers = ({ palette: { chosen, name, halo } }: Dress): LayerSpecification[] => [
  {
    ...{ id: 'circle-sheets', type: 'fill', source: 'circles', filter: ['!=', 'kind', 'radius'] },
    paint: { 'fill-color': chosen, 'fill-opacity': 0.08 },
  },
  {
    ...{ id: 'circle-lines', type: 'line', source: 'circles', filter: ['!=', 'kind', 'radius'] },
    paint: { 'line-color': name, 'line-width': 1 },
  },
  {
    ...{ id: 'spot-dots', type: 'circle', source: 'spots' },
    paint: {
      ...{ 'circle-radius': 4, 'circle-color': ['match', ['get', 'kind'], 'hazard', chosen, name] },
      ...{ 'circle-stroke-width': 1.5, 'circle-stroke-color': halo },
    },
  },
  {
    ...{ id: 'radius-line', type: 'line', source: 'circles', filter: ['==', 'kind', 'radius'] },
    paint: { 'line-color': chosen, 'line-width': 1.5, 'line-dasharray': [4, 3] },
  },
]

/** The hazard, the circle in which its cure is expected, and each photo with how exactly its place is known. */
export default function EvidenceMap(props: Props) {
  const { title, hazard, hazardSign, photos } = props
  // what is shown of one submission never changes
  const [sheets] = useState(() => sheetsOf(props))
  const { place } = useSmallMap({
    ...{ title, sheets, layers: evidenceLayers },
    at: boundsOfAll(props) ?? { longitude: hazard[0], latitude: hazard[1], zoom: nearestZoom },
    own: { fitBoundsOptions: { padding: 24, maxZoom: 17 }, maxZoom: nearestZoom + 1, scrollZoom: false },
    onOpen: (map) => {
      for (const { at, sign, side } of photos)
        new Marker({ element: pin(sign, side), ...besides[side] }).setLngLat([at[0], at[1]]).addTo(map)
      new Marker({ element: pin(hazardSign, 'hazard'), anchor: 'top', offset: [0, 6] })
        .setLngLat([hazard[0], hazard[1]])
        .addTo(map)
    },
  })
  return <div ref={place} className="evidence-map" />
}
