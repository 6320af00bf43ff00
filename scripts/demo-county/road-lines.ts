import { type LineField, openLineField, withSharedCrossings } from './line-crossings.ts'
import { distanceMetres, distanceToRingMetres, isInRing, type PlanePoint } from './plane.ts'
import type { PlannedRoad, RoadPlan } from './road-plan.ts'
import type { SeededRandom } from './seeded-random.ts'
import { mannerOf, windingLine } from './winding-line.ts'

/** `ends`: the places it joins; a spur has one place and then a hamlet of its own. */
export type LaidRoad = { letter: PlannedRoad['letter']; line: PlanePoint[]; ends: [number, number] | [number] }

const wantedVillageRoads = 156

const isInside = (line: readonly PlanePoint[], outline: readonly PlanePoint[]) =>
  line.every((p) => isInRing(p, outline))

/** The best of a few tries: inside the county, not over itself, and over other roads as seldom as can be. */
const lay = (
  random: SeededRandom,
  points: readonly PlanePoint[],
  letter: PlannedRoad['letter'],
  field: LineField,
  outline: readonly PlanePoint[],
) => {
  let best: { line: PlanePoint[]; faults: number } | undefined
  for (const [attempt, liveliness] of [1, 0.9, 0.8, 0.6, 0.35, 0].entries()) {
    const line = windingLine(random.fork(attempt), points, mannerOf[letter], liveliness)
    const faults =
      field.crossingsOf(line, 0).length +
      (field.crossesItself(line) ? 5 : 0) +
      (isInside(line.slice(1, -1), outline) ? 0 : 100)
    if (!best || faults < best.faults) best = { line, faults }
    if (faults === 0) break
  }
  return best ?? { line: [...points], faults: 0 }
}

/** Main roads go on to the county's border at both ends. */
const withBorderEnds = (points: readonly PlanePoint[], outline: readonly PlanePoint[]) => {
  const toBorder = (end: PlanePoint | undefined) => {
    if (!end) return []
    const nearest = outline.reduce(
      (best, p) => (distanceMetres(p, end) < distanceMetres(best, end) ? p : best),
      outline[0] ?? end,
    )
    return [nearest]
  }
  return [...toBorder(points[0]), ...points, ...toBorder(points.at(-1))]
}

/** A dead-end village road from somewhere along a laid road up to a hamlet, clear of everything else. */
const laySpur = (
  random: SeededRandom,
  laid: readonly LaidRoad[],
  field: LineField,
  outline: readonly PlanePoint[],
  placeNear: (point: PlanePoint) => number,
): LaidRoad | undefined => {
  for (let attempt = 0; attempt < 60; attempt++) {
    const parent = random.pickAny(laid.filter((road) => road.letter !== 'G' || attempt > 20))
    const start = parent?.line[random.wholeBetween(2, Math.max(2, parent.line.length - 3))]
    if (!start) continue
    const angle = random.between(0, 2 * Math.PI)
    const reach = random.between(900, 2800)
    const end: PlanePoint = [start[0] + reach * Math.cos(angle), start[1] + reach * Math.sin(angle)]
    if (!isInRing(end, outline) || distanceToRingMetres(end, outline) < 400 || field.isNear(end, 650)) continue
    const { line, faults } = lay(random.fork(attempt), [start, end], 'C', field, outline)
    const isFree = line.slice(2).every((p) => distanceMetres(p, start) < 260 || !field.isNear(p, 160))
    if (faults === 0 && isFree) return { letter: 'C', line, ends: [placeNear(start)] }
  }
  return undefined
}

/** Gives every planned road its line, adds spurs up to the wanted number of village roads, and shares all crossings. */
export const layRoads = (
  random: SeededRandom,
  plan: RoadPlan,
  outline: readonly PlanePoint[],
  placeNear: (point: PlanePoint) => number,
): LaidRoad[] => {
  const field = openLineField()
  const laid: LaidRoad[] = []
  const add = (road: LaidRoad) => {
    field.add(road.line, laid.length)
    laid.push(road)
  }
  plan.roads.forEach((road, i) => {
    const points = road.places.map((place): PlanePoint => plan.places[place] ?? [0, 0])
    const ended = road.letter === 'G' || road.letter === 'S' ? withBorderEnds(points, outline) : points
    const { line } = lay(random.fork(i), ended, road.letter, field, outline)
    add({ letter: road.letter, line, ends: [road.places[0] ?? 0, road.places.at(-1) ?? 0] })
  })
  for (let i = 0; laid.filter((road) => road.letter === 'C').length < wantedVillageRoads && i < 400; i++) {
    const spur = laySpur(random.fork(`spur ${i}`), laid, field, outline, placeNear)
    if (spur) add(spur)
  }
  const shared = withSharedCrossings(laid.map((road) => road.line))
  return laid.map((road, i) => ({ ...road, line: shared[i] ?? road.line }))
}
