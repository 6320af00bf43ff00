import type { SeededRandom } from '../seeded-random.ts'
import type { Rgb, Season } from './light.ts'
import type { PlantSheet } from './paint-leaves.ts'
import { type PlantSort, plantSheets } from './plant-sheets.ts'
import { beside, type Scene, type Side } from './scene.ts'
import type { Plant } from './set-plants.ts'
import type { Terrain } from './terrain.ts'

const heights: Readonly<Record<PlantSort, readonly [number, number]>> = {
  camphor: [6, 10],
  tall: [7, 12],
  spreading: [5, 8],
  bamboo: [8, 12],
  fir: [8, 14],
  bush: [1.1, 2.4],
  shrub: [0.9, 1.8],
  tuft: [0.16, 0.42],
  grass: [0.14, 0.34],
  reed: [1.2, 2],
}

const stands: readonly [readonly PlantSort[], ...(readonly PlantSort[])[]] = [
  ['camphor', 'tall', 'camphor', 'spreading', 'bush'],
  ['fir', 'fir', 'tall', 'fir', 'bush'],
  ['bamboo', 'bamboo', 'bamboo', 'camphor', 'bush'],
  ['camphor', 'bamboo', 'fir', 'tall', 'spreading'],
]

const tint = (own: Rgb, random: SeededRandom, spread: number): Rgb => {
  const light = random.between(1 - spread, 1 + spread)
  const warm = random.between(-spread, spread) * 0.5
  return [own[0] * light * (1 + warm), own[1] * light, own[2] * light * (1 - warm)]
}

/** One plant of a sort with its colour of the month. */
export const growPlant = (
  random: SeededRandom,
  season: Season,
  sort: PlantSort,
  foot: { x: number; y: number; z: number },
  heightMetres?: number,
): Plant | undefined => {
  const sheet: PlantSheet | undefined = random.pickAny(plantSheets()[sort])
  const [low, high] = heights[sort]
  const metres = heightMetres ?? random.between(low, high)
  const draws = { turned: random.chance(0.5), change: random.next(), dry: random.next() }
  const broad = sort === 'camphor' || sort === 'tall' || sort === 'spreading' || sort === 'bush'
  const { leaf, leafLight, turned, grass, dryGrass } = season
  const isTurned = broad && draws.change < season.turnedShare
  const isDry = draws.dry < (grass[0] > 0.1 ? 0.5 : 0.12)
  const base: Rgb =
    sort === 'tuft' || sort === 'grass' || sort === 'reed'
      ? isDry
        ? dryGrass
        : grass
      : isTurned
        ? turned
        : sort === 'bamboo'
          ? [leafLight[0] * 1.1, leafLight[1], leafLight[2]]
          : sort === 'fir'
            ? [leaf[0] * 0.75, leaf[1] * 0.86, leaf[2] * 1.15]
            : leaf
  if (!sheet) return undefined
  return {
    sheet,
    ...foot,
    heightMetres: metres,
    turned: draws.turned,
    // Blades lie open to the light, and stand before darker ones.
    leaf: tint(
      sort === 'tuft' || sort === 'grass' ? [base[0] * 1.75, base[1] * 1.6, base[2] * 1.5] : base,
      random,
      0.22,
    ),
    wood: sort === 'bamboo' ? [0.16, 0.19, 0.07] : [0.11, 0.085, 0.065],
    plume: [0.62, 0.55, 0.45],
    sunny: random.between(0.75, 1),
  }
}

/** How far from the road's edge the wood begins on a side. */
const woodEdge = (side: Side) =>
  side.form === 'hill'
    ? 2.2 + side.cutMetres / side.cutSlope
    : side.form === 'wood'
      ? side.flatMetres * 0.85
      : side.flatMetres

/** Everything that grows along the road and stands out one by one: tufts, reeds, bushes, trees. */
export const plantScene = (
  random: SeededRandom,
  scene: Scene,
  season: Season,
  terrain: Terrain,
  isClear: (x: number, z: number, edge: number) => boolean,
): Plant[] => {
  const plants: Plant[] = []
  const set = (sort: PlantSort, ahead: number, across: number, heightMetres?: number, minimumEdge = 0.04) => {
    const spot = beside(scene.road, ahead, across)
    const at = terrain.surveyAt(spot.x, spot.z)
    const isGutter = at.side.form === 'hill' && at.edge > 0.22 && at.edge < 1.12
    const isWater = at.side.form === 'drop' && at.edge > 1.5 && at.side.water && at.lift < at.side.levelMetres + 0.4
    const plant = growPlant(random, season, sort, { x: spot.x, y: at.height - 0.03, z: spot.z }, heightMetres)
    if (plant && at.edge > minimumEdge && !isGutter && !isWater && !isClear(spot.x, spot.z, at.edge)) plants.push(plant)
  }
  for (const direction of [-1, 1] as const) {
    const side = direction < 0 ? scene.left : scene.right
    const avenue = direction < 0 ? scene.avenue.left : scene.avenue.right
    const from = scene.road.halfWidth
    for (let i = 0; i < 150; i++) {
      const ahead = 1.6 + 34 * random.next() ** 1.8
      const out = i < 80 ? 0.05 + Math.abs(random.gaussian(0, 0.28)) : random.between(1, 4)
      set(
        random.chance(0.6) ? 'tuft' : 'grass',
        ahead,
        direction * (from + out),
        random.between(0.1, 0.2 + Math.min(0.3, out * 0.2)),
      )
    }
    const stand = random.pick(stands)
    const reeds = side.form === 'field' ? 5 : random.wholeBetween(6, 15)
    for (let i = 0; i < reeds; i++)
      set('reed', random.between(4, 50), direction * (from + random.between(1.3, 4.5)), undefined, 1.2)
    const bushes = side.form === 'field' ? 2 : side.form === 'drop' ? 6 : 14
    for (let i = 0; i < bushes; i++)
      set(
        random.chance(0.6) ? 'bush' : 'shrub',
        random.between(6, 60),
        direction * (from + random.between(1.9, 9)),
        undefined,
        1.6,
      )
    const edge = woodEdge(side)
    const reach = side.form === 'wood' ? 90 : 130
    for (let i = 0; i < (side.form === 'wood' || side.form === 'hill' ? 70 : 46); i++) {
      const ahead = random.between(side.form === 'hill' ? 6 : 5, reach)
      const out = edge + 0.6 + 15 * random.next() ** 1.5
      const sort = stand[Math.floor(random.next() * stand.length)] ?? 'camphor'
      set(sort, ahead, direction * (from + out), undefined, 2)
    }
    const sort = (['camphor', 'tall', 'camphor', 'fir', 'bamboo', 'tall'] as const)[scene.avenue.sort] ?? 'camphor'
    const size = random.between(4.8, 7.5)
    const start = random.between(4.5, 10)
    if (avenue > 0)
      for (let ahead = start; ahead < 120; ahead += avenue * random.between(0.85, 1.15))
        set(sort, ahead, direction * (from + random.between(1.3, 1.9)), size * random.between(0.85, 1.15), 0.9)
    for (let i = 0; i < 3; i++)
      set('spreading', random.between(35, 110), direction * (from + random.between(9, 26)), undefined, 6)
  }
  return plants
}
