/**
 * The sheet a picture is painted on: linear light per pixel, and how far away what was painted there lies.
 * Pixel (column, row) is at `column * height + row`: the land is painted column by column.
 */
export type Frame = { width: number; height: number; colour: Float32Array; depthMetres: Float32Array }

/** Painted at this size and enlarged when developed, which is what a telephone does as well. */
export const paintedWidth = 896
export const paintedHeight = 672

/** Size of the finished picture. Distances in a scene are given in pixels of this. */
export const pictureWidth = 1024
export const pictureHeight = 768

export const shrink = paintedWidth / pictureWidth

export const farAway = 1e9

const makeFrame = (): Frame => ({
  width: paintedWidth,
  height: paintedHeight,
  colour: new Float32Array(paintedWidth * paintedHeight * 3),
  depthMetres: new Float32Array(paintedWidth * paintedHeight),
})

let kept: Frame | undefined

/** One frame is kept and painted over: a picture is painted in one go, without waiting in between. */
export const freshFrame = (): Frame => {
  kept ??= makeFrame()
  kept.depthMetres.fill(farAway)
  return kept
}

export type Camera = {
  /** Where it stands: right of the road's middle, above the road, along it. */
  x: number
  y: number
  z: number
  /** Turned to the right, radians. */
  yaw: number
  focalPixels: number
  horizonPixels: number
}

export type Spot = { x: number; y: number; metres: number }

/** Where a point of the world falls in the picture; undefined when it is behind the camera. */
export const seen = (camera: Camera, x: number, y: number, z: number): Spot | undefined => {
  const dx = x - camera.x
  const dz = z - camera.z
  const metres = dx * Math.sin(camera.yaw) + dz * Math.cos(camera.yaw)
  if (metres < 0.35) return undefined
  const across = dx * Math.cos(camera.yaw) - dz * Math.sin(camera.yaw)
  const scale = camera.focalPixels / metres
  return { x: paintedWidth / 2 + across * scale, y: camera.horizonPixels - (y - camera.y) * scale, metres }
}
