import { Delaunay } from 'd3-delaunay'
import { joinBorders, wanderingBorder } from './borders.ts'
import { countyBox, distanceMetres, type PlanePoint, ringAreaSquareMetres, toPlane } from './plane.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export type VillageCell = { site: PlanePoint; ring: PlanePoint[]; township: number; touchesOutside: boolean }
export type CountyCells = { outline: PlanePoint[]; townships: PlanePoint[][]; villages: VillageCell[] }

const townshipCount = 36
const villagesPerTownship = 6
const wantedArea = { least: 4420e6, most: 4580e6 }

/** A lobed closed curve in a unit box: its radius by direction. */
const lobedRadius = (random: SeededRandom) => {
  const lobes = [2, 3, 4, 5, 7].map((k) => ({ k, size: random.between(0.1, 0.5) / k, turn: random.between(0, 6.3) }))
  return (angle: number) => 1 + lobes.reduce((sum, { k, size, turn }) => sum + size * Math.cos(k * angle + turn), 0)
}

/** Moves each of `count` centres to the middle of the samples nearest to it, a few times over. */
const relaxedCentres = (random: SeededRandom, samples: readonly PlanePoint[], count: number, rounds: number) => {
  let centres = random.shuffle(samples).slice(0, count)
  let groups: PlanePoint[][] = []
  for (let round = 0; round < rounds; round++) {
    const nearest = new Delaunay(centres.flat())
    const next: PlanePoint[][] = centres.map(() => [])
    let hint = 0
    for (const sample of samples) {
      hint = nearest.find(sample[0], sample[1], hint)
      next[hint]?.push(sample)
    }
    groups = next.filter((group) => group.length > 0)
    centres = groups.map((group) => [
      group.reduce((sum, p) => sum + p[0], 0) / group.length,
      group.reduce((sum, p) => sum + p[1], 0) / group.length,
    ])
  }
  return { centres, groups }
}

/** Share of its own bounding box that the curve fills; the county fills 0.6 of its box. */
const fillOf = (radiusAt: (angle: number) => number) => {
  const curve = Array.from({ length: 180 }, (_, i): PlanePoint => {
    const angle = (i / 180) * 2 * Math.PI
    return [radiusAt(angle) * Math.cos(angle), radiusAt(angle) * Math.sin(angle)]
  })
  const [easts, norths] = [curve.map((p) => p[0]), curve.map((p) => p[1])]
  const box = (Math.max(...easts) - Math.min(...easts)) * (Math.max(...norths) - Math.min(...norths))
  return ringAreaSquareMetres(curve) / box
}

const scatter = (random: SeededRandom, radiusAt: (angle: number) => number) => {
  const inside: PlanePoint[] = []
  const rim: PlanePoint[] = []
  const step = 1250
  for (let east = -75_000; east <= 75_000; east += step) {
    for (let north = -60_000; north <= 60_000; north += step) {
      const p: PlanePoint = [east + random.between(-500, 500), north + random.between(-500, 500)]
      const reach = Math.hypot(p[0] / 44_000, p[1] / 34_000) / radiusAt(Math.atan2(p[1] / 34_000, p[0] / 44_000))
      if (reach < 1) inside.push(p)
      else if (reach < 1.3) rim.push(p)
    }
  }
  return { inside, rim }
}

const attemptCells = (random: SeededRandom): CountyCells | undefined => {
  const radiusAt = lobedRadius(random)
  if (Math.abs(fillOf(radiusAt) - 0.611) > 0.008) return undefined
  const { inside, rim } = scatter(random, radiusAt)
  const relaxed = relaxedCentres(random, inside, townshipCount, 6)
  if (relaxed.groups.length !== townshipCount) return undefined
  const sites: PlanePoint[] = []
  const townshipOf: number[] = []
  relaxed.groups.forEach((group, township) => {
    const share = Math.round((group.length / inside.length) * townshipCount * villagesPerTownship)
    const count = Math.max(4, Math.min(9, share))
    for (const centre of relaxedCentres(random, group, count, 3).centres) {
      sites.push(centre)
      townshipOf.push(township)
    }
  })
  const villageCount = sites.length
  const rimCount = Math.round((rim.length / inside.length) * villageCount)
  const all = [...sites, ...relaxedCentres(random, rim, rimCount, 3).centres]
  const voronoi = fitToBox(all, townshipOf, villageCount)
  const corners = voronoi.corners
  const area = Math.abs(voronoi.area)
  if (area < wantedArea.least || area > wantedArea.most) return undefined

  const borders = [...voronoi.borders].map((border) => {
    const isInner = border.left < villageCount && border.right < villageCount
    const isVillageOnly = isInner && townshipOf[border.left] === townshipOf[border.right]
    const from = corners[border.from] ?? [0, 0]
    const to = corners[border.to] ?? [0, 0]
    const key = `${border.from}-${border.to}`
    return { ...border, line: wanderingBorder(random.fork(key), from, to, isVillageOnly ? 1200 : 420) }
  })
  const owner = (cell: number, group: (village: number) => number) => (cell < villageCount ? group(cell) : -1)
  const outlines = joinBorders(borders, (cell) => owner(cell, () => 0))
  const townshipRings = joinBorders(borders, (cell) => owner(cell, (village) => townshipOf[village] ?? -1))
  const villageRings = joinBorders(borders, (cell) => owner(cell, (village) => village))
  const [outline, ...others] = outlines.get(0) ?? []
  if (!outline || others.length > 0) return undefined
  const onlyRings = (rings: Map<number, PlanePoint[][]>, count: number) =>
    Array.from({ length: count }, (_, i) => rings.get(i) ?? []).flatMap((list) => (list.length === 1 ? list : []))
  const townshipList = onlyRings(townshipRings, townshipCount)
  const villageList = onlyRings(villageRings, villageCount)
  if (townshipList.length !== townshipCount || villageList.length !== villageCount) return undefined
  const outer = new Set(
    borders.flatMap((b) => (b.left >= villageCount ? [b.right] : b.right >= villageCount ? [b.left] : [])),
  )
  const villages = villageList.map((ring, i) => ({
    site: voronoi.sites[i] ?? [0, 0],
    ring,
    township: townshipOf[i] ?? 0,
    touchesOutside: outer.has(i),
  })) satisfies VillageCell[]
  return { outline, townships: townshipList, villages }
}

