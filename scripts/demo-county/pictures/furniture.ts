import {
  disc,
  type Easel,
  fillFace,
  fillShape,
  groundShadow,
  litColour,
  type Point,
  type WorldPoint,
} from './fill-shape.ts'
import { seen } from './frame.ts'
import type { Rgb } from './light.ts'
import { beside, middleAt, type Road, roadHeight } from './scene.ts'

export const steel: Rgb = [0.46, 0.48, 0.5]
export const white: Rgb = [0.8, 0.8, 0.79]
export const red: Rgb = [0.56, 0.03, 0.025]
export const yellow: Rgb = [0.78, 0.5, 0.02]
export const black: Rgb = [0.022, 0.022, 0.024]
const concrete: Rgb = [0.4, 0.39, 0.37]

export type Foot = { x: number; y: number; z: number }

/** A round post, shaded in five upright strips. */
export const paintPost = (
  easel: Easel,
  foot: Foot,
  low: number,
  high: number,
  radius: number,
  own: Rgb,
  leanX = 0,
): void => {
  const { yaw } = easel.camera
  const right: readonly [number, number] = [Math.cos(yaw), -Math.sin(yaw)]
  const corner = (t: number, up: number): WorldPoint => [
    foot.x + right[0] * t * radius + leanX * up,
    foot.y + up,
    foot.z + right[1] * t * radius,
  ]
  const front: WorldPoint = [-Math.sin(yaw), 0.05, -Math.cos(yaw)]
  // The whole of it first, so that nothing shines through between the strips.
  fillFace(easel, [corner(-1, low), corner(1, low), corner(1, high), corner(-1, high)], own, front)
  const strips = 5
  for (let i = 0; i < strips; i++) {
    const [a, b] = [(i / strips) * 2 - 1, ((i + 1) / strips) * 2 - 1]
    const side = (a + b) / 2
    const out = Math.sqrt(1 - side * side)
    const facing: WorldPoint = [right[0] * side + front[0] * out, 0.05, right[1] * side + front[2] * out]
    fillFace(easel, [corner(a, low), corner(b, low), corner(b, high), corner(a, high)], own, facing)
  }
}

/** Red and white post at the mouth of a junction. */
export const paintMarkerPost = (easel: Easel, foot: Foot): void => {
  groundShadow(easel, foot.x, foot.y, foot.z, 0.22, 0.2, 0.7)
  for (let i = 0; i < 6; i++) paintPost(easel, foot, i * 0.2, (i + 1) * 0.2, 0.06, i % 2 === 0 ? red : white)
}

/** Rubber speed bump in black and yellow blocks, from one point of the road's face to another. */
export const paintBump = (easel: Easel, from: Foot, to: Foot): void => {
  const length = Math.hypot(to.x - from.x, to.z - from.z)
  const [dx, dz] = [(to.x - from.x) / length, (to.z - from.z) / length]
  const blocks = Math.max(2, Math.round(length / 0.5))
  const half = 0.19
  const at = (t: number, aside: number, up: number): WorldPoint => [
    from.x + dx * t * length - dz * aside,
    from.y + (to.y - from.y) * t + up,
    from.z + dz * t * length + dx * aside,
  ]
  for (let i = 0; i < blocks; i++) {
    const [a, b] = [i / blocks, (i + 1) / blocks]
    const own = i % 2 === 0 ? yellow : black
    for (const side of [1, -1])
      fillFace(
        easel,
        [at(a, half * side, 0.005), at(b, half * side, 0.005), at(b, 0.07 * side, 0.055), at(a, 0.07 * side, 0.055)],
        own,
        [-dz * side * 0.8, 1, dx * side * 0.8],
      )
    fillFace(easel, [at(a, 0.07, 0.055), at(b, 0.07, 0.055), at(b, -0.07, 0.055), at(a, -0.07, 0.055)], own, [0, 1, 0])
  }
}

