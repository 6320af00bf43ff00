import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import type { PictureKind } from './kinds.ts'

/** What lies beside the road, from its edge outwards. Heights against the road, metres. */
export type Side = {
  form: 'hill' | 'field' | 'drop' | 'wood'
  /** Cut into the hill: how high, how steep (rise over run), of what. */
  cutMetres: number
  cutSlope: number
  soil: 'red' | 'stone' | 'green'
  /** Width of the flat (fields, river, wood floor) before the far slope. */
  flatMetres: number
  /** Level of the flat. */
  levelMetres: number
  water: boolean
  /** Rise of the far slope. */
  rise: number
}

export type Surface = 'asphalt' | 'concrete'

export type Road = {
  halfWidth: number
  surface: Surface
  /** How light it has worn, about 1. */
  tone: number
  /** Straight drift sideways, then a bend from `bendFrom` metres on with a curvature of 1/`bendRadius`. */
  drift: number
  bendFrom: number
  bendRadius: number
  grade: number
  /** It ends at a road across, this far ahead. */
  endsAt: number
  centre: 'none' | 'dashed' | 'solid'
  edges: boolean
  /** Share of the paint that is gone, and of the surface that is cracked. */
  paintGone: number
  cracked: number
}

export type Branch = {
  z: number
  /** -1 leaves to the left, 1 to the right, 0 runs across. */
  side: -1 | 0 | 1
  halfWidth: number
  surface: Surface
  tone: number
  /** Sideways slant: metres ahead for each metre away. */
  slant: number
  centre: 'none' | 'dashed'
  edges: boolean
}

export type Scene = {
  kind: PictureKind
  /** Draws everything that belongs to the place, the same before and after. */
  place: SeededRandom
  heading: number
  eye: { x: number; y: number; yaw: number; focalPixels: number; horizonPixels: number }
  road: Road
  branch: Branch | undefined
  left: Side
  right: Side
  beyond: Side
  /** Far hills: how high, where they begin, where on the noise they lie. */
  hills: { metres: number; from: number; u: number; v: number; closeAt: number }
  village: boolean
  /** Roadside trees: on which side, how close together (0 for none), which sort. */
  avenue: { left: number; right: number; sort: number }
  poles: -1 | 0 | 1
}

const makeSide = (random: SeededRandom, form: Side['form']): Side => ({
  form,
  cutMetres: form === 'hill' ? random.between(2, 8.5) : 0,
  cutSlope: random.between(0.9, 2.4),
  soil: random.pick(['red', 'red', 'stone', 'green', 'green'] as const),
  flatMetres:
    form === 'wood' ? random.between(3, 9) : form === 'field' ? random.between(28, 150) : random.between(26, 90),
  levelMetres: form === 'drop' ? -random.between(3.2, 7) : form === 'field' ? -random.between(0.35, 0.9) : 0.1,
  water: false,
  rise: form === 'wood' ? random.between(0.1, 0.35) : random.between(0.3, 0.62),
})

const ordinaryRoad = (random: SeededRandom): Road => {
  const surface: Surface = random.chance(0.5) ? 'asphalt' : 'concrete'
  const halfWidth = surface === 'asphalt' ? random.between(2.7, 3.5) : random.between(2.1, 2.9)
  const painted = surface === 'asphalt' && halfWidth > 2.9
  return {
    halfWidth,
    surface,
    tone: random.between(0.8, 1.25),
    drift: random.gaussian(0, 0.05),
    bendFrom: random.between(16, 60),
    bendRadius: random.between(45, 160) * (random.chance(0.5) ? 1 : -1),
    grade: random.gaussian(0, 0.035),
    endsAt: Infinity,
    centre: painted ? random.pick(['dashed', 'dashed', 'solid', 'none'] as const) : 'none',
    edges: painted && random.chance(0.75),
    paintGone: random.between(0.1, 0.4),
    cracked: random.between(0, 0.5),
  }
}

const forms = ['hill', 'hill', 'field', 'field', 'field', 'drop', 'wood'] as const

/** A place as its seed has it, before the hazard's own demands. */
export const ordinaryScene = (seed: string, kind: PictureKind): Scene => {
  const random = seededRandom(`picture ${seed}`)
  const road = ordinaryRoad(random.fork('road'))
  const first = random.pick(forms)
  const second = first === 'hill' ? random.pick(['field', 'drop', 'wood', 'field'] as const) : random.pick(forms)
  const horizonPixels = random.between(300, 500)
  return {
    kind,
    place: random.fork('place'),
    heading: random.between(0, 2 * Math.PI),
    eye: {
      x: road.halfWidth * random.between(-0.75, 0.85),
      y: random.between(1.45, 1.75) + (random.chance(0.14) ? 1.1 : 0),
      yaw: random.gaussian(0, 0.1),
      focalPixels: random.between(800, 1180),
      horizonPixels,
    },
    road,
    branch: undefined,
    left: makeSide(random.fork('left'), first),
    right: makeSide(random.fork('right'), second),
    beyond: makeSide(random.fork('beyond'), random.pick(['field', 'hill', 'wood'] as const)),
    hills: {
      metres: random.between(60, 260),
      from: random.between(90, 420),
      u: random.between(0, 512),
      v: random.between(0, 512),
      closeAt: random.between(140, 520),
    },
    village: random.chance(0.4),
    avenue: {
      left: random.chance(0.42) ? random.between(5, 14) : 0,
      right: random.chance(0.42) ? random.between(5, 14) : 0,
      sort: random.wholeBetween(0, 5),
    },
    poles: random.pick([-1, 0, 1, 1, -1] as const),
  }
}

export const sideOf = (random: SeededRandom, form: Side['form'], more: Partial<Side>): Side => ({
  ...makeSide(random, form),
  ...more,
})

/** How far right of the start the road's middle lies, `z` metres ahead, and how fast it moves sideways there. */
export const middleAt = (road: Road, z: number): { x: number; slope: number } => {
  const past = Math.max(0, z - road.bendFrom)
  // The bend stops turning at 70°: what would come after lies behind the hill.
  const turned = Math.min(past, Math.abs(road.bendRadius) * 2.6)
  const slope = turned / road.bendRadius
  return {
    x: road.drift * z + (turned * turned) / (2 * road.bendRadius) + (past - turned) * slope,
    slope: road.drift + slope,
  }
}

/** Height of the road's surface, `z` metres ahead; far away it levels out. */
export const roadHeight = (road: Road, z: number): number => {
  const near = Math.max(-10, Math.min(z, 160))
  return road.grade * (near - (near * Math.max(0, near)) / 420)
}

/** A point beside the road: `across` metres right of its middle, `ahead` along it. */
export const beside = (road: Road, ahead: number, across: number): { x: number; z: number } => {
  const { x, slope } = middleAt(road, ahead)
  const length = Math.hypot(1, slope)
  return { x: x + across / length, z: ahead - (across * slope) / length }
}
