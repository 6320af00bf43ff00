import type { Cover } from './fields.ts'
import type { Camera, Frame } from './frame.ts'
import type { GroundCover } from './ground-cover.ts'
import type { Light } from './light.ts'
import type { Scene } from './scene.ts'
import type { ShadeMap } from './shade.ts'
import { blankSurvey, type Terrain } from './terrain.ts'

const farthest = 3200

/** Distances at which each column of the picture looks at the ground: close together near by, wider far away. */
const lookingDistances = (nearest: number) => {
  const list: number[] = []
  for (let metres = nearest; metres < farthest; metres *= metres < 30 ? 1.036 : metres < 300 ? 1.023 : 1.035)
    list.push(metres)
  return Float64Array.from(list)
}

/** Share of haze in front of something, and the colour of that haze towards the sun and away from it. */
export const hazeAt = (light: Light, metres: number, height: number): number => {
  const air = 1 - Math.exp(-metres / light.hazeMetres)
  if (light.lowMist <= 0) return air
  const mist = light.lowMist * Math.exp(-Math.max(0, height + 2) / 14) * (1 - Math.exp(-metres / 90))
  return air + (1 - air) * mist
}

/** First row of land in each column; and the pixels of open water, each followed by its ripple. */
export type Painted = { skyline: Int32Array; water: readonly number[] }

/** Higher than any ground or tree of a scene can reach. */
const highestOf = (scene: Scene) => scene.hills.metres * 2.4 + 60

/**
 * Paints the ground by walking outwards along every column of the picture and filling what rises above what is
 * already there; hills hide what lies behind them of themselves. Kept as three short functions called very often,
 * since the engine makes those fast and one long loop not.
 */
