import type { Polygon } from 'geojson'
import type { FurnishBatch } from '../../server/zones/furnish-batch.ts'
import type { Cast } from './cast.ts'
import type { DemoGeography } from './geography-shapes.ts'

/** The invented places, zones, roads and posts as the county is furnished with them. */
export const furnishingOf = (geography: DemoGeography, cast: Cast, heldFrom: string): FurnishBatch => {
  const invented = true
  const place = (
    kind: 'township' | 'village' | 'school',
    code: string,
    name: string,
    [lng = 0, lat = 0]: readonly number[],
  ) => ({
    code,
    kind,
    name,
    aliases: [] as readonly string[],
    longitude: lng,
    latitude: lat,
    invented,
  })
  const area = (code: string, name: string, level: 'total' | 'township' | 'village', geometry: Polygon) => ({
    id: `area-${code}`,
    shape: 'area' as const,
    level,
    name,
    placeCode: code,
    routeCode: null,
    fromMetres: null,
    toMetres: null,
    geometry,
    invented,
  })
  return {
    places: [
      ...geography.townships.map(({ code, name, seat, aliases }) => ({
        ...place('township', code, name, seat),
        aliases,
      })),
      ...geography.villages.map(({ code, name, point }) => place('village', code, name, point)),
      ...geography.schools.map(({ id, name, gate }) => place('school', id, name, gate.coordinates)),
    ],
    zones: [
      area('360424', '修水县', 'total', geography.outline),
      ...geography.townships.map(({ code, name, geometry }) => area(code, name, 'township', geometry)),
      ...geography.villages.map(({ code, name, geometry }) => area(code, name, 'village', geometry)),
      ...geography.segments.map((segment) => ({
        id: `segment-${segment.id}`,
        shape: 'segment' as const,
        level: 'county' as const,
        name: segment.name,
        placeCode: segment.townshipCode,
        routeCode: segment.routeCode,
        fromMetres: segment.fromChainageMetres,
        toMetres: segment.toChainageMetres,
        geometry: segment.geometry,
        invented,
      })),
    ],
    roads: geography.roads.map(({ id, routeCode, name, roadClass, lengthMetres, geometry }) => ({
      id,
      routeCode,
      name,
      roadClass,
      lengthMetres,
      geometry,
      invented,
    })),
    posts: cast.posts.map((post) => {
      const { zoneId, next, former, formerPostId } = cast.handOver
      const isBefore = post.zoneId === zoneId && post.personId === next
      const held = isBefore ? { ...post, id: formerPostId, personId: former } : post
      return { ...held, heldFrom, heldUntil: null }
    }),
  }
}