/** W-beam guardrail along the road, `across` metres right of its middle (negative left), between two distances. */
export const paintGuardrail = (easel: Easel, road: Road, across: number, from: number, to: number): void => {
  const inward = across > 0 ? -1 : 1
  const spot = (ahead: number, up: number, out: number): WorldPoint => {
    const { x, z } = beside(road, ahead, across - inward * out)
    return [x, roadHeight(road, ahead) + up, z]
  }
  // Edges of the beam's folds: height, and how far it stands out towards the road.
  const folds = [
    [0.8, 0],
    [0.74, 0.08],
    [0.67, 0.08],
    [0.62, 0.015],
    [0.57, 0.08],
    [0.5, 0.08],
    [0.44, 0],
  ] as const
  const step = (ahead: number) => (ahead < 14 ? 1 : ahead < 40 ? 2 : 4)
  const stops: number[] = []
  for (let ahead = from; ahead < to; ahead += step(ahead)) stops.push(ahead)
  for (let ahead = Math.ceil(to / 4) * 4; ahead >= from; ahead -= 4) {
    const [x, y, z] = spot(ahead, -0.15, 0.1)
    paintPost(easel, { x, y, z }, 0, 0.95, 0.055, steel)
  }
  for (const ahead of stops.toReversed()) {
    const next = ahead + step(ahead) + 0.01
    const { slope } = middleAt(road, ahead)
    const length = Math.hypot(1, slope)
    const towards: readonly [number, number] = [inward / length, (-slope * inward) / length]
    for (let i = 0; i + 1 < folds.length; i++) {
      const [high, low] = [folds[i] ?? [0, 0], folds[i + 1] ?? [0, 0]]
      const tilt = (low[1] - high[1]) * 9
      const own: Rgb = i === 2 || i === 3 ? [0.4, 0.42, 0.44] : [0.52, 0.54, 0.56]
      fillFace(
        easel,
        [
          spot(ahead, high[0], -high[1]),
          spot(next, high[0], -high[1]),
          spot(next, low[0], -low[1]),
          spot(ahead, low[0], -low[1]),
        ],
        own,
        [towards[0], tilt, towards[1]],
        { rough: 0.02 },
      )
    }
    if (Math.round(ahead) % 8 === 0) {
      const [x, y, z] = spot(ahead, 0.66, -0.1)
      fillFace(
        easel,
        [
          [x, y - 0.05, z],
          [x + 0.07, y - 0.05, z],
          [x + 0.07, y + 0.05, z],
          [x, y + 0.05, z],
        ],
        yellow,
        [0, 0, -1],
      )
    }
  }
}

/** A street lamp reaching over the road; it shines when it is getting dark. */
export const paintLamp = (easel: Easel, foot: Foot, reach: number, lit: boolean): void => {
  groundShadow(easel, foot.x, foot.y, foot.z, 0.4, 0.35, 0.6)
  paintPost(easel, foot, 0, 0.5, 0.13, steel)
  paintPost(easel, foot, 0.5, 6.6, 0.07, steel)
  const bar = (t: number): WorldPoint => [foot.x + reach * t, foot.y + 6.4 + 0.55 * Math.sin(t * 1.5), foot.z]
  for (let i = 0; i < 5; i++) {
    const [a, b] = [bar(i / 5), bar((i + 1) / 5)]
    fillFace(easel, [a, b, [b[0], b[1] + 0.09, b[2]], [a[0], a[1] + 0.09, a[2]]], steel, [0, 0.3, -1])
  }
  const end = bar(1)
  const wide = Math.sign(reach) * 0.75
  const head: WorldPoint[] = [
    [end[0] - wide * 0.2, end[1] - 0.02, end[2]],
    [end[0] + wide, end[1] + 0.02, end[2]],
    [end[0] + wide * 0.9, end[1] + 0.15, end[2]],
    [end[0] - wide * 0.1, end[1] + 0.17, end[2]],
  ]
  fillFace(easel, head, [0.5, 0.51, 0.52], [0, 0.4, -1])
  if (!lit) return
  const spot = seen(easel.camera, end[0] + wide * 0.45, end[1], end[2])
  if (!spot) return
  const scale = easel.camera.focalPixels / spot.metres
  for (const [radius, alpha] of [
    [1.5, 0.07],
    [0.9, 0.12],
    [0.5, 0.25],
    [0.24, 0.9],
  ] as const) {
    const glow = Array.from({ length: 20 }, (_, i): Point => {
      const angle = (i / 20) * 2 * Math.PI
      return [spot.x + Math.cos(angle) * radius * scale, spot.y + Math.sin(angle) * radius * scale * 0.7]
    })
    fillShape(easel.frame, glow, spot.metres - 0.3, { colour: [2.6, 2.2, 1.5], alpha })
  }
}

