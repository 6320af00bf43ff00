import { paintMarkerPost } from './furniture.ts'
import { paintBricks } from './heaps.ts'
import type { Rgb } from './light.ts'
import { blended, grainAt, noiseTiles, texel } from './noise-tiles.ts'
import { beside } from './scene.ts'
import type { Kit, Stage, Thing } from './stage.ts'

/** Where the holes are, the same before and after. */
const holesOf = ({ scene, random }: Kit) => {
  const draws = random.fork('holes')
  const { halfWidth } = scene.road
  const main = {
    z: draws.between(4.6, 6.6),
    across: draws.between(-0.2, 0.6) * halfWidth,
    size: draws.between(0.75, 1.15),
  }
  const more = Array.from({ length: draws.wholeBetween(2, 4) }, () => ({
    z: main.z + draws.between(1.2, 6),
    across: draws.between(-0.7, 0.7) * halfWidth,
    size: draws.between(0.3, 0.65),
  }))
  return [main, ...more]
}

export const pothole: Stage = {
  shape: (scene, random) => ({
    ...scene,
    road: {
      ...scene.road,
      drift: scene.road.drift * 0.4,
      cracked: random.between(0.7, 1),
      bendFrom: Math.max(24, scene.road.bendFrom),
      tone: random.between(0.95, 1.25),
    },
    eye: { ...scene.eye, horizonPixels: random.between(230, 380), x: scene.road.halfWidth * random.between(-0.3, 0.5) },
  }),
  before: (kit) => {
    const { cloud } = noiseTiles()
    const holes = holesOf(kit)
    return {
      overlay: (ground, into) => {
        if (ground.edge > -0.05 || ground.z > 16) return
        for (const { z, across, size } of holes) {
          const dz = (ground.z - z) / (size * 1.5)
          const dx = (ground.across - across) / size
          const far = Math.hypot(dx, dz)
          if (far > 2.2) continue
          // Its rim is eaten out by the wheels: large bites, then crumbs.
          const bites = blended(cloud, ground.x * 130 + z * 31, ground.z * 90) - 0.5
          const crumbs = blended(cloud, ground.x * 380 + 9, ground.z * 380) - 0.5
          const out = far - (0.78 + bites * 1.5 + crumbs * 0.5)
          if (out > 0) {
            // Broken, settled surface around the hole.
            const web = Math.abs(blended(cloud, ground.x * 90 + 5, ground.z * 90) - 0.5)
            const k = Math.max(0, 1 - out / 0.7) * (web < 0.02 ? 0.7 : 0.14)
            into.red *= 1 - k
            into.green *= 1 - k
            into.blue *= 1 - k
            continue
          }
          const deep = Math.min(1, -out * 3)
          const stones = texel(cloud, ground.x * 310, ground.z * 310)
          const gravel = 1 + (stones - 0.5) * 1.7
          const soil = 0.088 * gravel
          into.red = soil * 1.22
          into.green = soil * 1.02
          into.blue = soil * 0.8
          // The near wall lies in its own shadow, the far one faces the light.
          const wall = Math.max(0, 1 + out * 6)
          into.open = 1 - 0.55 * wall * (dz < 0 ? 1 : 0.25) - 0.15 * deep
          into.leanZ = dz * 0.5 + (stones - 0.5) * 0.7
          into.leanX = dx * 0.5
          const water = -out - 0.42 + bites * 0.4
          if (water > 0) {
            const k = Math.min(1, water * 7)
            into.mirror = 0.62 * k
            into.red = into.red * (1 - k) + 0.06 * k
            into.green = into.green * (1 - k) + 0.048 * k
            into.blue = into.blue * (1 - k) + 0.034 * k
            into.leanX *= 1 - k
            into.leanZ *= 1 - k
          }
          return
        }
      },
    }
  },
  after: (kit) => {
    const { cloud, grit } = noiseTiles()
    const holes = holesOf(kit)
    return {
      overlay: (ground, into) => {
        if (ground.edge > -0.02 || ground.z > 16) return
        for (const { z, across, size } of holes) {
          // A hole is cut out square before it is filled.
          const dz = Math.abs(ground.z - z) - size * 1.55
          const dx = Math.abs(ground.across - across) - size * 1.15
          const out = Math.max(dz, dx)
          if (out > 0.02) continue
          const seam = out > -0.045
          const fine = grainAt(grit, ground.x * 150, ground.z * 150) * 0.25
          const rolled = blended(cloud, ground.x * 19, ground.z * 7) - 0.5
          const fresh = (seam ? 0.024 : 0.062) * (1 + fine * 0.5 + rolled * 0.35)
          into.red = fresh
          into.green = fresh
          into.blue = fresh * 1.02
          into.leanX = fine * 0.25
          into.mirror *= 0.5
          return
        }
      },
    }
  },
}

