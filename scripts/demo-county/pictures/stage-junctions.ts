import type { SeededRandom } from '../seeded-random.ts'
import { paintBump, paintMarkerPost, paintMirror } from './furniture.ts'
import { growPlant } from './planting.ts'
import { type Branch, beside, type Scene, sideOf } from './scene.ts'
import { paintFlasher, paintSign } from './signs.ts'
import { aheadInView, type Kit, type Stage, type Thing } from './stage.ts'

/** Point of the branch's face: metres out from the main road's middle, metres ahead of the branch's own middle. */
const onBranch = (scene: Scene, kit: Kit, along: number, aside: number) => {
  const branch = scene.branch
  const x = scene.road.drift * (branch?.z ?? 0) + along
  const z = (branch?.z ?? 0) + (branch?.slant ?? 0) * along + aside
  return { x, y: kit.heightAt(x, z), z }
}

const minorRoad = (random: SeededRandom, z: number, side: -1 | 0 | 1): Branch => ({
  z,
  side,
  halfWidth: random.between(1.9, 2.5),
  surface: random.chance(0.75) ? 'concrete' : 'asphalt',
  tone: random.between(0.85, 1.15),
  slant: random.between(-0.15, 0.25),
  centre: 'none',
  edges: false,
})

/** Looking along the main road, with a minor one coming in at `side`. */
const withMinorRoad = (scene: Scene, random: SeededRandom, z: number): Scene => {
  const side = random.chance(0.6) ? 1 : -1
  const road = {
    ...scene.road,
    halfWidth: Math.max(2.8, scene.road.halfWidth),
    bendFrom: Math.max(38, scene.road.bendFrom),
    drift: 0,
  }
  const near = sideOf(random.fork('near'), random.pick(['field', 'wood', 'field'] as const), {})
  const shaped = side > 0 ? { right: near } : { left: near }
  const eye = {
    ...scene.eye,
    x: -side * road.halfWidth * random.between(0.1, 0.75),
    yaw: side * random.between(0.05, 0.24),
  }
  return {
    ...scene,
    ...shaped,
    road,
    eye,
    branch: minorRoad(random, z, side),
    poles: scene.poles === side ? 0 : scene.poles,
    avenue: { ...scene.avenue, [side > 0 ? 'right' : 'left']: 0 },
  }
}

/** Looking along the minor road to where it meets the main one across. */
const towardsMainRoad = (scene: Scene, random: SeededRandom, z: number): Scene => {
  const road = {
    ...scene.road,
    surface: 'concrete' as const,
    halfWidth: random.between(2.1, 2.7),
    centre: 'none' as const,
    edges: false,
    drift: random.gaussian(0, 0.03),
    bendFrom: 200,
    endsAt: z,
    grade: random.between(-0.02, 0.05),
  }
  const branch: Branch = {
    z: z + 3.2,
    side: 0,
    halfWidth: random.between(3, 3.6),
    surface: 'asphalt',
    tone: random.between(0.85, 1.1),
    slant: random.gaussian(0, 0.12),
    centre: 'dashed',
    edges: true,
  }
  return {
    ...scene,
    road,
    branch,
    eye: { ...scene.eye, x: random.between(-0.5, 1.1), yaw: random.gaussian(0, 0.09) },
    poles: 0,
    left: sideOf(random.fork('l'), random.pick(['field', 'wood', 'hill'] as const), {
      cutMetres: random.between(1, 2.5),
    }),
    right: sideOf(random.fork('r'), random.pick(['field', 'wood', 'field'] as const), {}),
  }
}

const branchMouthPosts = (kit: Kit, count: number): Thing[] => {
  const { scene } = kit
  const side = scene.branch?.side || 1
  const half = scene.branch?.halfWidth ?? 2
  const from = scene.road.halfWidth + 1.1
  return Array.from({ length: count }, (_, i): Thing => {
    const foot = onBranch(scene, kit, side * (from + (i >> 1) * 2.2), (i % 2 ? 1 : -1) * (half + 0.75))
    return { ...foot, draw: (easel) => paintMarkerPost(easel, foot) }
  })
}

