import { seededRandom } from '../seeded-random.ts'
import { type Camera, type Frame, freshFrame, shrink } from './frame.ts'
import { paintPoles } from './furniture.ts'
import { layCover } from './ground-cover.ts'
import { paintCone } from './heaps.ts'
import { drawHouseAt, paintHouse } from './houses.ts'
import type { PictureKind } from './kinds.ts'
import { mirrorOver, paintLand } from './land.ts'
import { type Light, lightOf, seasonOf } from './light.ts'
import type { Paint } from './pavement.ts'
import { plantScene } from './planting.ts'
import { beside, ordinaryScene, type Scene } from './scene.ts'
import { setPlant } from './set-plants.ts'
import { layShade } from './shade.ts'
import { paintSky } from './sky.ts'
import type { Dressing, Kit, Thing } from './stage.ts'
import { stages } from './stages.ts'
import { layTerrain, type Terrain } from './terrain.ts'

/** `interim` is before, with cones put out. */
export type PictureState = 'before' | 'interim' | 'after'

export type Shot = { seed: string; kind: PictureKind; state: PictureState; takenAt: string }

/** Houses along the road of a village, or a hamlet across the fields. */
const settle = (scene: Scene, terrain: Terrain, clearSide: number): Thing[] => {
  const random = scene.place.fork('houses')
  const things: Thing[] = []
  const build = (x: number, z: number, turn: number) => {
    const { height, wooded, side, edge } = terrain.surveyAt(x, z)
    const house = drawHouseAt(random, x, height - 0.1, z, turn)
    const isFloor = wooded < 0 && edge > house.depth * 0.5 + 0.6 && !(side.form === 'drop' && side.water)
    if (isFloor) things.push({ x, z, draw: (easel) => paintHouse(easel, house) })
  }
  for (const direction of [-1, 1] as const) {
    const side = direction < 0 ? scene.left : scene.right
    if (side.form === 'hill' || side.form === 'drop' || direction === clearSide) continue
    if (scene.village)
      for (let ahead = random.between(16, 30); ahead < 130; ahead += random.between(13, 26)) {
        if (scene.branch && Math.abs(ahead - scene.branch.z) < 9) continue
        const across = direction * (scene.road.halfWidth + random.between(8, 17))
        const { x, z } = beside(scene.road, ahead, across)
        build(x, z, direction * (Math.PI / 2) * (random.chance(0.6) ? 1 : 0) + random.gaussian(0, 0.12))
      }
    if (side.form === 'field')
      for (let i = random.wholeBetween(0, 7); i > 0; i--)
        build(
          direction * (scene.road.halfWidth + random.between(side.flatMetres * 0.55, side.flatMetres - 2)) +
            scene.road.drift * 90,
          random.between(55, 190),
          random.gaussian(0, 0.5),
        )
  }
  return things
}

/** Five cones in a slant over the right-hand lane, as they are put out for oncoming wheels. */
const putOutCones = ({ road }: Scene, heightAt: (x: number, z: number) => number): Thing[] =>
  [0, 1, 2, 3, 4].map((i): Thing => {
    const { x, z } = beside(road, 3.7 + i * 1.05, road.halfWidth * (0.92 - i * 0.17))
    const foot = { x, y: heightAt(x, z), z }
    return { x, z, draw: (easel) => paintCone(easel, foot) }
  })

const pointCamera = (scene: Scene, shot: Shot): Camera => {
  const random = seededRandom(`${shot.seed} ${shot.state} ${shot.takenAt} camera`)
  const { eye } = scene
  // Whoever comes back to a place never stands quite where the first one stood.
  const stride = (least: number, most: number) => random.between(least, most) * (random.chance(0.5) ? 1 : -1)
  return {
    x: eye.x + stride(0.12, 0.5),
    y: eye.y + random.between(-0.14, 0.14),
    z: random.between(-1.2, 0.7),
    yaw: eye.yaw + stride(0.018, 0.062),
    focalPixels: eye.focalPixels * random.between(0.9, 1.08) * shrink,
    horizonPixels: (eye.horizonPixels + stride(10, 46)) * shrink,
  }
}

/** Paints one picture into the kept frame: sky, land, then everything that stands on it from far to near. */
export const composePicture = (shot: Shot): { frame: Frame; light: Light } => {
  const stage = stages[shot.kind]
  const ordinary = ordinaryScene(shot.seed, shot.kind)
  const scene = stage.shape(ordinary, ordinary.place.fork('shape'))
  const light = lightOf(seededRandom(`${shot.seed} ${shot.state} ${shot.takenAt} light`), shot.takenAt, scene.heading)
  const season = seasonOf(light.month)
  const camera = pointCamera(scene, shot)
  const frame = freshFrame()
  const terrain = layTerrain(scene)
  const heightAt = (x: number, z: number) => terrain.surveyAt(x, z).height
  const kit: Kit = { scene, season, random: scene.place.fork('stage'), heightAt, isDusk: light.sun[1] < 0.24 }
  const dressing: Dressing = shot.state === 'after' ? stage.after(kit) : stage.before(kit)
  const cones = shot.state === 'interim' ? putOutCones(scene, heightAt) : []
  terrain.heap(dressing.mounds ?? [])
  const { road, branch } = scene
  const own: Paint = { centre: road.centre, edges: road.edges, gone: road.paintGone, figure: undefined }
  const across: Paint = {
    centre: branch?.centre ?? 'none',
    edges: branch?.edges ?? false,
    gone: road.paintGone,
    figure: undefined,
  }
  const paints = { road: { ...own, ...dressing.roadPaint }, branch: { ...across, ...dressing.branchPaint } }

  const cloudShift = seededRandom(`${shot.seed} ${shot.takenAt} clouds`)
  const cover = layCover(scene, light, season, paints, dressing.overlay, dressing.mounds ?? [])
  const painted = paintLand(frame, camera, scene, terrain, cover, light, layShade(scene, light))
  paintSky(frame, camera, light, { u: cloudShift.between(0, 512), v: cloudShift.between(0, 512) }, painted.skyline)
  mirrorOver(frame, painted, light)

  const plants = plantScene(scene.place.fork('plants'), scene, season, terrain, dressing.isClear ?? (() => false))
  const things: Thing[] = [...settle(scene, terrain, dressing.clearHouses ?? 0), ...(dressing.things ?? []), ...cones]
  for (const plant of [...plants, ...(dressing.plants ?? [])])
    if (plant) things.push({ x: plant.x, z: plant.z, draw: () => setPlant(frame, camera, light, plant) })
  if (scene.poles !== 0) {
    const first = scene.place.fork('poles').between(9, 30)
    const polesAcross = scene.poles * (road.halfWidth + 1.7)
    things.push({
      ...beside(road, first + 60, polesAcross),
      draw: (easel) => paintPoles(easel, road, polesAcross, first, heightAt),
    })
  }
  const ahead = (thing: Thing) =>
    (thing.x - camera.x) * Math.sin(camera.yaw) + (thing.z - camera.z) * Math.cos(camera.yaw)
  const easel = { frame, camera, light }
  for (const thing of things.sort((a, b) => ahead(b) - ahead(a))) if (ahead(thing) > 0.5) thing.draw(easel)
  return { frame, light }
}
