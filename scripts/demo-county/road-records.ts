import type { RoadClass } from '../../db/vocabulary.ts'
import type { DemoRoad, DemoSegment } from './geography-shapes.ts'
import { type LngLat, lineLengthMetres, stepMetres, toLngLat } from './plane.ts'
import type { LaidRoad } from './road-lines.ts'
import type { SeededRandom } from './seeded-random.ts'
import { county } from './townships.ts'

const classOf: Readonly<Record<LaidRoad['letter'], RoadClass>> = {
  G: 'national',
  S: 'provincial',
  X: 'county',
  Y: 'township',
  C: 'village',
}

// Route numbers from 801 up are given to no national or provincial road, so nobody takes one for a real road.
const digitsOf = (letter: LaidRoad['letter'], count: number) =>
  letter === 'C' && count % 5 === 0 ? `W${String(count / 5).padStart(2, '0')}` : String(800 + count)

const hamlets = [
  '上屋',
  '下屋',
  '老屋',
  '新屋',
  '对门',
  '坎上',
  '井边',
  '坡上',
  '塘下',
  '桥头',
  '垅里',
  '水口',
  '茶园',
  '竹山',
  '大屋',
  '庙前',
] as const

/** Names, codes and lengths for the laid roads. `placeNames` by place index; a spur is named after its village and a hamlet. */
export const nameRoads = (
  random: SeededRandom,
  laid: readonly LaidRoad[],
  placeNames: readonly string[],
): DemoRoad[] => {
  const counts = new Map<string, number>()
  const taken = new Set<string>()
  return laid.map(({ letter, line, ends }) => {
    const count = (counts.get(letter) ?? 0) + 1
    counts.set(letter, count)
    const from = placeNames[ends[0]] ?? ''
    const kind = letter === 'C' ? '村道' : letter === 'Y' ? '线' : '公路'
    const nameOnce = (): string => {
      for (let attempt = 0; ; attempt++) {
        const to = ends[1] === undefined ? `${random.pick(hamlets)}组` : (placeNames[ends[1]] ?? '')
        const name = `${from}—${to}${kind}${attempt > 20 ? `${attempt - 19}` : ''}`
        if (taken.has(name)) continue
        taken.add(name)
        return name
      }
    }
    const coordinates = line.map(toLngLat)
    const routeCode = `${letter}${digitsOf(letter, count)}${county.code}`
    return {
      id: `road-${routeCode}`,
      routeCode,
      name: nameOnce(),
      roadClass: classOf[letter],
      lengthMetres: Math.round(lineLengthMetres(coordinates)),
      startChainageMetres: letter === 'G' ? 812_400 : letter === 'S' ? 40_000 + 25_300 * count : 0,
      geometry: { type: 'LineString', coordinates },
      invented: true,
    }
  })
}

/** The point a fraction of the way along, and the index of the vertex before it. */
export const alongLine = (line: readonly LngLat[], fraction: number): { lngLat: LngLat; index: number } => {
  const wanted = Math.min(1, Math.max(0, fraction)) * lineLengthMetres(line)
  let gone = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    const step = stepMetres(a, b)
    if (a && b && (gone + step >= wanted || i === line.length - 1)) {
      const t = step === 0 ? 0 : Math.min(1, (wanted - gone) / step)
      const round6 = (degrees: number) => Math.round(degrees * 1e6) / 1e6
      return { lngLat: [round6(a[0] + t * (b[0] - a[0])), round6(a[1] + t * (b[1] - a[1]))], index: i - 1 }
    }
    gone += step
  }
  throw new Error('A line needs two points.')
}

export const lineOf = (road: { geometry: { coordinates: number[][] } }): LngLat[] =>
  road.geometry.coordinates.map(([lng = 0, lat = 0]): LngLat => [lng, lat])

const chainageText = (metres: number) =>
  `K${Math.floor(metres / 1000)}+${String(Math.round(metres) % 1000).padStart(3, '0')}`

/** Cuts national, provincial and county roads into one to three stretches, each for a road chief. */
export const cutSegments = (roads: readonly DemoRoad[], townshipAt: (lngLat: LngLat) => string): DemoSegment[] =>
  roads.flatMap((road) => {
    if (road.roadClass === 'township' || road.roadClass === 'village') return []
    const line = lineOf(road)
    const count = road.lengthMetres > 36_000 ? 3 : road.lengthMetres > 14_000 ? 2 : 1
    const cuts = Array.from({ length: count + 1 }, (_, i) => alongLine(line, i / count))
    return Array.from({ length: count }, (_, i): DemoSegment => {
      const [from, to] = [cuts[i] ?? { lngLat: [0, 0], index: 0 }, cuts[i + 1] ?? { lngLat: [0, 0], index: 0 }]
      const between = line.slice(from.index + 1, to.index + 1)
      const coordinates = [from.lngLat, ...between, to.lngLat].filter(
        (p, k, all) => k === 0 || p[0] !== all[k - 1]?.[0] || p[1] !== all[k - 1]?.[1],
      )
      const [fromChainageMetres, toChainageMetres] = [i, i + 1].map((k) =>
        Math.round(road.startChainageMetres + (road.lengthMetres * k) / count),
      )
      const [start, end] = [fromChainageMetres ?? 0, toChainageMetres ?? 0]
      return {
        id: `${road.routeCode}-${i + 1}`,
        roadId: road.id,
        routeCode: road.routeCode,
        name: `${road.name}${count > 1 ? `第${'一二三'.charAt(i)}段` : ''}（${chainageText(start)}—${chainageText(end)}）`,
        roadClass: road.roadClass,
        fromChainageMetres: start,
        toChainageMetres: end,
        townshipCode: townshipAt(alongLine(line, (i + 0.5) / count).lngLat),
        geometry: { type: 'LineString', coordinates },
        invented: true,
      }
    })
  })
