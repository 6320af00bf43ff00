import { type Camera, type Frame, seen } from './frame.ts'
import { hazeAt } from './land.ts'
import type { Light, Rgb } from './light.ts'
import type { PlantSheet } from './paint-leaves.ts'

export type Plant = {
  sheet: PlantSheet
  /** Where its foot is. */
  x: number
  y: number
  z: number
  heightMetres: number
  turned: boolean
  leaf: Rgb
  wood: Rgb
  plume: Rgb
  /** Share of sun that reaches it. */
  sunny: number
}

/** Between the four nearest texels of a layer. */
const between = (layer: Uint8Array, size: number, u: number, v: number): number => {
  const i = Math.max(0, Math.min(size - 2, Math.floor(u - 0.5)))
  const j = Math.max(0, Math.min(size - 2, Math.floor(v - 0.5)))
  const fu = Math.max(0, Math.min(1, u - 0.5 - i))
  const fv = Math.max(0, Math.min(1, v - 0.5 - j))
  const k = j * size + i
  const upper = (layer[k] ?? 0) * (1 - fu) + (layer[k + 1] ?? 0) * fu
  const lower = (layer[k + size] ?? 0) * (1 - fu) + (layer[k + size + 1] ?? 0) * fu
  return upper * (1 - fv) + lower * fv
}

/** Draws one plant, lit from where the sun stands, behind whatever is nearer. */
export const setPlant = (frame: Frame, camera: Camera, light: Light, plant: Plant): void => {
  const foot = seen(camera, plant.x, plant.y, plant.z)
  if (!foot) return
  const size = (plant.heightMetres * camera.focalPixels) / foot.metres
  if (size < 2.5) return
  let { sheet } = plant
  while (sheet.smaller && sheet.size > size * 1.5) sheet = sheet.smaller
  const { width, height, colour, depthMetres } = frame
  const left = foot.x - size / 2
  const top = foot.y - size
  const fromX = Math.max(0, Math.ceil(left))
  const toX = Math.min(width - 1, Math.floor(left + size))
  const fromY = Math.max(0, Math.ceil(top))
  const toY = Math.min(height - 1, Math.floor(foot.y))
  if (fromX > toX || fromY > toY) return
  const scale = sheet.size / size
  const { cover, faceX, faceY, open, stuff } = sheet
  const [sin, cos] = [Math.sin(camera.yaw), Math.cos(camera.yaw)]
  const sunRight = (light.sun[0] * cos - light.sun[2] * sin) * (plant.turned ? -1 : 1)
  const sunBack = -(light.sun[0] * sin + light.sun[2] * cos)
  const sunUp = light.sun[1]
  // Leaves with the sun behind them glow.
  const through = 0.34 * Math.max(0, -sunBack)
  const haze = hazeAt(light, foot.metres, plant.y + plant.heightMetres * 0.4)
  const clear = 1 - haze
  const [sunR, sunG, sunB] = light.sunColour
  const [skyR, skyG, skyB] = light.ambient
  const near = foot.metres * 0.97 - 0.25
  const colours = [plant.leaf, plant.wood, plant.plume]
  // The foot is lost in what grows around it.
  const toFoot = foot.y + 1
  const footFade = 1 / Math.max(1, Math.min(9, size * 0.07))
  const isLarge = scale < 0.8
  for (let column = fromX; column <= toX; column++) {
    const u = plant.turned ? sheet.size - (column + 0.5 - left) * scale : (column + 0.5 - left) * scale
    const i = Math.max(0, Math.min(sheet.size - 1, Math.floor(u)))
    for (let row = fromY; row <= toY; row++) {
      const pixel = column * height + row
      if ((depthMetres[pixel] ?? 0) < near) continue
      const v = (row + 0.5 - top) * scale
      const k = Math.min(sheet.size - 1, Math.floor(v)) * sheet.size + i
      // Close by, leaves are drawn finer than the sheet has them: between its texels, with the edge kept crisp.
      const covered = isLarge
        ? Math.max(0, Math.min(255, (between(cover, sheet.size, u, v) - 127) * 2.2 + 127))
        : (cover[k] ?? 0)
      if (covered < 24) continue
      const nx = ((faceX[k] ?? 0) - 127.5) / 127
      const ny = ((faceY[k] ?? 0) - 127.5) / 127
      const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny))
      const lit = nx * sunRight + ny * sunUp + nz * sunBack
      const openness = (isLarge ? between(open, sheet.size, u, v) : (open[k] ?? 0)) / 255
      const sun = ((lit > 0 ? lit : 0) * 0.85 + through + 0.1) * plant.sunny * openness
      const sky = openness * (0.62 + 0.38 * ny)
      const own = colours[stuff[k] ?? 0] ?? plant.leaf
      const share = (covered / 255) * Math.min(1, (toFoot - row) * footFade)
      const c = pixel * 3
      const kept = 1 - share
      colour[c] =
        (colour[c] ?? 0) * kept + share * (own[0] * (skyR * sky + sunR * sun) * clear + light.horizon[0] * haze)
      colour[c + 1] =
        (colour[c + 1] ?? 0) * kept + share * (own[1] * (skyG * sky + sunG * sun) * clear + light.horizon[1] * haze)
      colour[c + 2] =
        (colour[c + 2] ?? 0) * kept + share * (own[2] * (skyB * sky + sunB * sun) * clear + light.horizon[2] * haze)
      if (share > 0.5) depthMetres[pixel] = foot.metres
    }
  }
}