export const markingsWorn: Stage = {
  shape: (scene, random) => ({
    ...scene,
    road: {
      ...scene.road,
      surface: 'asphalt',
      halfWidth: random.between(3.2, 3.7),
      centre: random.pick(['dashed', 'solid'] as const),
      edges: true,
      tone: random.between(1.1, 1.45),
      cracked: random.between(0.3, 0.8),
    },
    eye: { ...scene.eye, horizonPixels: random.between(270, 420) },
  }),
  before: () => ({ roadPaint: { gone: 0.9 } }),
  after: () => ({ roadPaint: { gone: 0 } }),
}

/** From July to November the harvest lies on the road; in the other months it is sand, or bricks. */
const isHarvest = (kit: Kit) => kit.season.dryGrass[0] > 0 && kit.random.fork('what').chance(0.5)

export const obstruction: Stage = {
  shape: (scene, random) => ({
    ...scene,
    road: {
      ...scene.road,
      surface: random.chance(0.75) ? 'concrete' : 'asphalt',
      drift: scene.road.drift * 0.3,
      bendFrom: Math.max(26, scene.road.bendFrom),
    },
    left:
      scene.left.form === 'drop'
        ? { ...scene.left, form: 'field', levelMetres: -0.6, flatMetres: 60, water: false }
        : scene.left,
    village: true,
    eye: { ...scene.eye, horizonPixels: random.between(270, 430) },
  }),
  before: (kit) => {
    const { scene, random, heightAt } = kit
    const { halfWidth } = scene.road
    const side = random.chance(0.6) ? 1 : -1
    const { cloud, grit } = noiseTiles()
    if (isHarvest(kit)) {
      const [from, to] = [random.between(4, 5.5), random.between(15, 26)]
      const inner = side * random.between(0.1, 0.5)
      const stones = Array.from({ length: 9 }, (_, i): Thing => {
        const { x, z } = beside(scene.road, from + ((to - from) * i) / 8, inner - side * 0.12)
        const foot = { x, y: heightAt(x, z), z }
        return { x, z, draw: (easel) => paintBricks(easel, foot, 0.22, 0.12, 0.14, [0.4, 0.17, 0.1]) }
      })
      return {
        things: stones,
        overlay: (ground, into) => {
          const in0 = (ground.across - inner) * side
          const rim = (blended(cloud, ground.x * 110, ground.z * 110) - 0.5) * 0.4
          if (in0 < rim || ground.edge > -0.12 + rim || ground.z < from + rim || ground.z > to + rim) return
          // Raked into ridges, so that it dries.
          const ridge = ground.footAlong < 0.2 ? Math.sin(ground.across * 31 + rim * 5) : 0
          const grain = grainAt(grit, ground.x * 130, ground.z * 130) * 0.12
          const light = 1 + ridge * 0.1 + grain * 0.5
          into.red = 0.45 * light
          into.green = 0.33 * light
          into.blue = 0.14 * light
          into.leanX = ridge * 0.25
          into.open = 0.92 + ridge * 0.08
          into.mirror = 0
        },
      }
    }
    const ahead = random.between(7, 11)
    const spot = beside(scene.road, ahead, side * halfWidth * random.between(0.4, 0.75))
    if (random.chance(0.5)) {
      const coat = random.pick<Rgb>([
        [0.4, 0.32, 0.2],
        [0.3, 0.29, 0.28],
        [0.3, 0.15, 0.09],
      ])
      const second = beside(scene.road, ahead + 3.6, side * halfWidth * 0.8)
      return {
        mounds: [
          { ...spot, across: 2, along: 2.1, metres: random.between(1.1, 1.5), coat },
          { ...second, across: 1.7, along: 1.9, metres: random.between(0.8, 1.2), coat },
        ],
      }
    }
    const things = [0, 1, 2].map((i): Thing => {
      const { x, z } = beside(scene.road, ahead + i * 1.9, side * (halfWidth * 0.55 + (i % 2) * 0.3))
      const foot = { x, y: heightAt(x, z), z }
      return { x, z, draw: (easel) => paintBricks(easel, foot, 1.25, 0.75 + (i % 2) * 0.3, 1.1, [0.38, 0.15, 0.085]) }
    })
    return { things }
  },
  after: (kit) => {
    const { scene, random } = kit
    const side = random.chance(0.6) ? 1 : -1
    if (isHarvest(kit)) return {}
    const ahead = random.between(7, 11)
    const things = [0, 1, 2].map((i): Thing => {
      const { x, z } = beside(scene.road, ahead + i * 2.4, side * (scene.road.halfWidth + 0.35))
      const foot = { x, y: kit.heightAt(x, z), z }
      return { x, z, draw: (easel) => paintMarkerPost(easel, foot) }
    })
    return { things, isClear: (_x, z, edge) => edge < 1 && z < 18 }
  },
}
