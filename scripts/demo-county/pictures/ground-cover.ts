import { type Cover, layFields } from './fields.ts'
import type { Light, Season } from './light.ts'
import { blended, crownAt, grainAt, noiseTiles, texel } from './noise-tiles.ts'
import { type Paint, type Pavement, paveAt } from './pavement.ts'
import type { Scene } from './scene.ts'
import { crownTexelsPerMetre, type Mound, type Survey } from './terrain.ts'

/** What a remedy or a hazard does to the face of the ground, after everything else; it may change `into`. */
export type Overlay = (ground: Survey, into: Cover) => void

export type GroundCover = (ground: Survey, into: Cover) => void

/** Chooses and mixes what each point of the ground is made of. */
export const layCover = (
  scene: Scene,
  light: Light,
  season: Season,
  paints: { road: Paint; branch: Paint },
  overlay: Overlay | undefined,
  mounds: readonly Mound[],
): GroundCover => {
  const { cloud, crowns, joint, grit } = noiseTiles()
  const { road, branch } = scene
  const fields = layFields(light.month, season, scene.heading)
  const wet = light.wet
  const roadPavement: Pavement = { ...road, isBranch: false, wet, paint: paints.road }
  const branchPavement: Pavement = {
    isBranch: true,
    surface: branch?.surface ?? 'concrete',
    halfWidth: branch?.halfWidth ?? 1,
    tone: branch?.tone ?? 1,
    cracked: road.cracked,
    wet,
    paint: paints.branch,
  }
  const { grass, dryGrass, drySoil, leaf, leafLight, turned } = season

  const growGrass = ({ x, z, footAlong }: Survey, into: Cover, bare: number) => {
    const patch = blended(cloud, x * 14, z * 14) - 0.5
    // The cloud read very closely has tufts, blades and clods in it at once.
    const near = Math.max(0, 1 - footAlong * 2.2)
    const blades =
      near > 0
        ? ((texel(cloud, x * 170 + z * 23, z * 110) - 0.5) * 2.2 +
            0.42 * grainAt(grit, x * 64, z * 36) +
            0.34 * grainAt(grit, x * 131, z * 87)) *
          near
        : 0
    const dry = Math.min(1, Math.max(0, 0.2 + patch * 1.8 + blades * 0.12))
    const light = 1 + blades * 0.34 + patch * 0.4
    const soil = Math.min(1, Math.max(0, bare + patch * 1.8 - blades * 0.22))
    into.red = ((grass[0] * (1 - dry) + dryGrass[0] * dry) * (1 - soil) + drySoil[0] * soil) * light
    into.green = ((grass[1] * (1 - dry) + dryGrass[1] * dry) * (1 - soil) + drySoil[1] * soil) * light
    into.blue = ((grass[2] * (1 - dry) + dryGrass[2] * dry) * (1 - soil) + drySoil[2] * soil) * light
    into.open = 0.85 + blades * 0.1
    into.leanX = blades * 0.3
    into.leanZ = patch * 0.6
  }

  const cutFace = (ground: Survey, into: Cover) => {
    const { x, z, footAlong } = ground
    const { soil } = ground.side
    const up = ground.height
    const streak = blended(cloud, (x + z) * 20, up * 6 + 40) - 0.5
    const grain =
      footAlong < 0.3
        ? ((texel(cloud, (x + z) * 150, up * 190) - 0.5) * 5 + grainAt(grit, (x + z) * 55, up * 66) * 0.7) *
          (1 - footAlong * 3.3)
        : 0
    if (soil === 'stone') {
      // A wall of rubble in mortar.
      const u = (x * 0.4 + z) * 26
      const v = up * 34
      const mortar = 1 - Math.min(1, blended(joint, u, v) * 7)
      const k = crownAt(u, v)
      const stone = 0.15 + 0.0004 * (crowns[k + 1] ?? 0) + 0.02 * grain + streak * 0.06
      into.red = stone * 1.04 + mortar * 0.1
      into.green = stone + mortar * 0.1
      into.blue = stone * 0.92 + mortar * 0.09
      into.leanX = ((crowns[k + 2] ?? 0) - 128) * 0.004
      into.leanZ = ((crowns[k + 3] ?? 0) - 128) * 0.004
      return
    }
    // Rain has cut runnels down the face; the soil between is redder or paler in beds.
    const run = Math.abs(blended(cloud, (x + z) * 46, up * 5 + 90) - 0.5)
    const runnel = run < 0.05 ? 1 - run * 20 : 0
    const bed = blended(cloud, (x + z) * 3, up * 30) - 0.5
    const light = (1 + streak * 1.1 + grain * 0.1 + bed * 0.5) * (1 - 0.4 * runnel)
    const overgrown = Math.min(
      1,
      Math.max(0, (blended(cloud, x * 11 + up * 14, z * 11) - (soil === 'red' ? 0.56 : 0.36)) * 7),
    )
    growGrass(ground, into, -0.4)
    const k = 1 - overgrown
    into.red += k * (0.235 * light - into.red)
    into.green += k * ((0.106 + bed * 0.05) * light - into.green)
    into.blue += k * ((0.055 + bed * 0.04) * light - into.blue)
    into.open = 0.72 + 0.22 * k + streak * 0.2 - runnel * 0.2
    into.leanX += streak * 0.8
  }

  const treetops = (ground: Survey, into: Cover) => {
    const { x, z } = ground
    const scale = crownTexelsPerMetre
    // Pulled about by a slow noise, so that crowns are of all sizes and stand in no rows.
    const { pull } = ground
    const u = x * scale + pull
    const v = z * scale - pull
    const k = crownAt(u, v)
    const height = (crowns[k] ?? 0) / 255
    const which = (crowns[k + 1] ?? 0) / 255
    const stand = texel(cloud, x * 0.5 + 17, z * 0.5 + 5)
    const fine = texel(cloud, u * 14, v * 14) - 0.5
    // Lighter bamboo in stands, darker fir between, and in autumn here and there a crown that has turned.
    const lighter = Math.min(1, Math.max(0, (stand - 0.47) * 7)) * 0.75 + (which - 0.5) * 0.35
    const isTurned = which > 1 - season.turnedShare ? 0.7 : 0
    const light = 0.88 + fine * 1.2
    into.red = ((leaf[0] + (leafLight[0] - leaf[0]) * lighter) * (1 - isTurned) + turned[0] * isTurned) * light
    into.green = ((leaf[1] + (leafLight[1] - leaf[1]) * lighter) * (1 - isTurned) + turned[1] * isTurned) * light
    into.blue = ((leaf[2] + (leafLight[2] - leaf[2]) * lighter) * (1 - isTurned) + turned[2] * isTurned) * light
    into.open = 0.25 + 0.75 * height * height
    into.leanX = (128 - (crowns[k + 2] ?? 0)) * 0.0125 + fine * 1.5
    into.leanZ = (128 - (crowns[k + 3] ?? 0)) * 0.0125
    if (ground.footAcross < 0.4) {
      // Near enough to see the clumps of leaves on a crown.
      const clump = crowns[crownAt(u * 5.3, v * 5.3)] ?? 0
      into.open *= 0.55 + clump * 0.00185
      into.leanX += (128 - (crowns[crownAt(u * 5.3, v * 5.3) + 2] ?? 0)) * 0.006
    }
  }

  const gutter = ({ x, z, edge, footAlong }: Survey, into: Cover) => {
    const k = 0.2 + 0.015 * grainAt(grit, x * 19, z * 19) * Math.max(0, 1 - footAlong * 4)
    into.red = k * 1.03
    into.green = k
    into.blue = k * 0.92
    into.open = edge > 0.5 && edge < 0.85 ? 0.45 : 0.9
  }

  const water = ({ x, z }: Survey, into: Cover) => {
    into.red = 0.035
    into.green = 0.055
    into.blue = 0.04
    into.mirror = 2
    into.leanX = texel(cloud, x * 14, z * 5) - 0.5
  }

  const [firstMound] = mounds
  const heaped = ({ x, z, mound, footAlong }: Survey, into: Cover) => {
    const coat = firstMound?.coat ?? drySoil
    const lumps = blended(cloud, x * 40, z * 40) - 0.5
    const grain = footAlong < 0.2 ? grainAt(grit, x * 60, z * 60) * (1 - footAlong * 5) : 0
    const light = (1 + lumps * 0.5 + grain * 0.1) * Math.min(1, 0.6 + mound * 3)
    into.red = coat[0] * light
    into.green = coat[1] * light
    into.blue = coat[2] * light
    into.open = Math.min(1, 0.7 + mound)
    into.leanX = lumps * 1.2
    into.leanZ = grain * 0.15
    into.mirror = 0
  }

  return (ground, into) => {
    into.mirror = 0
    into.leanX = 0
    into.leanZ = 0
    into.open = 1
    const { edge, side } = ground
    if (edge <= 0) {
      if (ground.onBranch > 0) paveAt(branchPavement, ground, into)
      else paveAt(roadPavement, ground, into)
    } else if (ground.wooded > 0) {
      if (ground.canopy > 1.3) treetops(ground, into)
      else {
        growGrass(ground, into, 0.12)
        into.red *= 0.62
        into.green *= 0.66
        into.blue *= 0.62
        into.open *= 0.8
      }
    } else if (side.form === 'hill') {
      if (edge > 1.15) cutFace(ground, into)
      else if (edge > 0.34 && edge < 0.98) gutter(ground, into)
      else growGrass(ground, into, 0.35)
    } else if (side.form === 'drop' && side.water && ground.lift < side.levelMetres + 0.05 && edge > 2)
      water(ground, into)
    else if (edge > 1.9 && (side.form === 'field' || (side.form === 'drop' && ground.lift < side.levelMetres + 0.3)))
      fields(ground, into)
    else growGrass(ground, into, 0.5 - edge * 1.15)
    overlay?.(ground, into)
    if (ground.mound > 0.02) heaped(ground, into)
  }
}
