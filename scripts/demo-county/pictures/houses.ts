import type { SeededRandom } from '../seeded-random.ts'
import { type Easel, fillFace, groundShadow, type WorldPoint } from './fill-shape.ts'
import type { Rgb } from './light.ts'

export type House = {
  x: number
  y: number
  z: number
  /** Turned against the picture's own direction, radians. */
  turn: number
  width: number
  depth: number
  floors: number
  wall: Rgb
  trim: Rgb
  roof: Rgb
  roofForm: 'gable' | 'flat'
}

const walls: readonly [Rgb, ...Rgb[]] = [
  [0.78, 0.77, 0.74],
  [0.74, 0.72, 0.66],
  [0.8, 0.79, 0.77],
  [0.62, 0.6, 0.55],
  [0.66, 0.52, 0.4],
  [0.36, 0.17, 0.11],
]

const roofs: readonly [Rgb, ...Rgb[]] = [
  [0.055, 0.058, 0.065],
  [0.07, 0.07, 0.074],
  [0.09, 0.085, 0.08],
  [0.09, 0.16, 0.28],
  [0.24, 0.075, 0.05],
]

/** A house of the hills: two or three storeys, white or pale walls, dark tiles more often than not. */
export const drawHouseAt = (random: SeededRandom, x: number, y: number, z: number, turn: number): House => {
  const isOld = random.chance(0.3)
  return {
    x,
    y,
    z,
    turn,
    width: random.between(9, 13.5),
    depth: random.between(7.5, 10),
    floors: isOld ? 1 : random.wholeBetween(2, 3),
    wall: random.chance(0.68) ? walls[0] : random.pick(walls),
    trim: [0.42, 0.4, 0.37],
    roof: random.chance(0.66) ? roofs[0] : random.pick(roofs),
    roofForm: isOld || random.chance(0.78) ? 'gable' : 'flat',
  }
}

