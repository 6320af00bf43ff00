import type { Polygon } from 'geojson'
import { makeCountyCells, nearestCell } from './county-cells.ts'
import type {
  DemoGeography,
  DemoJunction,
  DemoRoad,
  DemoSchool,
  DemoTownship,
  DemoVillage,
} from './geography-shapes.ts'
import { inventedNotice } from './invented-notice.ts'
import { distanceMetres, isInRing, type LngLat, lineLengthMetres, type PlanePoint, toLngLat, toPlane } from './plane.ts'
import { layRoads } from './road-lines.ts'
import { planRoads } from './road-plan.ts'
import { alongLine, cutSegments, lineOf, nameRoads } from './road-records.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { countySeatCode, type Township, townships } from './townships.ts'
import { makeVillageNamer } from './village-names.ts'

export type { DemoGeography } from './geography-shapes.ts'

const schoolCount = 45

const polygonOf = (ring: readonly PlanePoint[]): Polygon => {
  const corners = ring.map(toLngLat)
  return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] }
}

const middleOf = (ring: readonly PlanePoint[]): PlanePoint => [
  ring.reduce((sum, p) => sum + p[0], 0) / ring.length,
  ring.reduce((sum, p) => sum + p[1], 0) / ring.length,
]

/** The county seat gets the middlemost cell; the other townships fall where the seed puts them. */
const dealTownships = (random: SeededRandom, rings: readonly PlanePoint[][]): Township[] => {
  const fromMiddle = rings.map((ring) => Math.hypot(...middleOf(ring)))
  const middlemost = fromMiddle.indexOf(Math.min(...fromMiddle))
  const seat = townships.find((township) => township.code === countySeatCode)
  const others = random.shuffle(townships.filter((township) => township !== seat))
  return rings.flatMap((_, i) => (i === middlemost && seat ? [seat] : others.splice(0, 1)))
}

const findJunctions = (roads: readonly DemoRoad[], villageAt: (lngLat: LngLat) => DemoVillage): DemoJunction[] => {
  const meeting = new Map<string, { lngLat: LngLat; roads: DemoJunction['roads'] }>()
  for (const road of roads) {
    const line = lineOf(road)
    let gone = 0
    line.forEach((lngLat, i) => {
      if (i > 0) gone += lineLengthMetres(line.slice(i - 1, i + 1))
      const place = meeting.get(lngLat.join()) ?? { lngLat, roads: [] }
      const chainageMetres = Math.round(road.startChainageMetres + gone)
      if (!place.roads.some((other) => other.roadId === road.id))
        place.roads.push({ roadId: road.id, routeCode: road.routeCode, chainageMetres })
      meeting.set(lngLat.join(), place)
    })
  }
  const places = [...meeting.values()].filter((place) => place.roads.length > 1)
  return places.map((place, i) => {
    const village = villageAt(place.lngLat)
    const { townshipCode, code: villageCode } = village
    return { id: `junction-${String(i + 1).padStart(3, '0')}`, ...place, townshipCode, villageCode }
  })
}

const foundSchools = (
  random: SeededRandom,
  villages: readonly DemoVillage[],
  roads: readonly DemoRoad[],
): DemoSchool[] => {
  const vertices = roads.flatMap((road) => lineOf(road).map((lngLat) => ({ road, lngLat, plane: toPlane(lngLat) })))
  const kinds = ['primary', 'primary', 'primary', 'kindergarten', 'middle'] as const
  const suffix = { primary: '小学', kindergarten: '幼儿园', middle: '初级中学' } as const
  return random
    .shuffle(villages)
    .slice(0, schoolCount)
    .map((village, i) => {
      const at = toPlane(village.point)
      const around = vertices.filter((v) => distanceMetres(v.plane, at) < 900)
      const nearest = vertices.reduce((a, b) => (distanceMetres(b.plane, at) < distanceMetres(a.plane, at) ? b : a))
      const spot = random.pickAny(around) ?? nearest
      const angle = random.between(0, 2 * Math.PI)
      const gate = toLngLat([spot.plane[0] + 14 * Math.cos(angle), spot.plane[1] + 14 * Math.sin(angle)])
      const kind = random.pick(kinds)
      return {
        id: `school-${String(i + 1).padStart(2, '0')}`,
        name: `${village.name.replace(/村$/, '')}${suffix[kind]}`,
        kind,
        townshipCode: village.townshipCode,
        villageCode: village.code,
        roadId: spot.road.id,
        gate: { type: 'Point', coordinates: gate },
        invented: true,
      }
    })
}

