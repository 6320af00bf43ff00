import type { Position } from 'geojson'
import proj4 from 'proj4'
import { isWithin } from '../domain/bounds.ts'
import type { Datum } from '../domain/datum.ts'
import type { Bounds } from '../domain/distance.ts'
import type { SaidSystem } from './read-shape.ts'

/** `degrees`, `file` (as the file says), or Gauss-Krüger as `gk:<central meridian>:<zone before the easting, or 0>`. */
export type SystemId = string

export interface FoundSystem {
  readonly id: SystemId
  /** Northing before easting, as surveyors write; or latitude before longitude. */
  readonly swapped: boolean
  /** Share of the positions that come to lie in or near the county, 0 to 1. */
  readonly fits: number
}

export type Project = (position: Position) => Position

const asIs: Project = (position) => position
/** CGCS2000's ellipsoid is GRS 80; its datum is WGS-84's within centimetres. */
const gaussKrueger = (meridian: number, zone: number): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 +ellps=GRS80 +units=m +no_defs`

/**
 * EPSG's numbers of CGCS2000: 4490 in degrees; 4491-4501 and 4502-4512 in zones of 6 degrees from 75° east, with and
 * without the zone before the easting; 4513-4533 and 4534-4554 in zones of 3 degrees from 75° east, likewise.
 */
const systemOfEpsg = (epsg: number): string | 'degrees' | null => {
  if (epsg === 4326 || epsg === 4490) return 'degrees'
  if (epsg === 3857) return 'EPSG:3857'
  if (epsg >= 32601 && epsg <= 32660) return `+proj=utm +zone=${epsg - 32600} +datum=WGS84 +units=m +no_defs`
  if (epsg >= 4491 && epsg <= 4501) return gaussKrueger(75 + (epsg - 4491) * 6, epsg - 4491 + 13)
  if (epsg >= 4502 && epsg <= 4512) return gaussKrueger(75 + (epsg - 4502) * 6, 0)
  if (epsg >= 4513 && epsg <= 4533) return gaussKrueger(75 + (epsg - 4513) * 3, epsg - 4513 + 25)
  if (epsg >= 4534 && epsg <= 4554) return gaussKrueger(75 + (epsg - 4534) * 3, 0)
  return null
}

/** What a system known by its number says of the datum. That of web maps (3857) says nothing: GCJ-02 is drawn in it too. */
export const datumOfSaid = (said: SaidSystem | null): Datum | null => {
  const epsg = said?.epsg ?? null
  return epsg !== null && epsg !== 3857 && systemOfEpsg(epsg) !== null ? 'wgs84' : null
}

const projecting = (definition: string): Project | null => {
  try {
    const converter = proj4(definition, 'WGS84')
    return ([x = 0, y = 0]) => {
      const [lng = Number.NaN, lat = Number.NaN] = converter.forward([x, y])
      return [Math.round(lng * 1e9) / 1e9, Math.round(lat * 1e9) / 1e9]
    }
  } catch {
    return null
  }
}

/** How positions of a system become degrees; null where the file's own words cannot be understood. */
export const projectOf = (id: SystemId, said: SaidSystem | null): Project | null => {
  if (id === 'degrees') return asIs
  const [kind, meridian, zone] = id.split(':')
  if (kind === 'gk') return projecting(gaussKrueger(Number(meridian), Number(zone)))
  if (said === null) return null
  const byNumber = said.epsg === null ? null : systemOfEpsg(said.epsg)
  if (byNumber !== null) return byNumber === 'degrees' ? asIs : projecting(byNumber)
  if (said.wkt === null) return null
  // degrees need no projecting, and a datum written there would only be misunderstood
  return /^\s*(GEOGCS|GEOGCRS|GEODCRS)\b/i.test(said.wkt) ? asIs : projecting(said.wkt)
}

const candidatesFor = ({ west, east }: Bounds): SystemId[] => {
  const middle = (west + east) / 2
  const three = Math.round(middle / 3) * 3
  const six = Math.floor(middle / 6) * 6 + 3
  const meridians = [...new Set([three, six, three - 3, three + 3, six - 6, six + 6])]
  return meridians.flatMap((meridian) => [
    `gk:${meridian}:0`,
    `gk:${meridian}:${meridian / 3}`,
    ...(meridian % 6 === 3 ? [`gk:${meridian}:${(meridian + 3) / 6}`] : []),
  ])
}

const nearDegrees = 0.3
const enough = 0.6

const shareNear = (positions: readonly Position[], project: Project, bounds: Bounds, swapped: boolean): number => {
  if (positions.length === 0) return 0
  const near = positions.filter((position) => {
    const [lng = Number.NaN, lat = Number.NaN] = project(swapped ? [...position].reverse() : position)
    return isWithin([lng, lat], bounds, nearDegrees)
  })
  return near.length / positions.length
}

/**
 * The systems under which a file's positions come to lie in the county, the one it says first; `lies` where what it
 * says leads elsewhere and another leads here.
 */
export const findSystems = (
  positions: readonly Position[],
  said: SaidSystem | null,
  bounds: Bounds | null,
): { readonly systems: readonly FoundSystem[]; readonly lies: boolean } => {
  const first: SystemId = said === null ? 'degrees' : 'file'
  const looks: SystemId[] = [...new Set([first, 'degrees', ...(bounds ? candidatesFor(bounds) : [])])]
  if (bounds === null) return { systems: [{ id: first, swapped: false, fits: 0 }], lies: false }
  const weighed = looks.flatMap((id): FoundSystem[] => {
    const project = projectOf(id, said)
    if (!project) return []
    return [false, true].map((swapped) => ({ id, swapped, fits: shareNear(positions, project, bounds, swapped) }))
  })
  const straight = weighed.find(({ id, swapped }) => id === first && !swapped) ?? { id: first, swapped: false, fits: 0 }
  const others = weighed.filter((one) => one !== straight && one.fits >= enough).sort((a, b) => b.fits - a.fits)
  const lies = said !== null && straight.fits < 0.2 && others.length > 0
  return { systems: straight.fits >= enough ? [straight] : [...others, straight], lies }
}