/** Draws the faces that look at the camera, with their doors and windows, then the roof over them. */
export const paintHouse = (easel: Easel, house: House): void => {
  const [sin, cos] = [Math.sin(house.turn), Math.cos(house.turn)]
  const at = (across: number, up: number, back: number): WorldPoint => [
    house.x + across * cos + back * sin,
    house.y + up,
    house.z - across * sin + back * cos,
  ]
  const facing = (across: number, up: number, back: number): WorldPoint => [
    across * cos + back * sin,
    up,
    back * cos - across * sin,
  ]
  const looksAtUs = (point: WorldPoint, normal: WorldPoint) =>
    (easel.camera.x - point[0]) * normal[0] +
      (easel.camera.y - point[1]) * normal[1] +
      (easel.camera.z - point[2]) * normal[2] >
    0
  const [w, d] = [house.width / 2, house.depth / 2]
  const storey = 3.2
  const tall = house.floors * storey + 0.3
  const ridge = house.roofForm === 'gable' ? d * 0.56 : 0
  groundShadow(easel, house.x, house.y, house.z - d * 0.6, w * 1.15, d * 0.9, 0.6)

  // A yard of concrete before the door.
  fillFace(
    easel,
    [at(-w - 1.2, 0.12, -d), at(w + 1.2, 0.12, -d), at(w + 1.2, 0.1, -d - 4.6), at(-w - 1.2, 0.1, -d - 4.6)],
    [0.25, 0.245, 0.23],
    [0, 1, 0],
    {
      rough: 0.07,
    },
  )
  const sides = [
    {
      normal: facing(0, 0, -1),
      corner: (t: number, up: number, out: number) => at(-w + 2 * w * t, up, -d - out),
      wide: house.width,
      front: true,
    },
    {
      normal: facing(-1, 0, 0),
      corner: (t: number, up: number, out: number) => at(-w - out, up, d - 2 * d * t),
      wide: house.depth,
      front: false,
    },
    {
      normal: facing(1, 0, 0),
      corner: (t: number, up: number, out: number) => at(w + out, up, -d + 2 * d * t),
      wide: house.depth,
      front: false,
    },
    {
      normal: facing(0, 0, 1),
      corner: (t: number, up: number, out: number) => at(w - 2 * w * t, up, d + out),
      wide: house.width,
      front: false,
    },
  ]
  const glass: Rgb = [0.075, 0.09, 0.105]
  for (const { normal, corner, wide, front } of sides) {
    if (!looksAtUs(corner(0.5, 1, 0), normal)) continue
    const pane = (t0: number, t1: number, low: number, high: number, own: Rgb, out: number) =>
      fillFace(
        easel,
        [corner(t0, low, out), corner(t1, low, out), corner(t1, high, out), corner(t0, high, out)],
        own,
        normal,
        { rough: 0.02 },
      )
    fillFace(easel, [corner(0, 0, 0), corner(1, 0, 0), corner(1, tall, 0), corner(0, tall, 0)], house.wall, normal, {
      rough: 0.035,
      footShade: 0.82,
    })
    if (!front && ridge > 0 && wide === house.depth)
      fillFace(easel, [corner(0, tall, 0), corner(1, tall, 0), corner(0.5, tall + ridge, 0)], house.wall, normal)
    pane(0, 1, 0, 0.55, house.trim, 0.02)
    if (front)
      for (let floor = 1; floor < house.floors; floor++)
        pane(0, 1, floor * storey - 0.12, floor * storey + 0.12, house.trim, 0.04)
    const bays = Math.max(2, Math.round(wide / (front ? 3.1 : 4)))
    for (let floor = 0; floor < house.floors; floor++)
      for (let bay = 0; bay < bays; bay++) {
        const middle = (bay + 0.5) / bays
        const half = (front ? 0.82 : 0.6) / wide
        const base = floor * storey
        if (front && floor === 0 && bay === Math.floor(bays / 2)) {
          pane(middle - 1.1 / wide, middle + 1.1 / wide, 0.1, 2.6, [0.2, 0.075, 0.045], 0.03)
          pane(middle - 1.32 / wide, middle - 1.12 / wide, 0.7, 2.4, [0.5, 0.03, 0.025], 0.05)
          pane(middle + 1.12 / wide, middle + 1.32 / wide, 0.7, 2.4, [0.5, 0.03, 0.025], 0.05)
          continue
        }
        pane(middle - half - 0.1 / wide, middle + half + 0.1 / wide, base + 0.88, base + 2.52, [0.6, 0.6, 0.6], 0.03)
        pane(middle - half, middle + half, base + 0.98, base + 2.42, glass, 0.05)
        pane(middle - 0.04 / wide, middle + 0.04 / wide, base + 0.98, base + 2.42, [0.55, 0.55, 0.55], 0.06)
      }
  }
  if (ridge > 0) {
    const [ow, od] = [w + 0.5, d + 0.65]
    const eave = tall - 0.22
    const slope = ridge / d
    for (const back of [1, -1]) {
      const normal = facing(0, 1, back / Math.max(0.1, slope))
      const corners = [
        at(-ow, eave, back * od),
        at(ow, eave, back * od),
        at(ow, tall + ridge, 0),
        at(-ow, tall + ridge, 0),
      ]
      const [first] = corners
      if (first && looksAtUs(first, facing(0, 1, back * slope)))
        fillFace(easel, corners, house.roof, normal, { rough: 0.12 })
      else if (back === -1)
        fillFace(
          easel,
          [at(-ow, eave - 0.2, -od), at(ow, eave - 0.2, -od), at(ow, eave + 0.1, -od), at(-ow, eave + 0.1, -od)],
          house.roof,
          facing(0, 0, -1),
        )
    }
  } else {
    const normal = facing(0, 0, -1)
    fillFace(
      easel,
      [
        at(-w - 0.3, tall - 0.1, -d - 0.3),
        at(w + 0.3, tall - 0.1, -d - 0.3),
        at(w + 0.3, tall + 0.55, -d - 0.3),
        at(-w - 0.3, tall + 0.55, -d - 0.3),
      ],
      house.trim,
      normal,
    )
  }
}
