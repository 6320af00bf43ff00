import { type Camera, type Frame, seen, type Spot } from './frame.ts'
import { hazeAt } from './land.ts'
import type { Light, Rgb } from './light.ts'
import { grainAt, noiseTiles } from './noise-tiles.ts'

export type Point = readonly [x: number, y: number]
export type WorldPoint = readonly [x: number, y: number, z: number]

/** Light already fallen on it; `rough` mottles it, `fade` is a second colour at the foot of the shape. */
export type Coat = { colour: Rgb; foot?: Rgb; rough?: number; alpha?: number }

const looks = 4

/**
 * Fills a shape given by its corners on the frame, softly at the edges, unless something nearer is already there.
 * `metres` is how far off the whole of it counts as being.
 */
export const fillShape = (frame: Frame, corners: readonly Point[], metres: number, coat: Coat): void => {
  const { width, height, colour, depthMetres } = frame
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of corners) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const first = Math.max(0, Math.floor(left))
  const last = Math.min(width - 1, Math.floor(right))
  if (!(first <= last) || bottom < 0 || top > height || bottom - top < 0.02) return
  const { grit } = noiseTiles()
  const shares = new Float32Array(height + 2)
  const near = metres * 0.985 - 0.12
  const rough = coat.rough ?? 0
  const alpha = coat.alpha ?? 1
  const foot = coat.foot ?? coat.colour
  const cuts: number[] = []
  for (let column = first; column <= last; column++) {
    const from = Math.max(0, Math.floor(top))
    const to = Math.min(height - 1, Math.ceil(bottom))
    for (let row = from; row <= to; row++) shares[row] = 0
    for (let look = 0; look < looks; look++) {
      const x = column + (look + 0.5) / looks
      cuts.length = 0
      let before = corners.at(-1)
      for (const corner of corners) {
        if (before && corner[0] > x !== before[0] > x)
          cuts.push(corner[1] + ((x - corner[0]) / (before[0] - corner[0])) * (before[1] - corner[1]))
        before = corner
      }
      cuts.sort((a, b) => a - b)
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const y0 = Math.max(from, cuts[i] ?? 0)
        const y1 = Math.min(to + 1, cuts[i + 1] ?? 0)
        for (let row = Math.floor(y0); row < y1; row++)
          shares[row] = (shares[row] ?? 0) + Math.max(0, Math.min(row + 1, y1) - Math.max(row, y0)) / looks
      }
    }
    for (let row = from; row <= to; row++) {
      const share = (shares[row] ?? 0) * alpha
      const pixel = column * height + row
      if (share < 0.004 || (depthMetres[pixel] ?? 0) < near) continue
      const t = Math.min(1, Math.max(0, (row - top) / (bottom - top)))
      const mottle = rough > 0 ? 1 + rough * grainAt(grit, column, row) : 1
      const k = pixel * 3
      for (let c = 0; c < 3; c++) {
        const here = ((coat.colour[c] ?? 0) * (1 - t) + (foot[c] ?? 0) * t) * mottle
        colour[k + c] = (colour[k + c] ?? 0) * (1 - share) + here * share
      }
      if (share > 0.5) depthMetres[pixel] = Math.min(depthMetres[pixel] ?? metres, metres)
    }
  }
}

/** What draws the solid things of a scene: it knows the frame, the camera and the light. */
export type Easel = { frame: Frame; camera: Camera; light: Light }

/** Colour of a face that looks in the given direction, as the light of the scene falls on it, through the haze. */
export const litColour = ({ light }: Easel, own: Rgb, facing: WorldPoint, metres: number, height: number): Rgb => {
  const length = Math.hypot(...facing) || 1
  const sunny = Math.max(0, facing[0] * light.sun[0] + facing[1] * light.sun[1] + facing[2] * light.sun[2]) / length
  const sky = 0.66 + 0.3 * (facing[1] / length)
  const haze = hazeAt(light, metres, height)
  const through = (c: 0 | 1 | 2) =>
    own[c] * (light.ambient[c] * sky + light.sunColour[c] * sunny) * (1 - haze) + light.horizon[c] * haze
  return [through(0), through(1), through(2)]
}

/** Fills a flat face of something in the world. Corners behind the camera make it vanish. */
export const fillFace = (
  easel: Easel,
  corners: readonly WorldPoint[],
  own: Rgb,
  facing: WorldPoint,
  more: { rough?: number; alpha?: number; footShade?: number } = {},
): void => {
  const spots: Spot[] = []
  for (const [x, y, z] of corners) {
    const spot = seen(easel.camera, x, y, z)
    if (!spot) return
    spots.push(spot)
  }
  const metres = Math.min(...spots.map((spot) => spot.metres))
  const height = corners.reduce((sum, corner) => sum + corner[1], 0) / corners.length
  const colour = litColour(easel, own, facing, metres, height)
  const k = more.footShade ?? 1
  const foot: Rgb = [colour[0] * k, colour[1] * k, colour[2] * k]
  const coat = { colour, foot, rough: more.rough ?? 0.03, alpha: more.alpha ?? 1 }
  fillShape(
    easel.frame,
    spots.map((spot): Point => [spot.x, spot.y]),
    metres,
    coat,
  )
}

/** A round or many-sided outline on an upright plane, as world points. `right` is the plane's own direction across. */
export const disc = (
  centre: WorldPoint,
  right: readonly [x: number, z: number],
  radius: number,
  corners: number,
  turn = 0,
): WorldPoint[] =>
  Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i / corners) * 2 * Math.PI
    const across = Math.cos(angle) * radius
    return [centre[0] + right[0] * across, centre[1] + Math.sin(angle) * radius, centre[2] + right[1] * across]
  })

/** A soft dark patch on the ground under something: what keeps it from floating. */
export const groundShadow = (easel: Easel, x: number, y: number, z: number, radiusX: number, radiusZ: number, dark: number): void => {
  for (const share of [1, 0.8, 0.6, 0.4]) {
    const spots: Point[] = []
    for (let i = 0; i < 18; i++) {
      const angle = (i / 18) * 2 * Math.PI
      const spot = seen(easel.camera, x + Math.cos(angle) * radiusX * share, y + 0.01, z + Math.sin(angle) * radiusZ * share)
      if (!spot) return
      spots.push([spot.x, spot.y])
    }
    const centre = seen(easel.camera, x, y, z)
    if (centre) fillShape(easel.frame, spots, centre.metres * 0.97, { colour: [0.01, 0.012, 0.014], alpha: dark * 0.28 })
  }
}
