import { seededRandom } from '../seeded-random.ts'
import {
  type Ball,
  dab,
  emptySheet,
  leafBall,
  type PlantSheet,
  sheetSize,
  stem,
  trunk,
  withSmaller,
} from './paint-leaves.ts'

const S = sheetSize

const broadleaf = (seed: string, wide: number, tall: number): PlantSheet => {
  const random = seededRandom(seed)
  const sheet = emptySheet(S)
  const crown: Ball = { x: S / 2, y: S * (0.98 - tall * 0.55), r: S * 0.4 * Math.max(wide, tall), depth: 0 }
  stem(sheet, trunk([S / 2, S - 1], [S / 2 + random.between(-10, 10), crown.y], 8))
  for (let i = 0; i < 5; i++) {
    const angle = random.between(-2.6, -0.5)
    const tip: [number, number] = [S / 2 + Math.cos(angle) * S * 0.25 * wide, S * 0.7 + Math.sin(angle) * S * 0.28]
    stem(sheet, trunk([S / 2, S * 0.8 - i * 9], tip, 3.6))
  }
  const balls = Array.from({ length: 58 }, (): Ball => {
    const angle = random.between(0, 2 * Math.PI)
    const out = Math.sqrt(random.next()) * 0.92
    const r = S * random.between(0.04, 0.095) * (1.1 - 0.3 * out)
    return {
      x: crown.x + Math.cos(angle) * out * S * 0.36 * wide,
      y: crown.y + Math.sin(angle) * out * S * 0.33 * tall,
      r,
      depth: random.between(-1, 1) * Math.sqrt(1 - out * out),
    }
  }).sort((a, b) => a.depth - b.depth)
  for (const ball of balls) leafBall(sheet, random, ball, crown, [3.1, 1.7], Math.round(ball.r * ball.r * 0.36))
  return withSmaller(sheet)
}

const bamboo = (seed: string): PlantSheet => {
  const random = seededRandom(seed)
  const sheet = emptySheet(S)
  const crown: Ball = { x: S / 2, y: S * 0.42, r: S * 0.42, depth: 0 }
  const culms = Array.from({ length: 11 }, () => {
    const foot = S / 2 + random.gaussian(0, S * 0.055)
    const lean = (foot - S / 2) * 3.2 + random.gaussian(0, 16)
    return { foot, x: foot + lean, y: S * random.between(0.05, 0.3) }
  })
  for (const { foot, x, y } of culms)
    stem(sheet, { from: [foot, S - 1], to: [x, y], thick: 2, stuff: 1, open: 1.1, curl: 1.9, droop: 0 })
  for (let i = 0; i < 84; i++) {
    const culm = random.pickAny(culms) ?? { foot: S / 2, x: S / 2, y: S * 0.2 }
    const t = random.between(0.36, 1.04)
    const depth = random.between(-1, 1)
    const ball: Ball = {
      x: culm.foot + (culm.x - culm.foot) * t ** 1.9 + random.gaussian(0, 15),
      y: S - (S - culm.y) * t + random.gaussian(4, 6),
      r: random.between(10, 19),
      depth,
    }
    leafBall(sheet, random, ball, crown, [5.4, 1.15], 42, 1)
  }
  return withSmaller(sheet)
}

const fir = (seed: string): PlantSheet => {
  const random = seededRandom(seed)
  const sheet = emptySheet(S)
  const crown: Ball = { x: S / 2, y: S * 0.5, r: S * 0.5, depth: 0 }
  stem(sheet, trunk([S / 2, S - 1], [S / 2, S * 0.06], 5))
  for (let y = 0.04; y < 0.9; y += 0.021) {
    const reach = S * (0.03 + 0.2 * y ** 0.8) * random.between(0.75, 1.1)
    for (let i = 0; i < 5; i++) {
      const across = random.between(-1, 1)
      const ball: Ball = {
        x: S / 2 + across * reach,
        y: S * (0.03 + y) + Math.abs(across) * 6,
        r: 5 + 6 * y,
        depth: 1 - Math.abs(across),
      }
      leafBall(sheet, random, ball, crown, [4.2, 1.2], 15, 0.9)
    }
  }
  return withSmaller(sheet)
}

