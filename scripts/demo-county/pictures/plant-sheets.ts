import { type SeededRandom, seededRandom } from '../seeded-random.ts'

/** A plant seen from the front, not yet lit: how much of it covers a texel, which way it faces there, how open it lies. */
export type PlantSheet = {
  size: number
  cover: Uint8Array
  /** Facing right and up, -1..1 as 0..255; what is left faces the viewer. */
  faceX: Uint8Array
  faceY: Uint8Array
  open: Uint8Array
  /** 0 leaf, 1 wood, 2 plume or blossom. */
  stuff: Uint8Array
  /** Half as large each, down to 16 texels. */
  smaller: PlantSheet | undefined
}

export const sheetSize = 288

type Dab = {
  x: number
  y: number
  long: number
  wide: number
  turn: number
  faceX: number
  faceY: number
  open: number
  stuff: number
}

const emptySheet = (size: number): PlantSheet => {
  const [cover, faceX, faceY, open, stuff] = Array.from({ length: 5 }, () => new Uint8Array(size * size))
  if (!cover || !faceX || !faceY || !open || !stuff) throw new Error('Five layers were made.')
  return { size, cover, faceX, faceY, open, stuff, smaller: undefined }
}

const asByte = (value: number) => Math.max(0, Math.min(255, Math.round(value)))

/** One leaf, or a piece of a stem: an ellipse, over whatever is there already. */
const dab = (sheet: PlantSheet, d: Dab) => {
  const reach = Math.max(d.long, d.wide) + 1
  const [sin, cos] = [Math.sin(d.turn), Math.cos(d.turn)]
  const { size } = sheet
  for (let y = Math.max(0, Math.floor(d.y - reach)); y <= Math.min(size - 1, d.y + reach); y++)
    for (let x = Math.max(0, Math.floor(d.x - reach)); x <= Math.min(size - 1, d.x + reach); x++) {
      const [dx, dy] = [x + 0.5 - d.x, y + 0.5 - d.y]
      const out = Math.hypot((dx * cos + dy * sin) / d.long, (dy * cos - dx * sin) / d.wide)
      const cover = Math.min(1, (1 - out) * Math.min(d.long, d.wide) + 0.5)
      if (cover <= 0.05) continue
      const k = y * size + x
      const before = (sheet.cover[k] ?? 0) / 255
      if (cover > 0.5 || before < 0.1) {
        sheet.faceX[k] = asByte(127.5 + 127 * d.faceX)
        sheet.faceY[k] = asByte(127.5 + 127 * d.faceY)
        sheet.open[k] = asByte(255 * d.open)
        sheet.stuff[k] = d.stuff
      }
      sheet.cover[k] = asByte(255 * Math.max(before, cover))
    }
}

const withSmaller = (sheet: PlantSheet): PlantSheet => {
  if (sheet.size <= 18) return sheet
  const size = sheet.size >> 1
  const half = emptySheet(size)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const k = 2 * y * sheet.size + 2 * x
      const four = [k, k + 1, k + sheet.size, k + sheet.size + 1]
      const total = four.reduce((sum, i) => sum + (sheet.cover[i] ?? 0), 0)
      const mean = (layer: Uint8Array) =>
        total === 0 ? 0 : four.reduce((sum, i) => sum + (layer[i] ?? 0) * (sheet.cover[i] ?? 0), 0) / total
      const into = y * size + x
      half.cover[into] = asByte(total / 4)
      half.faceX[into] = asByte(mean(sheet.faceX))
      half.faceY[into] = asByte(mean(sheet.faceY))
      half.open[into] = asByte(mean(sheet.open))
      half.stuff[into] = Math.round(mean(sheet.stuff))
    }
  return { ...sheet, smaller: withSmaller(half) }
}

type Stem = { from: [number, number]; to: [number, number]; thick: number; stuff: number; open: number; curl: number; droop: number }