const bumpOverBranch = (kit: Kit): Thing => {
  const { scene } = kit
  const half = (scene.branch?.halfWidth ?? 2) - 0.05
  const along = (scene.branch?.side || 1) * (scene.road.halfWidth + 2.2)
  const [from, to] = [onBranch(scene, kit, along, -half), onBranch(scene, kit, along, half)]
  return { x: from.x, z: from.z, draw: (easel) => paintBump(easel, to, from) }
}

const bumpOverRoad = (kit: Kit, ahead: number): Thing => {
  const { road } = kit.scene
  const end = (across: number) => {
    const { x, z } = beside(road, ahead, across)
    return { x, y: kit.heightAt(x, z), z }
  }
  const [from, to] = [end(-road.halfWidth + 0.05), end(road.halfWidth - 0.05)]
  return { x: from.x, z: ahead, draw: (easel) => paintBump(easel, from, to) }
}

const signBeside = (
  kit: Kit,
  face: Parameters<typeof paintSign>[1]['face'],
  ahead: number,
  across: number,
  size: number,
): Thing => {
  const { x, z } = beside(kit.scene.road, aheadInView(kit.scene, across, ahead), across)
  const foot = { x, y: kit.heightAt(x, z), z }
  const turn = kit.random.fork(face).between(-0.18, 0.1)
  return { x, z, draw: (easel) => paintSign(easel, { face, foot, up: 2.15, size, turn, fallen: 0 }) }
}

/** Two broken lines before the main road and a triangle on the ground. */
const giveWayFigure = (kit: Kit) => {
  const { endsAt, halfWidth } = kit.scene.road
  return (along: number, across: number): number => {
    if (across < 0.1 || across > halfWidth - 0.1) return 0
    const back = endsAt - along
    if ((back > 0.6 && back < 0.8) || (back > 1.05 && back < 1.25)) return (across * 1.6) % 1 < 0.62 ? 1 : 0
    const t = (back - 2.6) / 2.2
    const off = Math.abs(across - halfWidth * 0.52)
    if (t > 0 && t < 1) return off < 0.52 * (1 - t) && (off > 0.52 * (1 - t) - 0.13 || t < 0.12) ? 1 : 0
    return 0
  }
}

export const junctionHidden: Stage = {
  shape: (scene, random) => withMinorRoad(scene, random, random.between(14, 19)),
  before: ({ scene, season, random, heightAt }) => {
    const side = scene.branch?.side || 1
    const mouth = scene.branch?.z ?? 15
    const plants = Array.from({ length: 26 }, (_, i) => {
      const tall = i % 5 === 0
      const ahead = i < 20 ? random.between(5.5, mouth - 2.4) : random.between(mouth + 3, mouth + 9)
      const { x, z } = beside(scene.road, ahead, side * (scene.road.halfWidth + random.between(0.9, 3.6)))
      const sort = tall
        ? random.pick(['camphor', 'bamboo', 'tall'] as const)
        : random.pick(['bush', 'shrub', 'bush', 'reed'] as const)
      return growPlant(
        random,
        season,
        sort,
        { x, y: heightAt(x, z) - 0.05, z },
        tall ? random.between(4, 6.5) : random.between(1.6, 3),
      )
    })
    return { plants }
  },
  after: (kit) => ({
    isClear: (x, z, edge) => {
      const side = kit.scene.branch?.side || 1
      return x * side > 0 && edge > 0.5 && edge < 14 && z < (kit.scene.branch?.z ?? 15) + 10
    },
    things: [
      ...branchMouthPosts(kit, 4),
      signBeside(
        kit,
        'junction',
        7 + kit.random.between(0, 2),
        -(kit.scene.branch?.side || 1) * -(kit.scene.road.halfWidth + 0.9),
        0.5,
      ),
    ],
  }),
}

export const giveWayMissing: Stage = {
  shape: (scene, random) => towardsMainRoad(scene, random, random.between(10, 15)),
  before: () => ({ isClear: (_x, z, edge) => edge < 3 && z > 8 }),
  after: (kit) => ({
    roadPaint: { figure: giveWayFigure(kit), gone: 0 },
    branchPaint: { gone: 0.05 },
    isClear: (_x, z, edge) => edge < 3 && z > 8,
    things: [signBeside(kit, 'give-way', kit.scene.road.endsAt - 2.6, kit.scene.road.halfWidth + 0.75, 0.52)],
  }),
}

