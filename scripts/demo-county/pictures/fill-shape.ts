import { type Camera, type Frame, type Spot, seen } from './frame.ts'
import { hazeAt } from './land.ts'
import type { Light, Rgb } from './light.ts'
import { grainAt, noiseTiles } from './noise-tiles.ts'

export type Point = readonly [x: number, y: number]
export type WorldPoint = readonly [x: number, y: number, z: number]

/** Light already fallen on it; `rough` mottles it, `fade` is a second colour at the foot of the shape. */
export type Coat = { colour: Rgb; foot?: Rgb; rough?: number; alpha?: number }

const looks = 4

/** Where the looks cut the outline, kept in order as they come in; a shape here has few corners. */
const cuts = new Float64Array(64)

const cutsAt = (corners: readonly Point[], x: number): number => {
  let count = 0
  let before = corners.at(-1)
  for (const corner of corners) {
    if (before && corner[0] > x !== before[0] > x && count < cuts.length) {
      const y = corner[1] + ((x - corner[0]) / (before[0] - corner[0])) * (before[1] - corner[1])
      let i = count
      for (; i > 0 && (cuts[i - 1] ?? 0) > y; i--) cuts[i] = cuts[i - 1] ?? 0
      cuts[i] = y
      count += 1
    }
    before = corner
  }
  return count
}

const shares = new Float32Array(4096)

/** How far off a flat face is at each pixel: one over the metres is even across the picture. */
export type Distance = { inverse: number; perColumn: number; perRow: number }

const evenly = (metres: number): Distance => ({ inverse: 1 / metres, perColumn: 0, perRow: 0 })

/** Fills a shape given by its corners on the frame, softly at the edges, unless something nearer is already there. */
export const fillShape = (frame: Frame, corners: readonly Point[], far: number | Distance, coat: Coat): void => {
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
  const { inverse, perColumn, perRow } = typeof far === 'number' ? evenly(far) : far
  const rough = coat.rough ?? 0
  const alpha = coat.alpha ?? 1
  const foot = coat.foot ?? coat.colour
  for (let column = first; column <= last; column++) {
    const from = Math.max(0, Math.floor(top))
    const to = Math.min(height - 1, Math.ceil(bottom))
    for (let row = from; row <= to; row++) shares[row] = 0
    for (let look = 0; look < looks; look++) {
      const count = cutsAt(corners, column + (look + 0.5) / looks)
      for (let i = 0; i + 1 < count; i += 2) {
        const y0 = Math.max(from, cuts[i] ?? 0)
        const y1 = Math.min(to + 1, cuts[i + 1] ?? 0)
        for (let row = Math.floor(y0); row < y1; row++)
          shares[row] = (shares[row] ?? 0) + Math.max(0, Math.min(row + 1, y1) - Math.max(row, y0)) / looks
      }
    }
    for (let row = from; row <= to; row++) {
      const share = (shares[row] ?? 0) * alpha
      const pixel = column * height + row
      if (share < 0.004) continue
      const metres = 1 / (inverse + perColumn * column + perRow * row)
      if ((depthMetres[pixel] ?? 0) < metres * 0.985 - 0.12) continue
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
  // Light thrown up from the ground brightens what stands upright in the shade.
  const bounce = 0.13 * light.sun[1] * (1 - Math.abs(facing[1]) / length)
  const through = (c: 0 | 1 | 2) =>
    own[c] * (light.ambient[c] * sky + light.sunColour[c] * (sunny + bounce)) * (1 - haze) + light.horizon[c] * haze
  return [through(0), through(1), through(2)]
}

const nearestMetres = 0.45

/** What of a face lies in front of the camera. */
const inFront = ({ camera }: Easel, corners: readonly WorldPoint[]): WorldPoint[] => {
  const ahead = ([x, , z]: WorldPoint) =>
    (x - camera.x) * Math.sin(camera.yaw) + (z - camera.z) * Math.cos(camera.yaw) - nearestMetres
  if (corners.every((corner) => ahead(corner) > 0)) return [...corners]
  const kept: WorldPoint[] = []
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner
    const [here, there] = [ahead(corner), ahead(next)]
    if (here > 0) kept.push(corner)
    if (here > 0 === there > 0) return
    const t = here / (here - there)
    kept.push([
      corner[0] + t * (next[0] - corner[0]),
      corner[1] + t * (next[1] - corner[1]),
      corner[2] + t * (next[2] - corner[2]),
    ])
  })
  return kept
}

/** The plane of one over the metres through the corners, by the widest triangle among them. */
const distanceOf = (spots: readonly Spot[]): Distance => {
  const [a] = spots
  let best: { area: number; b: Spot; c: Spot } | undefined
  for (let i = 1; a && i + 1 < spots.length; i++) {
    const [b, c] = [spots[i], spots[i + 1]]
    if (!b || !c) continue
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
    if (!best || Math.abs(area) > Math.abs(best.area)) best = { area, b, c }
  }
  if (!a) return evenly(1)
  if (!best || Math.abs(best.area) < 2) return evenly(Math.min(...spots.map((spot) => spot.metres)))
  const { area, b, c } = best
  const [da, db, dc] = [1 / a.metres, 1 / b.metres, 1 / c.metres]
  const perColumn = ((db - da) * (c.y - a.y) - (dc - da) * (b.y - a.y)) / area
  const perRow = ((dc - da) * (b.x - a.x) - (db - da) * (c.x - a.x)) / area
  return { inverse: da - perColumn * a.x - perRow * a.y, perColumn, perRow }
}

/** Fills a flat face of something in the world, lit by where it looks. */
export const fillFace = (
  easel: Easel,
  corners: readonly WorldPoint[],
  own: Rgb,
  facing: WorldPoint,
  more: { rough?: number; alpha?: number; footShade?: number } = {},
): void => {
  const spots = inFront(easel, corners).flatMap(([x, y, z]) => seen(easel.camera, x, y, z) ?? [])
  if (spots.length < 3) return
  const metres = spots.reduce((sum, spot) => sum + spot.metres, 0) / spots.length
  const height = corners.reduce((sum, corner) => sum + corner[1], 0) / corners.length
  const colour = litColour(easel, own, facing, metres, height)
  const k = more.footShade ?? 1
  const foot: Rgb = [colour[0] * k, colour[1] * k, colour[2] * k]
  const coat = { colour, foot, rough: more.rough ?? 0.03, alpha: more.alpha ?? 1 }
  fillShape(
    easel.frame,
    spots.map((spot): Point => [spot.x, spot.y]),
    distanceOf(spots),
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
export const groundShadow = (
  easel: Easel,
  x: number,
  y: number,
  z: number,
  radiusX: number,
  radiusZ: number,
  dark: number,
): void => {
  for (const share of [1, 0.8, 0.6, 0.4]) {
    const spots: Point[] = []
    for (let i = 0; i < 18; i++) {
      const angle = (i / 18) * 2 * Math.PI
      const spot = seen(
        easel.camera,
        x + Math.cos(angle) * radiusX * share,
        y + 0.01,
        z + Math.sin(angle) * radiusZ * share,
      )
      if (!spot) return
      spots.push([spot.x, spot.y])
    }
    const centre = seen(easel.camera, x, y, z)
    if (centre)
      fillShape(easel.frame, spots, centre.metres * 0.97, { colour: [0.01, 0.012, 0.014], alpha: dark * 0.28 })
  }
}