/** Concrete poles with their wires, which hang through between them. */
export const paintPoles = (
  easel: Easel,
  road: Road,
  across: number,
  first: number,
  heightAt: (x: number, z: number) => number,
): void => {
  const tops: { x: number; y: number; z: number }[] = []
  for (let i = 5; i >= 0; i--) {
    const { x, z } = beside(road, first + i * 42, across)
    const y = heightAt(x, z)
    tops.push({ x, y: y + 8.2, z })
    paintPost(easel, { x, y, z }, 0, 8.4, 0.13, concrete)
    const arm = (up: number): WorldPoint[] => [
      [x - 0.75, y + up, z],
      [x + 0.75, y + up, z],
      [x + 0.75, y + up + 0.09, z],
      [x - 0.75, y + up + 0.09, z],
    ]
    fillFace(easel, arm(7.9), steel, [0, 0, -1])
  }
  tops.push({ ...beside(road, first - 42, across), y: 8.2 + roadHeight(road, 0) })
  for (const shift of [-0.65, 0.05, 0.65])
    for (let i = 0; i + 1 < tops.length; i++) {
      const [a, b] = [tops[i], tops[i + 1]]
      if (!a || !b) continue
      let before: Point | undefined
      for (let k = 0; k <= 14; k++) {
        const t = k / 14
        const sag = 0.9 * 4 * t * (1 - t)
        const spot = seen(
          easel.camera,
          a.x + (b.x - a.x) * t + shift,
          a.y + (b.y - a.y) * t - sag,
          a.z + (b.z - a.z) * t,
        )
        const here: Point | undefined = spot && spot.metres > 2 ? [spot.x, spot.y] : undefined
        if (here && before && spot) {
          const half = Math.max(0.28, (0.009 * easel.camera.focalPixels) / spot.metres)
          const colour = litColour(easel, [0.03, 0.03, 0.032], [0, 0, -1], spot.metres, 8)
          const quad: Point[] = [
            [before[0], before[1] - half],
            [here[0], here[1] - half],
            [here[0], here[1] + half],
            [before[0], before[1] + half],
          ]
          fillShape(easel.frame, quad, spot.metres, { colour, alpha: Math.min(1, 0.5 + half) })
        }
        before = here
      }
    }
}

/** A round convex mirror in its orange rim on its post: the sky above, the road below, both bent. */
export const paintMirror = (easel: Easel, foot: Foot, turn: number): void => {
  const right: readonly [number, number] = [Math.cos(turn), -Math.sin(turn)]
  const facing: WorldPoint = [-Math.sin(turn), 0, -Math.cos(turn)]
  const orange: Rgb = [0.72, 0.2, 0.02]
  groundShadow(easel, foot.x, foot.y, foot.z, 0.3, 0.25, 0.7)
  paintPost(easel, foot, 0, 2.75, 0.045, orange)
  const centre: WorldPoint = [foot.x, foot.y + 2.7, foot.z]
  fillFace(easel, disc(centre, right, 0.56, 28), orange, facing)
  const { light } = easel
  const near = (own: Rgb, k: number): Rgb => [own[0] * k, own[1] * k, own[2] * k]
  const spot = seen(easel.camera, centre[0] + facing[0] * 0.05, centre[1], centre[2] + facing[2] * 0.05)
  if (!spot) return
  const scale = easel.camera.focalPixels / spot.metres
  const wide = Math.max(0.35, Math.abs(Math.cos(turn - easel.camera.yaw)))
  const put = (points: readonly Point[], colour: Rgb, foot2?: Rgb) =>
    fillShape(
      easel.frame,
      points.map(([x, y]): Point => [spot.x + x * 0.5 * wide * scale, spot.y - y * 0.5 * scale]),
      spot.metres - 0.08,
      foot2 ? { colour, foot: foot2 } : { colour },
    )
  const arc = (from: number, to: number, count: number): Point[] =>
    Array.from({ length: count + 1 }, (_, i): Point => {
      const angle = from + ((to - from) * i) / count
      return [Math.cos(angle), Math.sin(angle)]
    })
  put(arc(0, 2 * Math.PI, 30), near(light.zenith, 0.95), near(light.horizon, 1))
  const tree: Rgb = near([0.06, 0.1, 0.03], light.ambient[1] + light.sunColour[1] * 0.4)
  put([...arc(Math.PI - 0.15, 2 * Math.PI + 0.2, 22), [0.55, 0.28], [0.1, 0.12], [-0.4, 0.3], [-0.8, 0.24]], tree)
  const road: Rgb = near([0.2, 0.2, 0.2], light.ambient[1] + light.sunColour[1] * 0.5)
  put(
    [
      [-0.16, 0.1],
      [0.02, 0.1],
      [0.2, -0.4],
      [0.42, -0.9],
      [-0.55, -0.83],
      [-0.3, -0.3],
    ],
    road,
  )
  put(
    arc(0.6, 2.2, 10).map(([x, y]): Point => [x * 0.82, y * 0.82]),
    near(light.horizon, 1.25),
  )
}
