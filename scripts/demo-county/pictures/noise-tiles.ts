import { seededRandom } from '../seeded-random.ts'

/** Tiles of noise that repeat without a seam, baked once; every texture in a picture is read from them. */
export const tileSize = 512
const mask = tileSize - 1

export type NoiseTiles = {
  /** Soft clouds in 0..1, mean about 0.5, from large to fine. */
  cloud: Float32Array
  /**
   * Rounded crowns seen from above, 32 across the tile, four bytes a texel: how high (255 on top, 0 in the gaps), a
   * tone of its own, how steeply it leans along u and along v (128 level). Together, so that one look fetches all.
   */
  crowns: Uint8Array
  /** Distance to the joint between two stones of a wall, 0 in the joint. */
  joint: Float32Array
  /** Fine grain around 0, a deviation of 32. */
  grit: Int8Array
}

const smooth = (t: number) => t * t * (3 - 2 * t)

const bakeCloud = () => {
  const cloud = new Float32Array(tileSize * tileSize)
  let weight = 0.5
  for (let cells = 4; cells <= 256; cells *= 2, weight *= 0.54) {
    const random = seededRandom(`cloud ${cells}`)
    const lattice = Float32Array.from({ length: cells * cells }, () => random.next())
    const at = (i: number, j: number) => lattice[(j % cells) * cells + (i % cells)] ?? 0
    for (let y = 0; y < tileSize; y++) {
      const v = (y * cells) / tileSize
      const [j, fv] = [Math.floor(v), smooth(v % 1)]
      for (let x = 0; x < tileSize; x++) {
        const u = (x * cells) / tileSize
        const [i, fu] = [Math.floor(u), smooth(u % 1)]
        const low = at(i, j) + fu * (at(i + 1, j) - at(i, j))
        const high = at(i, j + 1) + fu * (at(i + 1, j + 1) - at(i, j + 1))
        const k = y * tileSize + x
        cloud[k] = (cloud[k] ?? 0) + weight * (low + fv * (high - low))
      }
    }
  }
  return cloud
}

const bakeCrowns = () => {
  const cells = 32
  const cell = tileSize / cells
  const random = seededRandom('crowns')
  const seeds = Array.from({ length: cells * cells }, () => ({
    u: random.between(0.1, 0.9),
    v: random.between(0.1, 0.9),
    tone: random.next(),
    reach: random.between(0.75, 1.15),
  }))
  const crown = new Float32Array(tileSize * tileSize)
  const joint = new Float32Array(tileSize * tileSize)
  const crowns = new Uint8Array(tileSize * tileSize * 4)
  for (let y = 0; y < tileSize; y++)
    for (let x = 0; x < tileSize; x++) {
      const [ci, cj] = [Math.floor(x / cell), Math.floor(y / cell)]
      let [first, second, nearest] = [9, 9, seeds[0]]
      for (let dj = -1; dj <= 1; dj++)
        for (let di = -1; di <= 1; di++) {
          const seed = seeds[((cj + dj + cells) % cells) * cells + ((ci + di + cells) % cells)]
          if (!seed) continue
          const far = Math.hypot(ci + di + seed.u - x / cell, cj + dj + seed.v - y / cell)
          if (far < first) [second, first, nearest] = [first, far, seed]
          else if (far < second) second = far
        }
      const k = y * tileSize + x
      const reach = nearest?.reach ?? 1
      crown[k] = Math.sqrt(Math.max(0, 1 - (first / reach) ** 2))
      crowns[k * 4] = 255 * (crown[k] ?? 0)
      crowns[k * 4 + 1] = 255 * (nearest?.tone ?? 0)
      joint[k] = second - first
    }
  for (let y = 0; y < tileSize; y++)
    for (let x = 0; x < tileSize; x++) {
      const near = (dx: number, dy: number) => crown[((y + dy) & mask) * tileSize + ((x + dx) & mask)] ?? 0
      const lean = (slope: number) => Math.max(0, Math.min(255, 128 + 64 * slope))
      const k = (y * tileSize + x) * 4
      crowns[k + 2] = lean(2 * (near(2, 0) - near(-2, 0)))
      crowns[k + 3] = lean(2 * (near(0, 2) - near(0, -2)))
    }
  return { crowns, joint }
}

const bakeGrit = () => {
  const random = seededRandom('grit')
  return Int8Array.from({ length: tileSize * tileSize }, () => Math.max(-127, Math.min(127, random.gaussian(0, 32))))
}

let baked: NoiseTiles | undefined

export const noiseTiles = (): NoiseTiles => {
  if (baked) return baked
  baked = { cloud: bakeCloud(), ...bakeCrowns(), grit: bakeGrit() }
  return baked
}

// Far to the side of anything in a scene, so that cutting off the fraction is always rounding down.
const aside = 1 << 20

/** The nearest texel; u and v in texels, any sign within a million. */
export const texel = (tile: Float32Array, u: number, v: number): number =>
  tile[((((v + aside) | 0) & mask) << 9) | (((u + aside) | 0) & mask)] ?? 0

/** The nearest grain, mean 0 and deviation 1. */
export const grainAt = (grit: Int8Array, u: number, v: number): number =>
  (grit[((((v + aside) | 0) & mask) << 9) | (((u + aside) | 0) & mask)] ?? 0) * 0.03125

/** Where a crown's four bytes begin. */
export const crownAt = (u: number, v: number): number =>
  (((((v + aside) | 0) & mask) << 9) | (((u + aside) | 0) & mask)) << 2

/** Between the four nearest texels. */
export const blended = (tile: Float32Array, u: number, v: number): number => {
  const i = (u + aside) | 0
  const j = (v + aside) | 0
  const fu = u + aside - i
  const fv = v + aside - j
  const low = (j & mask) << 9
  const high = ((j + 1) & mask) << 9
  const left = i & mask
  const right = (i + 1) & mask
  const a = tile[low | left] ?? 0
  const b = tile[high | left] ?? 0
  const near = a + fu * ((tile[low | right] ?? 0) - a)
  return near + fv * (b + fu * ((tile[high | right] ?? 0) - b) - near)
}
