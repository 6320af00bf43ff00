import type { SeededRandom } from '../seeded-random.ts'

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

/** Texels along a side of the largest sheet. */
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

export const emptySheet = (size: number): PlantSheet => {
  const [cover, faceX, faceY, open, stuff] = Array.from({ length: 5 }, () => new Uint8Array(size * size))
  if (!cover || !faceX || !faceY || !open || !stuff) throw new Error('Five layers were made.')
  return { size, cover, faceX, faceY, open, stuff, smaller: undefined }
}

const asByte = (value: number) => Math.max(0, Math.min(255, Math.round(value)))

/** One leaf, or a piece of a stem: an ellipse, over whatever is there already. */
export const dab = (sheet: PlantSheet, d: Dab) => {
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

/** With halves of itself down to 16 texels, each texel the mean of four. */
export const withSmaller = (sheet: PlantSheet): PlantSheet => {
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

type Stem = {
  from: [number, number]
  to: [number, number]
  thick: number
  stuff: number
  open: number
  curl: number
  droop: number
}

/** A stem as a row of dabs, getting thinner; it starts upright and leans over the more the higher `curl` is. */
export const stem = (sheet: PlantSheet, { from, to, thick, stuff, open, curl, droop }: Stem) => {
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

/** A stem of wood. */
export const trunk = (from: [number, number], to: [number, number], thick: number): Stem => ({
  from,
  to,
  thick,
  stuff: 1,
  open: 0.95,
  curl: 1.2,
  droop: 0,
})

export type Ball = { x: number; y: number; r: number; depth: number }

/** A ball of leaves; its leaves face outwards, those inside and beneath get little light. */
export const leafBall = (
  sheet: PlantSheet,
  random: SeededRandom,
  ball: Ball,
  crown: Ball,
  leaf: [number, number],
  count: number,
  droop = 0,
) => {
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
