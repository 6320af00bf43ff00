import type { Camera, Frame } from './frame.ts'
import type { Light } from './light.ts'
import { blended, noiseTiles } from './noise-tiles.ts'

let sheet: Float32Array | undefined

/** The sky, every other pixel worked out and the rest put between: it is soft anyway. */
export const paintSky = (
  frame: Frame,
  camera: Camera,
  light: Light,
  offset: { u: number; v: number },
  skyline: Int32Array,
): void => {
  const { cloud } = noiseTiles()
  const { width, height, colour } = frame
  const rows = Math.min(height, 2 * Math.ceil(camera.horizonPixels / 2) + 13)
  const [sin, cos] = [Math.sin(camera.yaw), Math.cos(camera.yaw)]
  const { zenith, horizon, sun, sunColour } = light
  const cover = 0.72 - 0.42 * light.cloudCover
  const soft = light.cloudCover >= 1 ? 0.42 : 0.14
  sheet ??= new Float32Array(width * height * 3)
  const isGrey = light.cloudCover >= 1
  // Two rows and columns beyond the skyline, for what is put between.
  const floorAt = (x: number) =>
    Math.min(
      rows,
      3 + Math.max(skyline[x - 2] ?? 0, skyline[x - 1] ?? 0, skyline[x] ?? 0, skyline[x + 1] ?? 0, skyline[x + 2] ?? 0),
    )
  for (let x = 0; x < width; x += 2) {
    const floor = floorAt(x)
    for (let y = 0; y < floor; y += 2) {
      const up = (camera.horizonPixels - y) / camera.focalPixels
      const right = (x - width / 2) / camera.focalPixels
      const length = 1 / Math.sqrt(1 + right * right + up * up)
      const dx = (right * cos + sin) * length
      const dz = (cos - right * sin) * length
      const dy = up * length
      const rise = Math.max(0, dy)
      const t = 1 - (1 - Math.min(1, rise * 1.5)) ** 2.2
      let r = horizon[0] + t * (zenith[0] - horizon[0])
      let g = horizon[1] + t * (zenith[1] - horizon[1])
      let b = horizon[2] + t * (zenith[2] - horizon[2])
      const facing = Math.max(0, dx * sun[0] + dy * sun[1] + dz * sun[2])
      const glow = (0.12 * facing ** 6 + 0.5 * facing ** 60) * (isGrey ? 0.35 : 1)
      r += glow * sunColour[0] * 0.5
      g += glow * sunColour[1] * 0.5
      b += glow * sunColour[2] * 0.5
      // Clouds lie on a plane far up, so they crowd together towards the horizon.
      const plane = 30 / (rise + 0.09)
      const u = offset.u + dx * plane
      const v = offset.v + dz * plane
      const mass = blended(cloud, u, v) * 0.72 + blended(cloud, u * 3.1 + 40, v * 3.1) * 0.28
      let amount = (mass - cover) / soft
      if (amount > 0) {
        amount = Math.min(1, amount) * Math.min(1, rise * 14)
        const thick = Math.min(1, Math.max(0, (mass - cover) / 0.3))
        const lit = (isGrey ? 1.12 - 0.5 * thick : 1.25 - (1.15 - light.cloudGrey) * thick) * (0.9 + 0.3 * facing)
        const shade = isGrey ? 0.9 : 1
        r += amount * (shade * (horizon[0] * 0.25 + 0.6 + 0.1 * sunColour[0]) * lit - r)
        g += amount * (shade * (horizon[1] * 0.25 + 0.62 + 0.1 * sunColour[1]) * lit - g)
        b += amount * (shade * (horizon[2] * 0.25 + 0.66 + 0.1 * sunColour[2]) * lit - b)
      }
      const k = (x * height + y) * 3
      sheet[k] = r
      sheet[k + 1] = g
      sheet[k + 2] = b
    }
  }
  for (let x = 0; x < width; x += 1) {
    const bottom = skyline[x] ?? 0
    const left = (x & ~1) * height * 3
    const right = Math.min(width - 2, (x + 1) & ~1) * height * 3
    for (let y = 0; y < bottom; y++) {
      const above = (y & ~1) * 3
      const below = Math.min(rows - 1, (y + 1) & ~1) * 3
      const k = (x * height + y) * 3
      for (let c = 0; c < 3; c++)
        colour[k + c] =
          ((sheet[left + above + c] ?? 0) +
            (sheet[left + below + c] ?? 0) +
            (sheet[right + above + c] ?? 0) +
            (sheet[right + below + c] ?? 0)) /
          4
    }
  }
}