/** Makes the whole invented county from a seed: the same seed, the same county, to the last digit. */
export const makeGeography = (seed: string): DemoGeography => {
  const random = seededRandom(`${seed}/geography`)
  const cells = makeCountyCells(seed)
  const dealt = dealTownships(random.fork('deal'), cells.townships)
  const nextName = makeVillageNamer(random.fork('names'))

  const seatOf = dealt.map((_, t) => {
    const middle = middleOf(cells.townships[t] ?? [])
    const own = cells.villages.filter((cell) => cell.township === t)
    return own.reduce((a, b) => (distanceMetres(b.site, middle) < distanceMetres(a.site, middle) ? b : a))
  })
  const counts = new Map<string, number>()
  const villages = cells.villages.map((cell): DemoVillage => {
    const townshipCode = dealt[cell.township]?.code ?? ''
    // Real village codes of this county stop at 223; from 271 up they can be nobody's.
    const count = counts.get(townshipCode) ?? 0
    counts.set(townshipCode, count + 1)
    const code = `${townshipCode}${271 + count}`
    const geometry = polygonOf(cell.ring)
    return { code, name: `${nextName()}村`, townshipCode, point: toLngLat(cell.site), geometry, invented: true }
  })
  const townshipList = dealt.map((township, t): DemoTownship => {
    const seat = toLngLat(seatOf[t]?.site ?? [0, 0])
    return { ...township, seat, geometry: polygonOf(cells.townships[t] ?? []), invented: true }
  })
  const villageAt = ([lng, lat]: LngLat): DemoVillage => {
    const point = toPlane([lng, lat])
    const holding = cells.villages.findIndex(
      (cell) => distanceMetres(cell.site, point) < 12_000 && isInRing(point, cell.ring),
    )
    const village = villages[holding >= 0 ? holding : nearestCell(cells.villages, point)]
    if (!village) throw new Error('The county has no villages.')
    return village
  }

  const served = cells.villages.map((cell) => {
    const isSeat = seatOf.includes(cell)
    return {
      point: cell.site,
      township: cell.township,
      isSeat,
      isCountySeat: isSeat && dealt[cell.township]?.code === countySeatCode,
    }
  })
  const plan = planRoads(random.fork('plan'), served, cells.outline)
  const laid = layRoads(random.fork('lay'), plan, cells.outline, (point) => nearestCell(cells.villages, point))
  const placeNames = served.map((place, i) =>
    place.isSeat ? (dealt[place.township]?.name.slice(0, -1) ?? '') : (villages[i]?.name.slice(0, -1) ?? ''),
  )
  const roads = nameRoads(random.fork('road names'), laid, placeNames)
  const roadOf = new Map(roads.map((road) => [road.id, road]))
  const townshipName = new Map(townshipList.map((township) => [township.code, township.name]))

  return {
    invented: true,
    notice: inventedNotice,
    outline: polygonOf(cells.outline),
    townships: townshipList,
    villages,
    roads,
    segments: cutSegments(roads, (lngLat) => villageAt(lngLat).townshipCode),
    schools: foundSchools(random.fork('schools'), villages, roads),
    junctions: findJunctions(roads, villageAt),
    villageAt,
    pointOnRoad: (roadId, fraction) => {
      const road = roadOf.get(roadId)
      if (!road) throw new Error(`There is no road ${roadId} in the demo county.`)
      const { lngLat } = alongLine(lineOf(road), fraction)
      const village = villageAt(lngLat)
      return {
        lngLat,
        chainageMetres: Math.round(road.startChainageMetres + Math.min(1, Math.max(0, fraction)) * road.lengthMetres),
        roadId,
        routeCode: road.routeCode,
        roadName: road.name,
        townshipCode: village.townshipCode,
        townshipName: townshipName.get(village.townshipCode) ?? '',
        villageCode: village.code,
        villageName: village.name,
      }
    },
  }
}
