import { disc, type Easel, fillFace, groundShadow, type WorldPoint } from './fill-shape.ts'
import { black, type Foot, paintPost, red, steel, white, yellow } from './furniture.ts'
import type { Rgb } from './light.ts'

export type SignFace =
  | 'give-way'
  | 'junction'
  | 'bend-left'
  | 'bend-right'
  | 'children'
  | 'rocks'
  | 'steep'
  | 'crossing'
  | 'chevron-left'
  | 'chevron-right'

const blue: Rgb = [0.02, 0.1, 0.42]

type Flat = readonly (readonly [x: number, y: number])[]

const triangle = (size: number, down: boolean): Flat => {
  const s = down ? -1 : 1
  return [
    [0, 0.62 * size * s],
    [-0.58 * size, -0.4 * size * s],
    [0.58 * size, -0.4 * size * s],
  ]
}

const square = (size: number): Flat => [
  [-size, -size],
  [size, -size],
  [size, size],
  [-size, size],
]

const flipped = (flat: Flat): Flat => flat.map(([x, y]) => [-x, y])

const bent: Flat = [
  [-0.1, -0.3],
  [0.03, -0.3],
  [0.03, -0.02],
  [-0.08, 0.1],
  [-0.01, 0.18],
  [-0.27, 0.2],
  [-0.22, -0.04],
  [-0.16, 0.03],
  [-0.1, -0.08],
]

const person = (x: number, scale: number): Flat[] => [
  [
    [x - 0.07 * scale, -0.28],
    [x - 0.02 * scale, -0.08],
    [x + 0.02 * scale, -0.08],
    [x + 0.08 * scale, -0.28],
    [x + 0.12 * scale, -0.26],
    [x + 0.07 * scale, 0.12 * scale],
    [x - 0.07 * scale, 0.12 * scale],
    [x - 0.12 * scale, -0.26],
  ],
  square(0.06 * scale).map(([px, py]) => [x + px, 0.21 * scale + py]),
]

const chevron: Flat = [
  [-0.3, 0],
  [0.05, 0.5],
  [0.32, 0.5],
  [-0.02, 0],
  [0.32, -0.5],
  [0.05, -0.5],
]

type Layer = { flat: Flat; own: Rgb }

const warning = (figures: readonly Flat[]): Layer[] => [
  { flat: triangle(1, false), own: black },
  { flat: triangle(0.88, false), own: yellow },
  ...figures.map((flat) => ({
    flat: flat.map(([x, y]): readonly [number, number] => [x * 0.95, y * 0.95 - 0.05]),
    own: black,
  })),
]

const layersOf: Readonly<Record<SignFace, readonly Layer[]>> = {
  'give-way': [
    { flat: triangle(1, true), own: red },
    { flat: triangle(0.66, true), own: white },
  ],
  junction: warning([
    [
      [-0.055, -0.3],
      [0.055, -0.3],
      [0.055, 0.3],
      [-0.055, 0.3],
    ],
    [
      [0.05, -0.06],
      [0.28, -0.06],
      [0.28, 0.05],
      [0.05, 0.05],
    ],
  ]),
  'bend-left': warning([bent]),
  'bend-right': warning([flipped(bent)]),
  children: warning([...person(-0.11, 0.9), ...person(0.13, 1.15)]),
  rocks: warning([
    [
      [-0.3, -0.28],
      [-0.05, -0.28],
      [-0.12, 0.05],
      [-0.2, 0.12],
    ],
    square(0.055).map(([x, y]) => [x + 0.05, y + 0.02]),
    square(0.065).map(([x, y]) => [x + 0.16, y - 0.12]),
    square(0.05).map(([x, y]) => [x - 0.02, y - 0.2]),
  ]),
  steep: warning([
    [
      [-0.34, -0.28],
      [0.3, -0.28],
      [-0.34, 0.0],
    ],
    [
      [-0.2, 0.0],
      [0.06, -0.1],
      [0.06, 0.06],
      [-0.16, 0.14],
    ],
  ]),
  crossing: [
    { flat: square(0.56), own: white },
    { flat: square(0.52), own: blue },
    { flat: triangle(0.74, false).map(([x, y]) => [x, y - 0.04]), own: white },
    ...person(0, 1).map((flat) => ({
      flat: flat.map(([x, y]): readonly [number, number] => [x * 0.9, y * 0.8 - 0.06]),
      own: black,
    })),
  ],
  'chevron-left': [
    { flat: square(0.5).map(([x, y]) => [x * 0.86, y * 1.16]), own: white },
    { flat: square(0.5).map(([x, y]) => [x * 0.8, y * 1.1]), own: red },
    { flat: chevron, own: white },
  ],
  'chevron-right': [
    { flat: square(0.5).map(([x, y]) => [x * 0.86, y * 1.16]), own: white },
    { flat: square(0.5).map(([x, y]) => [x * 0.8, y * 1.1]), own: red },
    { flat: flipped(chevron), own: white },
  ],
}

export type Sign = {
  face: SignFace
  foot: Foot
  /** Height of its middle, and half its width. */
  up: number
  size: number
  /** Turned away from facing straight back along the picture, radians. */
  turn: number
  /** Leaning over sideways: 0 upright, 1 lying. */
  fallen: number
}

/** A sign on its post, upright or as far fallen as it has. */
export const paintSign = (easel: Easel, { face, foot, up, size, turn, fallen }: Sign): void => {
  const angle = (fallen * Math.PI) / 2
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const right: readonly [number, number] = [Math.cos(turn), -Math.sin(turn)]
  const at = (x: number, y: number, out: number): WorldPoint => {
    const across = x * cos + y * sin
    return [
      foot.x + right[0] * across - Math.sin(turn) * out,
      foot.y + Math.max(0.02, y * cos - x * sin),
      foot.z + right[1] * across - Math.cos(turn) * out,
    ]
  }
  const facing: WorldPoint = [-Math.sin(turn), 0.12, -Math.cos(turn)]
  groundShadow(easel, foot.x, foot.y, foot.z, 0.25 + fallen * 0.6, 0.2, 0.7)
  const top = up + size * 0.5
  if (fallen === 0) paintPost(easel, foot, 0, top, 0.04, steel)
  else fillFace(easel, [at(-0.04, 0, 0), at(0.04, 0, 0), at(0.04, top, 0), at(-0.04, top, 0)], steel, facing)
  const dull = fallen > 0 ? 0.72 : 1
  const layers = layersOf[face]
  layers.forEach(({ flat, own }, i) => {
    const coat: Rgb = [own[0] * dull, own[1] * dull, own[2] * dull]
    fillFace(
      easel,
      flat.map(([x, y]) => at(x * size, up + y * size, 0.06 + i * 0.012)),
      coat,
      facing,
      { rough: fallen > 0 ? 0.08 : 0.015 },
    )
  })
}

/** A yellow lamp that flashes at a junction. */
export const paintFlasher = (easel: Easel, foot: Foot): void => {
  paintPost(easel, foot, 0, 3.1, 0.05, steel)
  const box = disc(
    [foot.x, foot.y + 3.1, foot.z - 0.05],
    [Math.cos(easel.camera.yaw), -Math.sin(easel.camera.yaw)],
    0.24,
    4,
    Math.PI / 4,
  )
  fillFace(easel, box, black, [0, 0, -1])
  const lens = disc(
    [foot.x, foot.y + 3.1, foot.z - 0.1],
    [Math.cos(easel.camera.yaw), -Math.sin(easel.camera.yaw)],
    0.15,
    20,
  )
  fillFace(easel, lens, [1.6, 0.85, 0.05], [0, 0, -1])
}
