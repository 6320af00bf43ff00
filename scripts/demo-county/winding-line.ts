import { distanceMetres, distanceToSegmentMetres, type PlanePoint } from './plane.ts'
import type { SeededRandom } from './seeded-random.ts'

/** How a class of road lies in the hills: the shortest bend it makes and how far a bend swings out. */
export type RoadManner = { shortestBendMetres: number; swing: number }

export const mannerOf: Readonly<Record<'G' | 'S' | 'X' | 'Y' | 'C', RoadManner>> = {
  G: { shortestBendMetres: 1300, swing: 0.085 },
  S: { shortestBendMetres: 950, swing: 0.1 },
  X: { shortestBendMetres: 560, swing: 0.135 },
  Y: { shortestBendMetres: 400, swing: 0.15 },
  C: { shortestBendMetres: 290, swing: 0.165 },
}

const sampleMetres = 45

/** A smooth curve through all points (centripetal Catmull-Rom), sampled evenly; `leg` counts the pieces between points. */
const smoothCurve = (points: readonly PlanePoint[]) => {
  const samples: { point: PlanePoint; leg: number; t: number; legMetres: number }[] = []
  for (let leg = 0; leg + 1 < points.length; leg++) {
    const p1 = points[leg] ?? [0, 0]
    const p2 = points[leg + 1] ?? p1
    const p0 = points[leg - 1] ?? [2 * p1[0] - p2[0], 2 * p1[1] - p2[1]]
    const p3 = points[leg + 2] ?? [2 * p2[0] - p1[0], 2 * p2[1] - p1[1]]
    const knot = (a: PlanePoint, b: PlanePoint) => Math.max(1, Math.sqrt(distanceMetres(a, b)))
    const [k1, k2, k3] = [knot(p0, p1), knot(p1, p2), knot(p2, p3)]
    const tangent = (axis: 0 | 1, at: 1 | 2) => {
      const [a, b, c, ka, kb] = at === 1 ? [p0, p1, p2, k1, k2] : [p1, p2, p3, k2, k3]
      return k2 * ((b[axis] - a[axis]) / ka - (c[axis] - a[axis]) / (ka + kb) + (c[axis] - b[axis]) / kb)
    }
    const legMetres = distanceMetres(p1, p2)
    const count = Math.max(4, Math.round(legMetres / sampleMetres))
    for (let i = leg === 0 ? 0 : 1; i <= count; i++) {
      const t = i / count
      const [h00, h10, h01, h11] = [(1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2, t * t * (3 - 2 * t), t * t * (t - 1)]
      const along = (axis: 0 | 1) => h00 * p1[axis] + h10 * tangent(axis, 1) + h01 * p2[axis] + h11 * tangent(axis, 2)
      const point: PlanePoint = i === count ? p2 : i === 0 ? p1 : [along(0), along(1)]
      samples.push({ point, leg, t, legMetres })
    }
  }
  return samples
}

/** Bends of several lengths laid over each other, none at the ends of a leg, so that it still meets its places. */
const bendsOfLeg = (random: SeededRandom, legMetres: number, manner: RoadManner) => {
  const waves: { perLeg: number; size: number; turn: number }[] = []
  for (let length = legMetres * 1.4; length > manner.shortestBendMetres; length *= 0.6) {
    const size = length * manner.swing * random.between(0.5, 1.15) * Math.min(1, (length / legMetres) ** -0.35)
    waves.push({ perLeg: legMetres / length, size: Math.min(size, 0.085 * legMetres), turn: random.between(0, 6.3) })
  }
  // Bends come in groups: a stretch of wriggling, then a straighter one.
  const calm = { perLeg: random.between(0.6, 1.8), turn: random.between(0, 6.3) }
  return (t: number) => {
    const livelier = 0.65 + 0.45 * Math.sin(2 * Math.PI * calm.perLeg * t + calm.turn)
    const sum = waves.reduce((s, w) => s + w.size * Math.sin(2 * Math.PI * w.perLeg * t + w.turn), 0)
    return sum * livelier * Math.sin(Math.PI * t) ** 0.6
  }
}

/** Leaves out points that lie within `toleranceMetres` of the line without them (Douglas-Peucker); keeps `fixed`. */
const simplified = (line: readonly PlanePoint[], fixed: ReadonlySet<number>, toleranceMetres: number) => {
  const kept = new Set<number>([0, line.length - 1, ...fixed])
  const anchors = [...kept].sort((a, b) => a - b)
  const waiting = anchors.slice(1).map((to, i) => [anchors[i] ?? 0, to] as const)
  for (let span = waiting.pop(); span; span = waiting.pop()) {
    const [from, to] = span
    const [a, b] = [line[from], line[to]]
    let worst = -1
    let most = toleranceMetres
    for (let i = from + 1; i < to; i++) {
      const point = line[i]
      if (!point || !a || !b) continue
      const metres = distanceToSegmentMetres(point, a, b)
      if (metres > most) [worst, most] = [i, metres]
    }
    if (worst < 0) continue
    kept.add(worst)
    waiting.push([from, worst], [worst, to])
  }
  return line.filter((_, i) => kept.has(i))
}

/** A road as it would lie in hilly country: through every given point exactly, winding in between. Metres. */
export const windingLine = (
  random: SeededRandom,
  points: readonly PlanePoint[],
  manner: RoadManner,
  liveliness: number,
): PlanePoint[] => {
  const samples = smoothCurve(points)
  const bends = points
    .slice(1)
    .map((point, leg) => bendsOfLeg(random.fork(leg), distanceMetres(points[leg] ?? point, point), manner))
  const fixed = new Set<number>()
  const line = samples.map(({ point, leg, t }, i): PlanePoint => {
    if (t === 0 || t === 1) {
      fixed.add(i)
      return point
    }
    const [before, after] = [samples[i - 1]?.point ?? point, samples[i + 1]?.point ?? point]
    const length = Math.max(1, distanceMetres(before, after))
    const offset = (bends[leg]?.(t) ?? 0) * liveliness
    return [
      point[0] - ((after[1] - before[1]) / length) * offset,
      point[1] + ((after[0] - before[0]) / length) * offset,
    ]
  })
  return simplified(line, fixed, 5)
}
