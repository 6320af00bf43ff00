import type { Rgb, Season } from './light.ts'
import { blended, crownAt, noiseTiles, texel } from './noise-tiles.ts'

import type { Survey } from './terrain.ts'

/** What one point of the ground is made of. */
export type Cover = {
  red: number
  green: number
  blue: number
  /** Share of the light that reaches it. */
  open: number
  /** Its own lean, on top of the slope it lies on. */
  leanX: number
  leanZ: number
  /** Share of it that mirrors the sky; 2 for open water, which is given its mirror image afterwards. */
  mirror: number
}

type Crop = { colour: Rgb; mirror: number; rows: number; rough: number }

const crops = {
  flooded: { colour: [0.07, 0.075, 0.05], mirror: 0.78, rows: 0, rough: 0.1 },
  seedling: { colour: [0.1, 0.17, 0.04], mirror: 0.42, rows: 0.35, rough: 0.2 },
  green: { colour: [0.075, 0.145, 0.03], mirror: 0, rows: 0.22, rough: 0.25 },
  gold: { colour: [0.29, 0.22, 0.075], mirror: 0, rows: 0.18, rough: 0.3 },
  stubble: { colour: [0.3, 0.24, 0.13], mirror: 0, rows: 0.3, rough: 0.35 },
  rape: { colour: [0.47, 0.4, 0.035], mirror: 0, rows: 0.12, rough: 0.4 },
  greens: { colour: [0.09, 0.15, 0.04], mirror: 0, rows: 0.5, rough: 0.3 },
  fallow: { colour: [0.19, 0.17, 0.075], mirror: 0, rows: 0, rough: 0.4 },
} as const satisfies Readonly<Record<string, Crop>>

type CropName = keyof typeof crops

/** Ten plots' worth for each month: rape in March, water in April, green in July, gold in October, stubble in winter. */
const rotation: readonly (readonly CropName[])[] = [
  ['stubble', 'stubble', 'fallow', 'greens', 'stubble', 'greens', 'fallow', 'stubble', 'greens', 'stubble'],
  ['stubble', 'greens', 'fallow', 'greens', 'stubble', 'rape', 'fallow', 'greens', 'greens', 'stubble'],
  ['rape', 'rape', 'rape', 'greens', 'flooded', 'rape', 'fallow', 'rape', 'greens', 'flooded'],
  ['flooded', 'flooded', 'rape', 'greens', 'flooded', 'seedling', 'flooded', 'fallow', 'seedling', 'flooded'],
  ['flooded', 'seedling', 'seedling', 'greens', 'seedling', 'seedling', 'flooded', 'green', 'seedling', 'green'],
  ['green', 'green', 'seedling', 'greens', 'green', 'green', 'green', 'green', 'seedling', 'green'],
  ['green', 'green', 'green', 'greens', 'green', 'gold', 'green', 'green', 'flooded', 'green'],
  ['green', 'green', 'seedling', 'greens', 'green', 'green', 'green', 'green', 'greens', 'green'],
  ['green', 'gold', 'green', 'greens', 'gold', 'green', 'green', 'gold', 'green', 'green'],
  ['gold', 'gold', 'gold', 'greens', 'gold', 'stubble', 'gold', 'stubble', 'gold', 'greens'],
  ['stubble', 'gold', 'stubble', 'greens', 'stubble', 'stubble', 'fallow', 'stubble', 'greens', 'stubble'],
  ['stubble', 'stubble', 'fallow', 'greens', 'stubble', 'greens', 'fallow', 'stubble', 'greens', 'stubble'],
]

/** Plots between grassy bunds, each with what the month has growing on it. */
export const layFields = (month: number, season: Season, angle: number) => {
  const { cloud, crowns } = noiseTiles()
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const sown = rotation[month - 1] ?? []
  return ({ x, z, footAlong: footprint }: Survey, into: Cover): void => {
    const warp = blended(cloud, x * 1.7, z * 1.7) - 0.5
    const u = (x * cos + z * sin) / 13 + warp * 1.1 + 50
    const v = (z * cos - x * sin) / 27 + warp * 0.5 + 50
    const i = Math.floor(u)
    const j = Math.floor(v)
    const draw = (crowns[crownAt(i * 167 + j * 59, j * 113 + i * 31) + 1] ?? 0) / 256
    const crop: Crop = crops[sown[Math.floor(draw * 10)] ?? 'fallow']
    const bund = Math.min(u - i, i + 1 - u) * 13
    const bundAcross = Math.min(v - j, j + 1 - v) * 27
    const nearBund = Math.min(bund, bundAcross)
    const patch = texel(cloud, x * 17, z * 17) - 0.5
    const fine = footprint < 0.5 ? (texel(cloud, x * 240, z * 130) - 0.5) * 5 * (1 - footprint * 2) : 0
    if (nearBund < 0.45) {
      const dry = patch > 0.12 ? 0.6 : 0.15
      into.red = season.grass[0] * (1 - dry) + season.dryGrass[0] * dry
      into.green = season.grass[1] * (1 - dry) + season.dryGrass[1] * dry
      into.blue = season.grass[2] * (1 - dry) + season.dryGrass[2] * dry
      into.open = 0.8 + 0.12 * fine
      into.mirror = 0
      return
    }
    const rows = crop.rows > 0 && footprint < 0.14 ? Math.sin(v * 27 * 21) * crop.rows * (1 - footprint / 0.14) : 0
    const light = 1 + crop.rough * (patch * 1.5 + 0.22 * fine) + rows + (draw - 0.5) * 0.25
    into.red = crop.colour[0] * light
    into.green = crop.colour[1] * light
    into.blue = crop.colour[2] * light
    into.open = nearBund < 0.9 ? 0.75 : 1
    into.mirror = crop.mirror * (crop.mirror < 0.6 && patch > 0.05 ? 0.6 : 1)
    into.leanX = patch * 0.2
    into.leanZ = fine * 0.12 * crop.rough
  }
}
