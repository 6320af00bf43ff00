import { chiefToRing } from '../domain/chief-to-ring.ts'
import { dayOf } from '../domain/county-calendar.ts'
import type { ExtentPart } from '../domain/hazard-extent.ts'
import { type ExtentFound, measureExtent } from '../domain/measure-extent.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import { findDrawing, type ZoneWithChief, zonesWithChiefs } from './extent-store.ts'
import type { ExtentDrawn } from './extent-wire.ts'
import { findCounty, type HazardRow } from './store.ts'

const chiefAmong = ([zone, ...more]: readonly ZoneWithChief[]) => {
  if (!zone) return null
  const held = [zone, ...more].flatMap(({ id, level, ...row }) =>
    id === null || level === null ? [] : [{ ...row, id, level }],
  )
  return chiefToRing(zone.zoneLevel, held)
}

/** Each part with its zone's name and whoever is its chief today. */
export const partsWithChiefs = async (world: World, county: string, parts: readonly ExtentPart[]) => {
  const { timeZone } = await findCounty(world.db, county)
  const ids = parts.flatMap(({ zoneId }) => (zoneId === null ? [] : [zoneId]))
  const rows = await zonesWithChiefs(world.db, county, ids, dayOf(world.now(), timeZone))
  return parts.map(({ zoneId, runs, metres, squareMetres, share, at }) => {
    const own = rows.filter((row) => row.zoneId === zoneId)
    const held = chiefAmong(own)
    const chief = held && held.name !== null ? { id: held.id, name: held.name, phone: held.phone } : null
    return {
      part: { zoneId, zoneName: own[0]?.zoneName ?? null, runs: [...runs], metres, squareMetres, share, chief },
      ...{ at, chiefUnitId: held?.unitId ?? null },
    }
  })
}

/** The drawing of a hazard that is more than a point, with the zones it touches as they are drawn today. */
export const drawnOf = async (world: World, hazard: HazardRow): Promise<ExtentDrawn | null> => {
  const { county, id, extent } = hazard
  if (extent === null) return null
  const drawing = await findDrawing(world.db, county, id)
  if (drawing === null) return null
  const found = await asFoundToday(world, hazard, drawing)
  const parts = found === null ? [] : await partsWithChiefs(world, county, found.parts)
  return { geometry: onWire(drawing.geometry), parts: parts.map(({ part }) => part) }
}

/** Null where the road has been redrawn so that the stakes are no longer on it: the drawing stays as it was made. */
const asFoundToday = async (
  world: World,
  { county, extent }: HazardRow,
  { geometry }: { readonly geometry: ExtentFound['geometry'] },
): Promise<ExtentFound | null> => {
  const { bounds } = await findCounty(world.db, county)
  const asked =
    geometry.type === 'Polygon'
      ? {
          kind: 'area' as const,
          ring: (geometry.coordinates[0] ?? []).map(([lng = 0, lat = 0]): [number, number] => [lng, lat]),
        }
      : extent?.kind === 'stretch'
        ? extent
        : null
  const verdict = asked && measureExtent(await placeIndexOf(world), bounds, asked)
  return verdict?.ok ? verdict : null
}

const onWire = (geometry: ExtentFound['geometry']): ExtentDrawn['geometry'] => {
  switch (geometry.type) {
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates }
  }
}