/** Voronoi cells of all sites, stretched so that the county fills its box exactly. */
const fitToBox = (all: readonly PlanePoint[], townshipOf: readonly number[], villageCount: number) => {
  const delaunay = new Delaunay(all.flat())
  const far = 1e6
  const { circumcenters } = delaunay.voronoi([-far, -far, far, far])
  const raw = Array.from(
    { length: circumcenters.length / 2 },
    (_, i): PlanePoint => [circumcenters[2 * i] ?? 0, circumcenters[2 * i + 1] ?? 0],
  )
  const { triangles, halfedges } = delaunay
  const borders: { left: number; right: number; from: number; to: number }[] = []
  halfedges.forEach((twin, edge) => {
    if (twin <= edge) return
    const tail = triangles[edge] ?? 0
    const head = triangles[edge % 3 === 2 ? edge - 2 : edge + 1] ?? 0
    if (tail >= villageCount && head >= villageCount) return
    borders.push({ left: tail, right: head, from: Math.floor(edge / 3), to: Math.floor(twin / 3) })
  })
  const rimCorners = borders
    .filter((b) => b.left >= villageCount || b.right >= villageCount)
    .flatMap((b) => [raw[b.from] ?? raw[0], raw[b.to] ?? raw[0]])
    .filter((p) => p !== undefined)
  const [west, east] = [Math.min(...rimCorners.map((p) => p[0])), Math.max(...rimCorners.map((p) => p[0]))]
  const [south, north] = [Math.min(...rimCorners.map((p) => p[1])), Math.max(...rimCorners.map((p) => p[1]))]
  const low = toPlane([countyBox.west, countyBox.south])
  const high = toPlane([countyBox.east, countyBox.north])
  const fit = (p: PlanePoint): PlanePoint => [
    low[0] + ((p[0] - west) / (east - west)) * (high[0] - low[0]),
    low[1] + ((p[1] - south) / (north - south)) * (high[1] - low[1]),
  ]
  const corners = raw.map(fit)
  const straight = borders.map((b) => ({
    ...b,
    line: [corners[b.from] ?? [0, 0], corners[b.to] ?? [0, 0]] satisfies PlanePoint[],
  }))
  const ring = joinBorders(straight, (cell) => (cell < townshipOf.length ? 0 : -1)).get(0)?.[0] ?? []
  return { borders, corners, sites: all.slice(0, villageCount).map(fit), area: ringAreaSquareMetres(ring) }
}

/**
 * Invents the county's shape: about 216 village cells, 36 townships made of whole cells, and the outline made of
 * whole townships, so that neighbours share their vertices exactly. Metres in the local plane; rings
 * counter-clockwise and not closed. Area within 2 % of 4,500 km² (the county's published 4,502).
 */
export const makeCountyCells = (seed: string): CountyCells => {
  for (let attempt = 0; attempt < 4000; attempt++) {
    const cells = attemptCells(seededRandom(`${seed}/cells/${attempt}`))
    if (cells) return cells
  }
  throw new Error(`No county of the wanted size came of seed ${seed}.`)
}

/** The cell whose site is nearest to a point. */
export const nearestCell = (cells: readonly VillageCell[], point: PlanePoint): number => {
  let best = 0
  let least = Infinity
  cells.forEach((cell, i) => {
    const metres = distanceMetres(cell.site, point)
    if (metres < least) [best, least] = [i, metres]
  })
  return best
}
