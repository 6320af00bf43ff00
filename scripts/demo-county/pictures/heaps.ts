import type { SeededRandom } from '../seeded-random.ts'
import { type Easel, fillFace, groundShadow, type WorldPoint } from './fill-shape.ts'
import { type Foot, steel, white } from './furniture.ts'
import type { Rgb } from './light.ts'

const orange: Rgb = [0.75, 0.16, 0.02]

/** A traffic cone with its white bands: what is put out until the hazard is cured. */
export const paintCone = (easel: Easel, foot: Foot): void => {
  const { yaw } = easel.camera
  const right: readonly [number, number] = [Math.cos(yaw), -Math.sin(yaw)]
  const band = (low: number, high: number, own: Rgb) => {
    const wide = (up: number) => 0.19 - up * 0.21
    for (const [a, b, side] of [
      [-1, -0.35, -0.7],
      [-0.35, 0.4, 0],
      [0.4, 1, 0.7],
    ] as const) {
      const at = (t: number, up: number): WorldPoint => [
        foot.x + right[0] * t * wide(up),
        foot.y + up,
        foot.z + right[1] * t * wide(up),
      ]
      const facing: WorldPoint = [right[0] * side - Math.sin(yaw) * 0.7, 0.25, right[1] * side - Math.cos(yaw) * 0.7]
      fillFace(easel, [at(a, low), at(b, low), at(b, high), at(a, high)], own, facing)
    }
  }
  groundShadow(easel, foot.x, foot.y, foot.z, 0.34, 0.3, 0.7)
  fillFace(
    easel,
    [
      [foot.x - 0.24, foot.y + 0.02, foot.z - 0.2],
      [foot.x + 0.24, foot.y + 0.02, foot.z - 0.2],
      [foot.x + 0.24, foot.y + 0.02, foot.z + 0.2],
      [foot.x - 0.24, foot.y + 0.02, foot.z + 0.2],
    ],
    [0.03, 0.03, 0.03],
    [0, 1, 0],
  )
  band(0.02, 0.25, orange)
  band(0.25, 0.4, white)
  band(0.4, 0.5, orange)
  band(0.5, 0.6, white)
  band(0.6, 0.74, orange)
}

/** A block of rock: a rough outline with a lighter face on top and a darker one to the side. */
export const paintRock = (easel: Easel, random: SeededRandom, foot: Foot, size: number, own: Rgb): void => {
  const { yaw } = easel.camera
  const right: readonly [number, number] = [Math.cos(yaw), -Math.sin(yaw)]
  const at = (x: number, up: number): WorldPoint => [
    foot.x + right[0] * x * size,
    foot.y + up * size - 0.03,
    foot.z + right[1] * x * size,
  ]
  const wobble = (value: number) => value * random.between(0.82, 1.18)
  const rim = [
    [-0.52, 0],
    [-0.55, wobble(0.3)],
    [wobble(-0.34), wobble(0.62)],
    [wobble(0.08), wobble(0.74)],
    [wobble(0.42), wobble(0.52)],
    [0.56, wobble(0.22)],
    [0.5, 0],
  ] as const
  const [, left, topLeft, top, topRight, side] = rim
  const middle = [wobble(-0.06), wobble(0.36)] as const
  const low = [wobble(0.1), 0] as const
  const tone: Rgb = [
    own[0] * random.between(0.85, 1.15),
    own[1] * random.between(0.85, 1.15),
    own[2] * random.between(0.85, 1.15),
  ]
  groundShadow(easel, foot.x, foot.y, foot.z, size * 0.75, size * 0.55, 0.8)
  const face = (points: readonly (readonly [number, number])[], facing: WorldPoint) =>
    fillFace(
      easel,
      points.map(([x, up]) => at(x, up)),
      tone,
      facing,
      { rough: 0.09, footShade: 0.8 },
    )
  const back: WorldPoint = [-Math.sin(yaw), 0, -Math.cos(yaw)]
  face(rim, [back[0], 0.3, back[2]])
  if (left && topLeft && top && topRight && side) {
    face([left, topLeft, top, topRight, middle], [back[0] * 0.5, 0.9, back[2] * 0.5])
    face([topRight, side, [0.5, 0], low, middle], [right[0] + back[0] * 0.4, 0.1, right[1] + back[2] * 0.4])
  }
}

