import type { Tags } from '../imports/readers/gather-osm.ts'
import type { GroundLayer } from './ground-feature.ts'

/** What an element of OpenStreetMap is on this map; the zoom from which it is drawn. */
export interface OsmKind {
  readonly layer: GroundLayer
  readonly kind: string
  readonly fromZoom: number
  readonly form: 'area' | 'line' | 'point'
}

const landKinds: readonly (readonly [test: (tags: Tags) => boolean, kind: string, fromZoom: number])[] = [
  [({ landuse, natural }) => landuse === 'forest' || natural === 'wood', 'forest', 6],
  [({ landuse }) => /^(orchard|vineyard|plant_nursery)$/.test(landuse ?? ''), 'orchard', 10],
  [({ landuse }) => landuse === 'farmland' || landuse === 'paddy', 'farm', 10],
  [
    ({ landuse, natural }) =>
      /^(meadow|grass|village_green)$/.test(landuse ?? '') || /^(grassland|scrub|heath|fell)$/.test(natural ?? ''),
    'grass',
    10,
  ],
  [({ landuse }) => /^(residential|commercial|retail|industrial|construction|quarry)$/.test(landuse ?? ''), 'built', 9],
  [({ natural }) => /^(bare_rock|scree|shingle|sand)$/.test(natural ?? ''), 'rock', 11],
]

const areaOf = (tags: Tags): OsmKind | null => {
  const { building, natural, landuse, waterway, water, area } = tags
  if (building !== undefined && building !== 'no')
    return { layer: 'buildings', kind: 'building', fromZoom: 14, form: 'area' }
  if (natural === 'water' || landuse === 'reservoir' || landuse === 'basin' || waterway === 'riverbank') {
    const kind =
      waterway === 'riverbank' || water === 'river' ? 'river' : landuse === 'reservoir' ? 'reservoir' : 'lake'
    return { layer: 'water', kind, fromZoom: 6, form: 'area' }
  }
  if (area === 'no') return null
  const [, kind, fromZoom] = landKinds.find(([test]) => test(tags)) ?? []
  return kind === undefined || fromZoom === undefined ? null : { layer: 'land', kind, fromZoom, form: 'area' }
}

const wayKinds: Readonly<Record<string, readonly [kind: string, fromZoom: number]>> = {
  ...{ motorway: ['motorway', 6], trunk: ['trunk', 7], primary: ['primary', 8], secondary: ['secondary', 9] },
  ...{ tertiary: ['tertiary', 10], unclassified: ['minor', 11], residential: ['minor', 12], road: ['minor', 12] },
  ...{ living_street: ['minor', 12], pedestrian: ['minor', 13], service: ['service', 13], track: ['track', 13] },
}

const lineOf = ({ highway, railway, waterway, tunnel }: Tags): OsmKind | null => {
  if (highway !== undefined) {
    const link = highway.endsWith('_link')
    const [kind, fromZoom] = wayKinds[highway.replace(/_link$/, '')] ?? []
    if (kind === undefined || fromZoom === undefined) return null
    return { layer: 'ways', kind, fromZoom: link ? Math.max(11, fromZoom) : fromZoom, form: 'line' }
  }
  if (railway === 'rail') return { layer: 'ways', kind: 'rail', fromZoom: 8, form: 'line' }
  if (tunnel !== undefined && tunnel !== 'no') return null
  if (waterway === 'river') return { layer: 'rivers', kind: 'river', fromZoom: 8, form: 'line' }
  if (waterway === 'canal') return { layer: 'rivers', kind: 'canal', fromZoom: 11, form: 'line' }
  if (waterway === 'stream') return { layer: 'rivers', kind: 'stream', fromZoom: 12, form: 'line' }
  return null
}

const nameZooms: Readonly<Record<string, number>> = {
  ...{ city: 7, town: 8, village: 11, suburb: 11, hamlet: 13, isolated_dwelling: 14 },
}

/** Metres above the sea as they are written: `1716`, `1716 m`, `1716.3`. */
export const metresWritten = (text: string | undefined): number | null => {
  const [, figures] = /^(-?\d{1,4}(?:\.\d+)?)\s*m?$/.exec(text?.trim() ?? '') ?? []
  return figures === undefined ? null : Math.round(Number(figures))
}

/** A place with a name, or a peak with a name or a height. */
export const pointKind = (tags: Tags): OsmKind | null => {
  const { place, natural, name, ele } = tags
  const fromZoom = place === undefined ? undefined : nameZooms[place]
  if (place !== undefined && fromZoom !== undefined && name !== undefined)
    return { layer: 'names', kind: place, fromZoom, form: 'point' }
  if (natural === 'peak' && (name !== undefined || metresWritten(ele) !== null))
    return { layer: 'names', kind: 'peak', fromZoom: 11, form: 'point' }
  return null
}

/** A way: closed it may be an area; a road or a river never is one. */
export const wayKind = (tags: Tags, closed: boolean): OsmKind | null => lineOf(tags) ?? (closed ? areaOf(tags) : null)

export const relationKind = (tags: Tags): OsmKind | null => (tags['type'] === 'multipolygon' ? areaOf(tags) : null)

/** Chinese where it is told, else as the place calls itself. */
export const nameOf = (tags: Tags): string => tags['name:zh'] ?? tags['name'] ?? ''
