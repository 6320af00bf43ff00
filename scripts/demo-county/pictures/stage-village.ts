import type { SeededRandom } from '../seeded-random.ts'
import { paintBump, paintLamp } from './furniture.ts'
import { paintGate, paintWall } from './heaps.ts'
import { paintHouse } from './houses.ts'
import type { Rgb } from './light.ts'
import { beside, type Scene, sideOf } from './scene.ts'
import { paintSign } from './signs.ts'
import { aheadInView, type Kit, type Stage, type Thing } from './stage.ts'

const throughVillage = (scene: Scene, random: SeededRandom): Scene => ({
  ...scene,
  road: {
    ...scene.road,
    halfWidth: random.between(2.7, 3.4),
    drift: scene.road.drift * 0.5,
    bendFrom: Math.max(36, scene.road.bendFrom),
    grade: scene.road.grade * 0.4,
  },
  left: sideOf(random.fork('l'), 'field', { flatMetres: random.between(40, 120), levelMetres: -0.35 }),
  right: sideOf(random.fork('r'), 'field', { flatMetres: random.between(40, 120), levelMetres: -0.35 }),
  village: true,
})

/** White bars across the whole road. */
const zebra = (kit: Kit, ahead: number) => (along: number, across: number) => {
  const { halfWidth } = kit.scene.road
  if (Math.abs(along - ahead) > 1.5 || Math.abs(across) > halfWidth - 0.25) return 0
  return ((across + 40) / 0.9) % 1 < 0.5 ? 1 : 0
}

const footAt = (kit: Kit, ahead: number, across: number) => {
  const { x, z } = beside(kit.scene.road, ahead, across)
  return { x, y: kit.heightAt(x, z), z }
}

const signAt = (
  kit: Kit,
  face: Parameters<typeof paintSign>[1]['face'],
  ahead: number,
  across: number,
  size: number,
): Thing => {
  const foot = footAt(kit, aheadInView(kit.scene, across, ahead), across)
  const turn = kit.random.fork(face).between(-0.15, 0.12)
  return { ...foot, draw: (easel) => paintSign(easel, { face, foot, up: 2.3, size, turn, fallen: 0 }) }
}

const bumpAt = (kit: Kit, ahead: number): Thing => {
  const { halfWidth } = kit.scene.road
  const [from, to] = [footAt(kit, ahead, 0.1 - halfWidth), footAt(kit, ahead, halfWidth - 0.1)]
  return { ...from, z: ahead, draw: (easel) => paintBump(easel, from, to) }
}

/** The school's wall, gate and house, on the side the seed has put them. */
const school = (kit: Kit): { things: Thing[]; side: -1 | 1; gate: number } => {
  const { scene } = kit
  const random = kit.random.fork('school')
  const side = random.chance(0.6) ? 1 : -1
  const out = side * (scene.road.halfWidth + random.between(3.2, 4.4))
  const gate = random.between(12, 15)
  const [near, far] = [footAt(kit, gate - 2.6, out), footAt(kit, gate + 2.6, out)]
  const wall = [0.72, 0.66, 0.55] as const
  const stretch = (from: number, to: number): Thing => {
    const [a, b] = [footAt(kit, from, out), footAt(kit, to, out)]
    return { ...beside(scene.road, (from + to) / 2, out), draw: (easel) => paintWall(easel, a, b, 1.75, wall) }
  }
  const body = footAt(kit, gate + 7, out + side * 14)
  const house = {
    ...body,
    y: body.y - 0.1,
    turn: side * (Math.PI / 2 + random.gaussian(0, 0.06)),
    width: 32,
    depth: 9,
    floors: random.wholeBetween(2, 3),
    wall: random.pick<Rgb>([
      [0.78, 0.75, 0.7],
      [0.72, 0.58, 0.46],
      [0.76, 0.7, 0.52],
    ]),
    trim: [0.45, 0.2, 0.14] as const,
    roof: [0.3, 0.08, 0.05] as const,
    roofForm: random.chance(0.5) ? ('gable' as const) : ('flat' as const),
  }
  const things: Thing[] = [
    { ...body, z: body.z + 6, draw: (easel) => paintHouse(easel, house) },
    stretch(gate + 14, gate + 34),
    stretch(gate + 3, gate + 14),
    stretch(3, gate - 3),
    { ...far, draw: (easel) => paintGate(easel, near, far) },
  ]
  return { things, side, gate }
}

const isSchoolGround = (kit: Kit, side: -1 | 1) => (x: number, z: number, edge: number) =>
  (x - beside(kit.scene.road, z, 0).x) * side > 0 && edge > 1.5 && edge < 34 && z < 64

export const schoolUnlit: Stage = {
  shape: (scene, random) => ({
    ...throughVillage(scene, random),
    village: random.chance(0.5),
    avenue: { left: 0, right: 0, sort: 0 },
    poles: 0,
    eye: { ...scene.eye, yaw: random.gaussian(0, 0.08) },
  }),
  before: (kit) => {
    const { things, side } = school(kit)
    return { things, isClear: isSchoolGround(kit, side), clearHouses: side }
  },
  after: (kit) => {
    const { things, side, gate } = school(kit)
    const { halfWidth } = kit.scene.road
    const lamps = [gate - 3.4, gate + 16, gate + 38].map((ahead): Thing => {
      const foot = footAt(kit, ahead, side * (halfWidth + 0.9))
      return { ...foot, draw: (easel) => paintLamp(easel, foot, -side * 2.1, kit.isDusk) }
    })
    return {
      things: [...things, ...lamps, signAt(kit, 'children', 6.5, halfWidth + 0.9, 0.5)],
      roadPaint: { figure: zebra(kit, gate - 4.5), gone: 0 },
      isClear: (x, z, edge) => isSchoolGround(kit, side)(x, z, edge) || (edge < 2 && z < 9),
      clearHouses: side,
    }
  },
}

export const crossingMissing: Stage = {
  shape: throughVillage,
  before: () => ({ isClear: (_x, z, edge) => edge < 1.4 && z < 16 }),
  after: (kit) => {
    const { halfWidth } = kit.scene.road
    const ahead = kit.random.fork('zebra').between(7.5, 10)
    return {
      roadPaint: { figure: zebra(kit, ahead), gone: 0.05 },
      things: [
        signAt(kit, 'crossing', ahead - 1, halfWidth + 0.8, 0.5),
        signAt(kit, 'crossing', ahead + 2.4, -halfWidth - 0.8, 0.5),
        bumpAt(kit, ahead + 5.5),
      ],
      isClear: (_x, z, edge) => edge < 1.4 && z < 16,
    }
  },
}