/** A wall of boxes: pallets of brick or blocks left on the road. */
export const paintBricks = (easel: Easel, foot: Foot, width: number, height: number, depth: number, own: Rgb): void => {
  const { x, y, z } = foot
  groundShadow(easel, x, y, z, width * 0.75, depth * 0.9, 0.8)
  const courses = Math.max(2, Math.round(height / 0.12))
  for (let i = 0; i < courses; i++) {
    const [low, high] = [y + (i / courses) * height, y + ((i + 0.86) / courses) * height]
    const shade = 0.85 + 0.3 * ((i * 7) % 5) * 0.2
    const tone: Rgb = [own[0] * shade, own[1] * shade, own[2] * shade]
    const [l, r, f, b] = [x - width / 2, x + width / 2, z - depth / 2, z + depth / 2]
    const side = easel.camera.x < x ? l : r
    fillFace(
      easel,
      [
        [side, low, f],
        [side, low, b],
        [side, high, b],
        [side, high, f],
      ],
      tone,
      [Math.sign(side - x), 0, 0],
      { rough: 0.1 },
    )
    fillFace(
      easel,
      [
        [l, low, f],
        [r, low, f],
        [r, high, f],
        [l, high, f],
      ],
      tone,
      [0, 0, -1],
      { rough: 0.1 },
    )
  }
  const top = y + height
  fillFace(
    easel,
    [
      [x - width / 2, top, z - depth / 2],
      [x + width / 2, top, z - depth / 2],
      [x + width / 2, top, z + depth / 2],
      [x - width / 2, top, z + depth / 2],
    ],
    own,
    [0, 1, 0],
    { rough: 0.08 },
  )
}

/** A wall along something, from one point to another, with a coping. */
export const paintWall = (easel: Easel, from: Foot, to: Foot, height: number, own: Rgb): void => {
  const facing: WorldPoint = [-(to.z - from.z), 0, to.x - from.x]
  const towards = (easel.camera.x - from.x) * facing[0] + (easel.camera.z - from.z) * facing[2] > 0 ? 1 : -1
  const normal: WorldPoint = [facing[0] * towards, 0, facing[2] * towards]
  const pieces = 6
  for (let i = 0; i < pieces; i++) {
    const at = (t: number, up: number): WorldPoint => [
      from.x + (to.x - from.x) * t,
      from.y + (to.y - from.y) * t + up,
      from.z + (to.z - from.z) * t,
    ]
    const [a, b] = [i / pieces, (i + 1) / pieces]
    fillFace(easel, [at(a, -0.3), at(b, -0.3), at(b, height), at(a, height)], own, normal, {
      footShade: 0.8,
      rough: 0.04,
    })
    fillFace(
      easel,
      [at(a, height - 0.02), at(b, height - 0.02), at(b, height + 0.14), at(a, height + 0.14)],
      [0.1, 0.1, 0.105],
      normal,
    )
    fillFace(easel, [at(a, 0), at(b, 0), at(b, 0.4), at(a, 0.4)], [0.3, 0.29, 0.28], normal)
  }
}

/** Two square pillars and a low folding gate between them. */
export const paintGate = (easel: Easel, from: Foot, to: Foot): void => {
  const steps = 14
  for (let i = 0; i < steps; i++) {
    const at = (t: number, up: number): WorldPoint => [
      from.x + (to.x - from.x) * t,
      from.y + (to.y - from.y) * t + up,
      from.z + (to.z - from.z) * t,
    ]
    const [a, b] = [i / steps, (i + 0.35) / steps]
    fillFace(easel, [at(a, 0.1), at(b, 0.1), at(b, 1.25), at(a, 1.25)], steel, [-1, 0.2, -0.6])
    fillFace(
      easel,
      [at(a, 1.05), at((i + 1) / steps, 1.05), at((i + 1) / steps, 1.16), at(a, 1.16)],
      steel,
      [-1, 0.3, -0.6],
    )
    fillFace(
      easel,
      [at(a, 0.35), at((i + 1) / steps, 0.35), at((i + 1) / steps, 0.43), at(a, 0.43)],
      steel,
      [-1, 0.3, -0.6],
    )
  }
  for (const end of [from, to].toSorted((a, b) => b.z - a.z)) {
    const own: Rgb = [0.5, 0.2, 0.12]
    const half = 0.4
    const side = easel.camera.x < end.x ? -half : half
    const box = (low: number, high: number, extra: number, coat: Rgb) => {
      const [h, s] = [half + extra, side + Math.sign(side) * extra]
      fillFace(
        easel,
        [
          [end.x + s, end.y + low, end.z - h],
          [end.x + s, end.y + low, end.z + h],
          [end.x + s, end.y + high, end.z + h],
          [end.x + s, end.y + high, end.z - h],
        ],
        coat,
        [Math.sign(side), 0, 0],
      )
      fillFace(
        easel,
        [
          [end.x - h, end.y + low, end.z - h],
          [end.x + h, end.y + low, end.z - h],
          [end.x + h, end.y + high, end.z - h],
          [end.x - h, end.y + high, end.z - h],
        ],
        coat,
        [0, 0, -1],
      )
    }
    box(-0.2, 2.5, 0, own)
    box(2.5, 2.75, 0.08, [0.6, 0.58, 0.54])
  }
}