const bush = (seed: string, wide: number): PlantSheet => {
  const random = seededRandom(seed)
  const sheet = emptySheet(S)
  const crown: Ball = { x: S / 2, y: S * 0.74, r: S * 0.45, depth: 0 }
  // A dark inside first, so that no daylight comes through the foot of it.
  for (const across of [-0.45, -0.15, 0.15, 0.45])
    leafBall(
      sheet,
      random,
      { x: S * (0.5 + across * 0.6 * wide), y: S * 0.82, r: S * 0.17, depth: -2 },
      crown,
      [6, 4],
      260,
    )
  const balls = Array.from({ length: 54 }, (): Ball => {
    const across = random.between(-1, 1)
    const up = random.next() ** 1.3 * Math.sqrt(1 - across * across * 0.85)
    return {
      x: S / 2 + across * S * 0.4 * wide,
      y: S * (0.93 - up * 0.62 * random.between(0.75, 1)),
      r: S * random.between(0.06, 0.11),
      depth: random.between(-1, 1) - up * 0.5,
    }
  }).sort((a, b) => a.depth - b.depth)
  for (const ball of balls) leafBall(sheet, random, ball, crown, [4, 2.3], Math.round(ball.r * ball.r * 0.25))
  return withSmaller(sheet)
}

const grasses = (seed: string, count: number, spread: number, thick: number, plumes: number): PlantSheet => {
  const random = seededRandom(seed)
  const sheet = emptySheet(S)
  const inside = (x: number) => Math.max(5, Math.min(S - 5, x))
  for (let i = 0; i < count; i++) {
    const foot = inside(S / 2 + random.gaussian(0, S * 0.1 * spread))
    const tip = inside(foot + random.gaussian((foot - S / 2) * 1.3, S * 0.15 * spread))
    const top = S * random.between(0.08, 0.7)
    const droop = Math.min(S * 0.5, Math.abs(tip - foot) * random.between(0.1, 0.9))
    const open = random.between(0.5, 1.05)
    stem(sheet, {
      from: [foot, S - 1],
      to: [tip, top],
      thick: thick * random.between(0.7, 1.3),
      stuff: 0,
      open,
      curl: 2.1,
      droop,
    })
  }
  for (let i = 0; i < plumes; i++) {
    const foot = S / 2 + random.gaussian(0, S * 0.09)
    const tip = inside(foot + random.gaussian((foot - S / 2) * 1.6, 26))
    const top = S * random.between(0.04, 0.24)
    stem(sheet, { from: [foot, S - 1], to: [tip, top], thick: 1.2, stuff: 0, open: 1, curl: 1.7, droop: 0 })
    const swing = Math.sign(tip - foot)
    for (let k = 0; k < 70; k++) {
      const t = random.next()
      const x = tip + swing * (1 - t) ** 2 * 12 + random.gaussian(0, 1.2 + 2.6 * Math.sin(Math.PI * t))
      dab(sheet, {
        x,
        y: top + t * 46,
        long: 4.2,
        wide: 0.8,
        turn: Math.PI / 2 - 0.35 * swing,
        faceX: 0,
        faceY: 0.3,
        open: random.between(0.7, 1),
        stuff: 2,
      })
    }
  }
  return withSmaller(sheet)
}

export type PlantSort =
  | 'camphor'
  | 'tall'
  | 'spreading'
  | 'bamboo'
  | 'fir'
  | 'bush'
  | 'shrub'
  | 'tuft'
  | 'grass'
  | 'reed'

let baked: Readonly<Record<PlantSort, readonly PlantSheet[]>> | undefined

/** One to two sheets of each sort, painted at the first call and kept. */
export const plantSheets = (): Readonly<Record<PlantSort, readonly PlantSheet[]>> => {
  baked ??= {
    camphor: [broadleaf('camphor 1', 1, 1), broadleaf('camphor 2', 1.06, 0.94)],
    tall: [broadleaf('tall 1', 0.62, 1.1), broadleaf('tall 2', 0.7, 1.05)],
    spreading: [broadleaf('spreading', 1.12, 0.8)],
    bamboo: [bamboo('bamboo 1'), bamboo('bamboo 2')],
    fir: [fir('fir 1'), fir('fir 2')],
    bush: [bush('bush 1', 1), bush('bush 2', 0.8)],
    shrub: [bush('shrub 1', 1.1)],
    tuft: [grasses('tuft 1', 120, 1.2, 2, 0), grasses('tuft 2', 84, 1.5, 2, 0)],
    grass: [grasses('grass 1', 170, 2.1, 1.7, 0)],
    reed: [grasses('reed 1', 170, 1.15, 1.6, 9), grasses('reed 2', 140, 1, 1.6, 5)],
  }
  return baked
}
