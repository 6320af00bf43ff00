import type { SeededRandom } from '../seeded-random.ts'
import { paintGuardrail, paintMarkerPost } from './furniture.ts'
import { paintRock } from './heaps.ts'
import { growPlant } from './planting.ts'
import { beside, type Scene, type Side, sideOf } from './scene.ts'
import { paintSign, type SignFace } from './signs.ts'
import { aheadInView, type Kit, type Stage, type Thing } from './stage.ts'

/** The road along the edge of something: water, or a slope down to the fields. */
const alongDrop = (scene: Scene, random: SeededRandom, more: Partial<Side>): Scene => {
  const side = random.chance(0.6) ? 1 : -1
  const drop = sideOf(random.fork('drop'), 'drop', more)
  const other = sideOf(random.fork('other'), random.pick(['hill', 'hill', 'field', 'wood'] as const), {})
  const road = {
    ...scene.road,
    bendFrom: random.between(10, 28),
    bendRadius: random.between(38, 90) * (random.chance(0.65) ? -side : side),
  }
  const bare = { ...scene.avenue, [side > 0 ? 'right' : 'left']: random.chance(0.25) ? 14 : 0 }
  return {
    ...scene,
    road,
    eye: {
      ...scene.eye,
      x: side * road.halfWidth * random.between(-0.2, 0.75),
      yaw: side * random.between(0.02, 0.24),
    },
    left: side > 0 ? other : drop,
    right: side > 0 ? drop : other,
    avenue: bare,
    village: false,
    poles: scene.poles === side ? 0 : scene.poles,
  }
}

const dropSide = (scene: Scene) =>
  scene.right.form === 'drop' && scene.left.form !== 'drop' ? 1 : scene.left.form === 'drop' ? -1 : 1

const guardrail = (kit: Kit): Thing[] => {
  const { road } = kit.scene
  const side = dropSide(kit.scene)
  const across = side * (road.halfWidth + 0.32)
  // In three stretches, so that what stands between camera and rail is drawn in its right order.
  return [
    [30, 74],
    [12, 30],
    [2.4, 12],
  ].map(([from = 0, to = 0]): Thing => {
    const spot = beside(road, from, across)
    return { ...spot, draw: (easel) => paintGuardrail(easel, road, across, from, to) }
  })
}

const guardrailMissing = (more: (random: SeededRandom) => Partial<Side>): Stage => ({
  shape: (scene, random) => alongDrop(scene, random, more(random)),
  before: () => ({}),
  after: (kit) => ({
    things: guardrail(kit),
    roadPaint: { gone: 0.1 },
    isClear: (x, z, edge) => edge < 1.1 && Math.sign(x - beside(kit.scene.road, z, 0).x) === dropSide(kit.scene),
  }),
})

export const guardrailMissingWater = guardrailMissing((random) => ({
  water: true,
  levelMetres: -random.between(1.6, 3.4),
  flatMetres: random.between(24, 70),
}))

export const guardrailMissingSlope = guardrailMissing((random) => ({
  water: false,
  levelMetres: -random.between(5, 9),
  flatMetres: random.between(40, 110),
}))

const upright = (kit: Kit, face: SignFace, wanted: number, across: number, size: number, fallen = 0): Thing => {
  const ahead = aheadInView(kit.scene, across, wanted)
  const { x, z } = beside(kit.scene.road, ahead, across)
  const foot = { x, y: kit.heightAt(x, z) - 0.02, z }
  const turn = kit.random.fork(`${face} ${wanted}`).between(-0.2, 0.12)
  return { x, z, draw: (easel) => paintSign(easel, { face, foot, up: 2.2, size, turn, fallen }) }
}

export const signDown: Stage = {
  shape: (scene, random) => ({
    ...scene,
    right: scene.right.form === 'hill' ? sideOf(random.fork('r'), 'field', {}) : scene.right,
    eye: { ...scene.eye, x: scene.road.halfWidth * random.between(-0.1, 0.6), yaw: random.between(0.02, 0.2) },
    avenue: { ...scene.avenue, right: 0 },
    village: random.chance(0.3),
  }),
  before: (kit) => {
    const { scene, season, heightAt } = kit
    const random = kit.random.fork('fall')
    const face = random.pick(['bend-left', 'bend-right', 'junction', 'children'] as const)
    const across = scene.road.halfWidth + 0.9
    const ahead = aheadInView(scene, across, random.between(6, 8.5))
    if (random.chance(0.62)) {
      const fallen = random.between(0.4, 0.72) * (random.chance(0.8) ? -1 : 1)
      return {
        things: [upright(kit, face, ahead, across, 0.5, fallen)],
        isClear: (x, z, edge) => x > 0 && edge < 3 && z < ahead + 3,
      }
    }
    const plants = Array.from({ length: 9 }, () => {
      const { x, z } = beside(scene.road, ahead - random.between(0.25, 1.3), across + random.gaussian(0.15, 0.55))
      return growPlant(
        random,
        season,
        random.pick(['bush', 'bush', 'tall', 'reed'] as const),
        { x, y: heightAt(x, z) - 0.05, z },
        random.between(1.9, 3.1),
      )
    })
    return { things: [upright(kit, face, ahead, across, 0.5)], plants }
  },
  after: (kit) => {
    const random = kit.random.fork('fall')
    const face = random.pick(['bend-left', 'bend-right', 'junction', 'children'] as const)
    const ahead = random.between(6, 8.5)
    return {
      things: [upright(kit, face, ahead, kit.scene.road.halfWidth + 0.9, 0.5)],
      isClear: (x, z, edge) => x > 0 && edge < 3.2 && z < ahead + 6,
    }
  },
}

const rockColour = { red: [0.26, 0.15, 0.09], stone: [0.27, 0.26, 0.24], green: [0.24, 0.2, 0.15] } as const