/** A stem as a row of dabs, getting thinner; it starts upright and leans over the more the higher `curl` is. */
const stem = (sheet: PlantSheet, { from, to, thick, stuff, open, curl, droop }: Stem) => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const count = Math.ceil(Math.hypot(dx, dy) / 1.6)
  const at = (t: number): [number, number] => [from[0] + dx * t ** curl, from[1] + dy * t + droop * t ** 4]
  for (let i = 0; i <= count; i++) {
    const t = i / count
    const [x, y] = at(t)
    const [nextX, nextY] = at(t + 0.01)
    const wide = Math.max(0.55, thick * (1 - 0.75 * t))
    const turn = Math.atan2(nextY - y, nextX - x)
    const faceX = stuff === 1 ? -0.2 : Math.max(-0.7, Math.min(0.7, dx / 90))
    dab(sheet, { x, y, long: wide + 1.3, wide, turn, faceX, faceY: 0.25, open: open * (0.35 + 0.65 * t), stuff })
  }
}

const trunk = (from: [number, number], to: [number, number], thick: number): Stem => ({
  from,
  to,
  thick,
  stuff: 1,
  open: 0.95,
  curl: 1.2,
  droop: 0,
})

type Ball = { x: number; y: number; r: number; depth: number }

/** A ball of leaves; its leaves face outwards, those inside and beneath get little light. */
const leafBall = (sheet: PlantSheet, random: SeededRandom, ball: Ball, crown: Ball, leaf: [number, number], count: number, droop = 0) => {
  for (let i = 0; i < count; i++) {
    const angle = random.between(0, 2 * Math.PI)
    const out = Math.sqrt(random.next())
    const [ux, uy] = [Math.cos(angle) * out, Math.sin(angle) * out]
    const x = ball.x + ux * ball.r * random.between(0.9, 1.15)
    const y = ball.y + uy * ball.r * random.between(0.85, 1.1) * 0.9
    const crownX = (x - crown.x) / crown.r
    const crownY = (crown.y - y) / crown.r
    const faceX = 0.6 * ux + 0.45 * crownX + random.gaussian(0, 0.17)
    const faceY = -0.6 * uy + 0.35 * crownY + random.gaussian(0.1, 0.17)
    const length = Math.max(1, Math.hypot(faceX, faceY))
    const open = 0.5 + 0.3 * -uy + 0.18 * crownY + 0.16 * ball.depth + random.gaussian(0, 0.11)
    dab(sheet, {
      x,
      y,
      long: leaf[0] * random.between(0.7, 1.2),
      wide: leaf[1] * random.between(0.7, 1.2),
      turn: droop > 0 ? Math.PI / 2 + (ux * 0.9 + random.gaussian(0, 0.3)) * -droop : random.between(0, Math.PI),
      faceX: faceX / length,
      faceY: faceY / length,
      open: Math.max(0.08, Math.min(1, open)),
      stuff: 0,
    })
  }
}

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
      const ball: Ball = { x: S / 2 + across * reach, y: S * (0.03 + y) + Math.abs(across) * 6, r: 5 + 6 * y, depth: 1 - Math.abs(across) }
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
    leafBall(sheet, random, { x: S * (0.5 + across * 0.6 * wide), y: S * 0.82, r: S * 0.17, depth: -2 }, crown, [6, 4], 260)
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
    stem(sheet, { from: [foot, S - 1], to: [tip, top], thick: thick * random.between(0.7, 1.3), stuff: 0, open, curl: 2.1, droop })
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
      dab(sheet, { x, y: top + t * 46, long: 4.2, wide: 0.8, turn: Math.PI / 2 - 0.35 * swing, faceX: 0, faceY: 0.3, open: random.between(0.7, 1), stuff: 2 })
    }
  }
  return withSmaller(sheet)
}

export type PlantSort = 'camphor' | 'tall' | 'spreading' | 'bamboo' | 'fir' | 'bush' | 'shrub' | 'tuft' | 'grass' | 'reed'

let baked: Readonly<Record<PlantSort, readonly PlantSheet[]>> | undefined

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