export const bumpMissing: Stage = {
  shape: (scene, random) =>
    random.chance(0.5)
      ? withMinorRoad(scene, random, random.between(9.5, 12))
      : towardsMainRoad(scene, random, random.between(11, 15)),
  before: (kit) => ({
    isClear: (_x, z, edge) => edge < 2.5 && z > 6 && kit.scene.branch !== undefined && z < kit.scene.branch.z + 8,
  }),
  after: (kit) => {
    const isClear = (_x: number, z: number, edge: number) => edge < 2.5 && z > 6 && z < (kit.scene.branch?.z ?? 0) + 8
    const { road } = kit.scene
    if (kit.scene.branch?.side !== 0) return { isClear, things: [bumpOverBranch(kit), ...branchMouthPosts(kit, 4)] }
    const ahead = road.endsAt - 5
    const posts = [-1, 1].flatMap((side) =>
      [ahead - 0.4, ahead + 2.6].map((z0): Thing => {
        const { x, z } = beside(road, z0, side * (road.halfWidth + 0.45))
        const foot = { x, y: kit.heightAt(x, z), z }
        return { x, z, draw: (easel) => paintMarkerPost(easel, foot) }
      }),
    )
    const lampSpot = beside(road, road.endsAt - 1.5, -road.halfWidth - 0.9)
    const foot = { ...lampSpot, y: kit.heightAt(lampSpot.x, lampSpot.z) }
    const flasher: Thing[] = kit.random.chance(0.4) ? [{ ...lampSpot, draw: (easel) => paintFlasher(easel, foot) }] : []
    return { isClear, things: [bumpOverRoad(kit, ahead), ...posts, ...flasher] }
  },
}

export const bendWithoutMirror: Stage = {
  shape: (scene, random) => {
    const right = random.chance(0.5)
    const inner = sideOf(random.fork('inner'), 'hill', {
      cutMetres: random.between(4, 8.5),
      cutSlope: random.between(1.4, 2.6),
    })
    const outer = sideOf(random.fork('outer'), random.pick(['drop', 'field', 'drop'] as const), {
      water: random.chance(0.3),
    })
    const road = {
      ...scene.road,
      drift: 0,
      bendFrom: random.between(8, 14),
      bendRadius: random.between(15, 23) * (right ? 1 : -1),
      grade: random.between(-0.03, 0.05),
    }
    return {
      ...scene,
      road,
      eye: {
        ...scene.eye,
        x: road.halfWidth * random.between(-0.3, 0.6) * (right ? 1 : 1),
        yaw: (right ? 1 : -1) * random.between(0.1, 0.26),
      },
      left: right ? outer : inner,
      right: right ? inner : outer,
      avenue: { left: 0, right: 0, sort: 0 },
      poles: 0,
    }
  },
  before: () => ({}),
  after: (kit) => {
    const { road } = kit.scene
    const outward = road.bendRadius > 0 ? -1 : 1
    const at = (ahead: number, out: number) => {
      const { x, z } = beside(road, ahead, outward * (road.halfWidth + out))
      return { x, y: kit.heightAt(x, z), z }
    }
    const mirror = at(road.bendFrom + 9, 0.6)
    const chevrons = [3.5, 14, 19].map((past): Thing => {
      const foot = at(road.bendFrom + past, 0.65)
      const face = outward < 0 ? ('chevron-right' as const) : ('chevron-left' as const)
      return {
        ...foot,
        draw: (easel) => paintSign(easel, { face, foot, up: 1.15, size: 0.42, turn: outward * -0.3, fallen: 0 }),
      }
    })
    return {
      roadPaint: { gone: 0.05 },
      isClear: (x, z, edge) => edge < 2.5 && (x - road.drift * z) * outward > 0 && z > 8,
      things: [{ ...mirror, draw: (easel) => paintMirror(easel, mirror, outward * -0.25) }, ...chevrons],
    }
  },
}