export const paintLand = (
  frame: Frame,
  camera: Camera,
  scene: Scene,
  terrain: Terrain,
  cover: GroundCover,
  light: Light,
  shade: ShadeMap,
): Painted => {
  const { width, height: rows, colour, depthMetres } = frame
  const { survey, at } = terrain
  const nearest = Math.max(0.8, (0.7 * camera.focalPixels * camera.y) / (rows - camera.horizonPixels))
  const distances = lookingDistances(nearest)
  const skyline = new Int32Array(width)
  const hazes = distances.map((metres) => hazeAt(light, metres, 1e4))
  const beforeHeights = new Float64Array(distances.length)
  const sin = Math.sin(camera.yaw)
  const cos = Math.cos(camera.yaw)
  const [sunX, sunY, sunZ] = light.sun
  const [sunR, sunG, sunB] = light.sunColour
  const [skyR, skyG, skyB] = light.ambient
  const into: Cover = { red: 0.5, green: 0.5, blue: 0.5, open: 0.5, leanX: 0.5, leanZ: 0.5, mirror: 0.5 }
  const { focalPixels, horizonPixels, x: eyeX, y: eyeY, z: eyeZ } = camera
  const highest = highestOf(scene) - eyeY
  const water: number[] = []
  // The look before this one, and one point between the two: what both saw, mixed.
  const old = blankSurvey(scene.left)
  const point = blankSurvey(scene.left)
  const ray = { x: 0.5, z: 0.5, hazeR: 0.5, hazeG: 0.5, hazeB: 0.5, haze: 0.5, macroX: 0.5, macroZ: 0.5, slope: 0.5 }

  const mixPoint = (t: number, metres: number) => {
    point.metres = metres
    point.x = eyeX + metres * ray.x
    point.z = eyeZ + metres * ray.z
    point.height = old.height + t * (at.height - old.height)
    point.edge = old.edge + t * (at.edge - old.edge)
    point.across = old.across + t * (at.across - old.across)
    point.lift = old.lift + t * (at.lift - old.lift)
    point.mound = old.mound + t * (at.mound - old.mound)
    point.onBranch = old.onBranch + t * (at.onBranch - old.onBranch)
    point.pull = old.pull + t * (at.pull - old.pull)
    point.wooded = old.wooded + t * (at.wooded - old.wooded)
    point.branchAlong = old.branchAlong + t * (at.branchAlong - old.branchAlong)
    point.branchAcross = old.branchAcross + t * (at.branchAcross - old.branchAcross)
  }

  const keepLook = () => {
    old.height = at.height
    old.edge = at.edge
    old.across = at.across
    old.lift = at.lift
    old.mound = at.mound
    old.onBranch = at.onBranch
    old.pull = at.pull
    old.wooded = at.wooded
    old.branchAlong = at.branchAlong
    old.branchAcross = at.branchAcross
  }

  const paintPixel = (pixel: number) => {
    const { metres } = point
    const drop = Math.max(0.25, eyeY - point.height)
    point.footAcross = metres / focalPixels
    point.footAlong = (metres / focalPixels) * Math.max(1, metres / (drop + metres * ray.slope))
    cover(point, into)
    const nx = ray.macroX + into.leanX
    const nz = ray.macroZ + into.leanZ
    const length = 1 / Math.sqrt(nx * nx + 1 + nz * nz)
    let sunny = (nx * sunX + sunY + nz * sunZ) * length
    sunny = sunny < 0 ? 0 : sunny
    if (metres < 90) {
      point.shaded = 0
      shade(point)
      sunny *= 1 - point.shaded
    }
    const { open, mirror } = into
    const sky = open * (0.72 + 0.28 * length)
    sunny *= 0.35 + 0.65 * open
    let red = into.red * (skyR * sky + sunR * sunny)
    let green = into.green * (skyG * sky + sunG * sunny)
    let blue = into.blue * (skyB * sky + sunB * sunny)
    if (mirror > 1) water.push(pixel, into.leanX)
    else if (mirror > 0) {
      // Shallow water and wet roads send back the sky low down ahead.
      const k = mirror * Math.min(1, 0.35 + metres / 26)
      red += k * (ray.hazeR * 0.72 - red)
      green += k * (ray.hazeG * 0.76 - green)
      blue += k * (ray.hazeB * 0.82 - blue)
    }
    const clear = 1 - ray.haze
    depthMetres[pixel] = metres
    colour[pixel * 3] = red * clear + ray.hazeR * ray.haze
    colour[pixel * 3 + 1] = green * clear + ray.hazeG * ray.haze
    colour[pixel * 3 + 2] = blue * clear + ray.hazeB * ray.haze
  }

  const fillSpan = (
    first: number,
    last: number,
    top: number,
    oldY: number,
    y: number,
    oldInverse: number,
    inverse: number,
  ) => {
    const perRow = 1 / (oldY - y)
    for (let row = top - 1; row >= last; row--) {
      let t = (oldY - row - 0.5) * perRow
      t = t < 0 ? 0 : t > 1 ? 1 : t
      mixPoint(t, 1 / (oldInverse + t * (inverse - oldInverse)))
      paintPixel(first + row)
    }
  }

  const walkColumn = (column: number): number => {
    const side = (column + 0.5 - width / 2) / focalPixels
    ray.x = sin + side * cos
    ray.z = cos - side * sin
    const facing = Math.max(0, (ray.x * sunX + ray.z * sunZ) / Math.hypot(ray.x, ray.z))
    const glow = 0.08 * facing ** 4
    ray.hazeR = light.horizon[0] + glow * sunR
    ray.hazeG = light.horizon[1] + glow * sunG
    ray.hazeB = light.horizon[2] + glow * sunB
    let top = rows
    let oldInverse = 1 / nearest
    let oldY = rows + 400
    for (let step = 0; step < distances.length && top > 0; step++) {
      const metres = distances[step] ?? 1
      const inverse = 1 / metres
      if (horizonPixels - highest * focalPixels * inverse > top) break
      at.x = eyeX + metres * ray.x
      at.z = eyeZ + metres * ray.z
      survey()
      const { height } = at
      const total = height + at.canopy
      const y = horizonPixels - (total - eyeY) * focalPixels * inverse
      const before = beforeHeights[step] ?? height
      beforeHeights[step] = height
      if (y < top && step > 0) {
        const last = Math.max(0, Math.ceil(y))
        ray.haze = light.lowMist > 0 ? hazeAt(light, metres, total) : (hazes[step] ?? 0)
        // Slopes read across the picture and along it; steep noise from column to column is held down.
        const across = column === 0 ? 0 : Math.max(-2.5, Math.min(2.5, (height - before) * focalPixels * inverse))
        const along = Math.max(-2.5, Math.min(2.5, (height - old.height) / (metres - 1 / oldInverse)))
        ray.macroX = -across * cos - along * sin
        ray.macroZ = -along * cos + across * sin
        ray.slope = Math.abs(along)
        point.side = at.side
        point.canopy = at.canopy
        fillSpan(column * rows, last, top, oldY, y, oldInverse, inverse)
        top = last < top ? last : top
      }
      keepLook()
      oldInverse = inverse
      oldY = y
    }
    return top
  }

  for (let column = 0; column < width; column++) skyline[column] = walkColumn(column)
  return { skyline, water }
}

/** Lays the image of what stands above the water over it, upside down from the shore, broken by ripples. */
export const mirrorOver = (frame: Frame, { water }: Painted, light: Light): void => {
  const { width, height, colour } = frame
  const shores = new Float64Array(width).fill(height)
  for (let i = 0; i < water.length; i += 2) {
    const pixel = water[i] ?? 0
    const column = Math.floor(pixel / height)
    const row = pixel - column * height
    if (row < (shores[column] ?? height)) shores[column] = row
  }
  for (let i = 0; i < water.length; i += 2) {
    const pixel = water[i] ?? 0
    const column = Math.floor(pixel / height)
    const row = pixel - column * height
    const shore = shores[column] ?? row
    const depth = row - shore
    const ripple = (water[i + 1] ?? 0) * Math.min(26, 2 + depth * 0.14)
    const from = column * height + Math.max(0, Math.round(shore - 1 - depth - ripple))
    const k = Math.max(0.35, 0.86 - depth / 700)
    for (let c = 0; c < 3; c++) {
      const own = 0.05 * (light.ambient[c] ?? 0)
      colour[pixel * 3 + c] = own + k * 0.86 * (colour[from * 3 + c] ?? 0)
    }
  }
}