export const rockfall: Stage = {
  shape: (scene, random) => {
    const side = random.chance(0.55) ? 1 : -1
    const hill = sideOf(random.fork('hill'), 'hill', {
      cutMetres: random.between(4.5, 9),
      cutSlope: random.between(1.3, 2.4),
      soil: random.pick(['red', 'red', 'green'] as const),
    })
    const other = sideOf(random.fork('other'), random.pick(['field', 'drop', 'drop'] as const), {
      water: random.chance(0.4),
    })
    return {
      ...scene,
      road: { ...scene.road, bendFrom: random.between(18, 40), bendRadius: side * random.between(45, 110) },
      eye: {
        ...scene.eye,
        x: -side * scene.road.halfWidth * random.between(0.1, 0.7),
        yaw: side * random.between(0.02, 0.2),
      },
      left: side > 0 ? other : hill,
      right: side > 0 ? hill : other,
      avenue: { left: 0, right: 0, sort: 0 },
      village: false,
      poles: scene.poles === side ? 0 : scene.poles,
    }
  },
  before: ({ scene, random, heightAt }) => {
    const side = scene.right.form === 'hill' ? 1 : -1
    const soil = (side > 0 ? scene.right : scene.left).soil
    const own = rockColour[soil]
    const ahead = random.between(8.5, 13)
    const { halfWidth } = scene.road
    const heap = beside(scene.road, ahead, side * (halfWidth - 0.1))
    const things = Array.from({ length: 17 }, (): Thing => {
      const across = side * (halfWidth + 0.4 - Math.abs(random.gaussian(0, halfWidth * 0.55)))
      const { x, z } = beside(scene.road, ahead + random.gaussian(0, 2.1), across)
      const size = random.between(0.16, 0.5) * (random.chance(0.22) ? 2.1 : 1)
      const rock = random.fork(`${x}`)
      const y = heightAt(x, z)
      const rise = Math.max(0, 1 - Math.hypot(x - heap.x, z - heap.z) / 2.4) * 0.75
      return { x, z, draw: (easel) => paintRock(easel, rock, { x, y: y + rise, z }, size, own) }
    })
    return {
      things,
      mounds: [{ ...heap, across: 2.3, along: 3.4, metres: 1.15, coat: [own[0] * 1.1, own[1] * 0.95, own[2] * 0.8] }],
      overlay: (ground, into) => {
        // The fresh scar the slide has left in the slope.
        if (ground.edge < 1.2 || ground.across * side < 0 || ground.edge > 12) return
        const off = Math.abs(ground.z - ahead) / (2.6 + ground.edge * 0.12)
        if (off > 1) return
        const k = Math.min(1, (1 - off) * 3)
        into.red += k * (own[0] * 1.25 - into.red)
        into.green += k * (own[1] * 0.95 - into.green)
        into.blue += k * (own[2] * 0.75 - into.blue)
      },
    }
  },
  after: (kit) => {
    const { scene, random } = kit
    const side = scene.right.form === 'hill' ? 1 : -1
    const ahead = random.between(8.5, 13)
    const posts = Array.from({ length: 5 }, (_, i): Thing => {
      const { x, z } = beside(scene.road, ahead - 5 + i * 2.6, side * (scene.road.halfWidth + 0.25))
      const foot = { x, y: kit.heightAt(x, z), z }
      return { x, z, draw: (easel) => paintMarkerPost(easel, foot) }
    })
    return {
      things: [...posts, upright(kit, 'rocks', 6.2, -side * -(scene.road.halfWidth + 0.85), 0.5)],
      isClear: (_x, z, edge) => edge < 2.4 && z < ahead + 8,
      overlay: (ground, into) => {
        // A wall of dressed stone at the foot of the slope, where the slide came down.
        const up = ground.edge - 1.2
        if (up < 0 || ground.across * side < 0 || up > 1.15 || Math.abs(ground.z - ahead) > 9) return
        const course = Math.floor(ground.height / 0.42)
        const along = ground.z / 0.75 + (course % 2) * 0.5
        const joint = Math.min(Math.abs(ground.height / 0.42 - course), Math.abs(along - Math.floor(along)) * 1.6)
        const tone = joint < 0.09 ? 0.4 : 0.24 + 0.07 * (((course * 7 + Math.floor(along) * 5) % 4) / 4)
        into.red = tone
        into.green = tone * 0.98
        into.blue = tone * 0.93
        into.open = 1
      },
    }
  },
}

export const steepGrade: Stage = {
  shape: (scene, random) => {
    const down = random.chance(0.65)
    return {
      ...scene,
      road: {
        ...scene.road,
        surface: 'asphalt',
        halfWidth: random.between(2.8, 3.4),
        grade: (down ? -1 : 1) * random.between(0.085, 0.13),
        bendFrom: random.between(26, 50),
        bendRadius: random.between(40, 80) * (random.chance(0.5) ? 1 : -1),
      },
      eye: { ...scene.eye, horizonPixels: down ? random.between(250, 380) : random.between(400, 520) },
    }
  },
  before: () => ({ roadPaint: { edges: false, centre: 'none' } }),
  after: (kit) => ({
    roadPaint: {
      edges: true,
      centre: 'solid',
      gone: 0,
      figure: (along, across) => {
        if (across < 0.15 || across > kit.scene.road.halfWidth - 0.4 || along < 5 || along > 46) return 0
        const group = (along - 5) % 11
        return group < 3.6 && group % 0.9 < 0.45 ? 1 : 0
      },
    },
    things: [upright(kit, 'steep', 7.5, kit.scene.road.halfWidth + 0.9, 0.5)],
    isClear: (x, z, edge) => x > 0 && edge < 2 && z < 10,
  }),
}
