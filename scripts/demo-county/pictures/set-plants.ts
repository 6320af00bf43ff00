import { type Camera, type Frame, seen } from './frame.ts'
import { hazeAt } from './land.ts'
import type { Light, Rgb } from './light.ts'
import type { PlantSheet } from './plant-sheets.ts'

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
  for (let column = fromX; column <= toX; column++) {
    const u = (column + 0.5 - left) * scale
    const i = Math.min(sheet.size - 1, Math.floor(plant.turned ? sheet.size - u : u))
    for (let row = fromY; row <= toY; row++) {
      const pixel = column * height + row
      if ((depthMetres[pixel] ?? 0) < near) continue
      const k = Math.min(sheet.size - 1, Math.floor((row + 0.5 - top) * scale)) * sheet.size + i
      const covered = cover[k] ?? 0
      if (covered < 24) continue
      const nx = ((faceX[k] ?? 0) - 127.5) / 127
      const ny = ((faceY[k] ?? 0) - 127.5) / 127
      const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny))
      const lit = nx * sunRight + ny * sunUp + nz * sunBack
      const openness = (open[k] ?? 0) / 255
      const sun = ((lit > 0 ? lit : 0) * 0.85 + through + 0.1) * plant.sunny * openness
      const sky = openness * (0.62 + 0.38 * ny)
      const own = colours[stuff[k] ?? 0] ?? plant.leaf
      const share = covered / 255
      const c = pixel * 3
      const kept = 1 - share
      colour[c] = (colour[c] ?? 0) * kept + share * (own[0] * (skyR * sky + sunR * sun) * clear + light.horizon[0] * haze)
      colour[c + 1] = (colour[c + 1] ?? 0) * kept + share * (own[1] * (skyG * sky + sunG * sun) * clear + light.horizon[1] * haze)
      colour[c + 2] = (colour[c + 2] ?? 0) * kept + share * (own[2] * (skyB * sky + sunB * sun) * clear + light.horizon[2] * haze)
      if (share > 0.5) depthMetres[pixel] = foot.metres
    }
  }
}
