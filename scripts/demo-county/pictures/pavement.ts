import type { Cover } from './fields.ts'
import { blended, crownAt, grainAt, noiseTiles, texel } from './noise-tiles.ts'
import type { Surface } from './scene.ts'
import type { Survey } from './terrain.ts'

/** Paint on a road: lines along it, and figures laid on it by the remedy. All in metres along and right of its middle. */
export type Paint = {
  centre: 'none' | 'dashed' | 'solid'
  edges: boolean
  /** Share of the paint worn off. */
  gone: number
  /** 0 where there is no paint, 1 white, 2 yellow; for stop lines, zebras, arrows. */
  figure: ((along: number, across: number) => number) | undefined
}

export type Pavement = {
  isBranch: boolean
  surface: Surface
  halfWidth: number
  tone: number
  cracked: number
  wet: number
  paint: Paint
}

const coverage = (distance: number, halfWidth: number, footprint: number) =>
  Math.min(1, Math.max(0, (halfWidth - distance) / Math.max(footprint, 0.004) + 0.5))

/**
 * The road's face at a point: grain, stains, wheel tracks, joints, cracks, paint.
 * What is finer than the pixel's own metres there is left out.
 */
export const paveAt = (pavement: Pavement, ground: Survey, into: Cover): void => {
  // A branch runs across the picture: what is along it for the eye is across it for the wheel.
  const { isBranch } = pavement
  const along = isBranch ? ground.branchAlong : ground.z
  const across = isBranch ? ground.branchAcross : ground.across
  const footAlong = isBranch ? ground.footAcross : ground.footAlong
  const footAcross = isBranch ? ground.footAlong : ground.footAcross
  const { cloud, crowns, grit } = noiseTiles()
  const { halfWidth, paint } = pavement
  const stain =
    (footAlong < 0.1 ? blended(cloud, along * 2.3, across * 6) : texel(cloud, along * 2.3, across * 6)) - 0.5
  const blotch = blended(cloud, along * 0.55 + 200, across * 2.2 + 70) - 0.5
  const lane = Math.abs(across) - halfWidth * 0.5
  const track = Math.exp(-((Math.abs(lane) - 0.75) ** 2) / 0.12)
  const fineness = Math.max(0, 1 - footAlong * 6)
  const grain =
    fineness > 0
      ? (grainAt(grit, along * 170, across * 170) * 0.6 + grainAt(grit, along * 60, across * 60)) * fineness
      : 0
  const coarse = footAlong < 0.5 ? grainAt(grit, along * 13, across * 15) * (1 - footAlong * 2) : 0
  let light = 1 + stain * 0.3 + blotch * 0.35 + grain * 0.075 + coarse * 0.035
  let red: number
  let green: number
  let blue: number
  if (pavement.surface === 'asphalt') {
    light += track * 0.07
    const base = 0.105 * pavement.tone * light
    red = base * 1.02
    green = base
    blue = base * 0.98
  } else {
    light -= track * 0.045
    const slab = Math.floor(along / 5)
    const half = across < 0 ? 7 : 151
    light += ((crowns[crownAt(slab * 61 + half, slab * 37 + half) + 1] ?? 0) / 255 - 0.5) * 0.14
    const jointAlong = Math.abs(along / 5 - Math.round(along / 5)) * 5
    const joint = Math.max(
      coverage(jointAlong, 0.016, footAlong) * Math.min(1, 0.03 / footAlong),
      coverage(Math.abs(across), 0.012, footAcross) * Math.min(1, 0.04 / footAcross),
    )
    light *= 1 - 0.5 * joint
    const base = 0.27 * pavement.tone * light
    red = base * 1.03
    green = base
    blue = base * 0.93
  }
  if (pavement.cracked > 0 && footAlong < 0.12) {
    const broken = texel(cloud, along * 0.9 + 31, across * 1.1 + 170) < 0.34 + 0.26 * pavement.cracked
    const vein = broken ? Math.abs(blended(cloud, along * 3.1 + 300, across * 3.7 + 11) - 0.5) : 1
    const dark = broken ? coverage(vein * 0.9, 0.006, footAlong) * 0.55 * (1 - footAlong / 0.12) : 0
    red *= 1 - dark
    green *= 1 - dark
    blue *= 1 - dark
  }
  // Dust gathers where no wheel goes.
  const dust = Math.max(0, 1 - (halfWidth - Math.abs(across)) / 0.5) * (0.6 + stain)
  if (dust > 0) {
    const k = Math.min(0.6, dust * 0.55)
    red += k * (0.27 - red)
    green += k * (0.21 - green)
    blue += k * (0.14 - blue)
  }
  const isPainted = paint.edges || paint.centre !== 'none' || paint.figure !== undefined
  const white = isPainted ? linePaint(paint, along, across, halfWidth, footAcross, footAlong) : 0
  if (white !== 0) {
    const worn =
      paint.gone > 0
        ? (blended(cloud, along * 11 + 77, across * 37) + grain * 0.05 - (paint.gone * 0.75 + 0.12)) * 9
        : 1
    const cover = Math.abs(white) * Math.min(1, Math.max(0, worn)) * 0.94
    const yellow = white < 0
    red += cover * ((yellow ? 0.62 : 0.7) - red)
    green += cover * ((yellow ? 0.4 : 0.69) - green)
    blue += cover * ((yellow ? 0.04 : 0.66) - blue)
  }
  const puddle = pavement.wet > 0 ? Math.min(1, Math.max(0, (blotch + stain * 0.4 + pavement.wet * 0.07) * 6)) : 0
  const dark = 1 - 0.42 * pavement.wet
  into.red = red * dark
  into.green = green * dark
  into.blue = blue * dark
  into.open = 1
  into.leanX = grain * 0.02
  into.leanZ = coarse * 0.03
  into.mirror = pavement.wet * (0.13 + 0.5 * puddle)
}

/** Positive for white, negative for yellow, by share of the pixel. */
const linePaint = (
  paint: Paint,
  along: number,
  across: number,
  halfWidth: number,
  footAcross: number,
  footAlong: number,
) => {
  if (paint.figure) {
    // Four looks within the pixel, so that figures far off fade instead of flickering.
    let white = 0
    let yellow = 0
    for (let i = 0; i < 4; i++) {
      const shift = (i - 1.5) / 4
      const hit = paint.figure(along + shift * footAlong, across + (i % 2 ? 0.25 : -0.25) * footAcross)
      if (hit === 1) white += 0.25
      else if (hit === 2) yellow += 0.25
    }
    if (white > 0) return white
    if (yellow > 0) return -yellow
  }
  if (paint.edges) {
    const edge = coverage(Math.abs(Math.abs(across) - (halfWidth - 0.22)), 0.075, footAcross)
    if (edge > 0) return edge
  }
  if (paint.centre === 'none') return 0
  const middle = coverage(Math.abs(across), 0.075, footAcross)
  if (middle === 0) return 0
  if (paint.centre === 'solid') return -middle
  const phase = along - 10 * Math.floor(along / 10)
  return -middle * coverage(Math.abs(phase - 5), 2, footAlong)
}
