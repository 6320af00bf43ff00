import type { Light } from './light.ts'
import { blended, crownAt, noiseTiles, texel } from './noise-tiles.ts'
import type { Scene, Side } from './scene.ts'
import type { Survey } from './terrain.ts'

/** Sets `shaded`: the share of the sun kept off a point of the ground by what stands along the road. */
export type ShadeMap = (ground: Survey) => void

/** What throws shade on one side: how far from the road's edge it stands, how high, how dense. */
const caster = (side: Side, avenue: number) => {
  if (side.form === 'hill') return { from: 2, metres: side.cutMetres + 3.5, dense: 0.92, gaps: 0 }
  if (side.form === 'wood') return { from: 4.5, metres: 7, dense: 0.85, gaps: 0.25 }
  if (avenue > 0) return { from: 1.6, metres: 6, dense: 0.75, gaps: Math.min(0.6, avenue / 18) }
  return undefined
}

/** Dappled shade of the trees and slopes beside the road, long when the sun is low, none under a grey sky. */
export const layShade = (scene: Scene, light: Light): ShadeMap => {
  const { cloud, crowns } = noiseTiles()
  const [sunX, sunY, sunZ] = light.sun
  const fromRight = sunX > 0
  const cast = fromRight ? caster(scene.right, scene.avenue.right) : caster(scene.left, scene.avenue.left)
  const slant = Math.min(3.5, Math.abs(sunX) / Math.max(0.08, sunY))
  if (!cast || slant < 0.12) return () => {}
  const reach = cast.metres * slant
  const line = scene.road.halfWidth + cast.from
  const drift = sunZ / Math.max(0.2, Math.abs(sunX))
  return (ground) => {
    const { x, z } = ground
    const away = fromRight ? line - ground.across : line + ground.across
    if (away < 0 || away > reach * 1.35 + 2) return
    // The tree that shades this point stands further along, towards the sun.
    const foot = z + away * drift
    const top = reach * (1 + (blended(cloud, foot * 5.5 + 60, 33) - 0.5) * 1.1)
    const inside = Math.min(1, (top - away) / (0.35 + away * 0.12))
    if (inside <= 0) return
    const gap = cast.gaps > 0 ? Math.min(1, (blended(cloud, foot * 6.3, 130) - cast.gaps * 0.75 - 0.12) * 7) : 1
    if (gap <= 0) return
    const dapple = (crowns[crownAt(x * 9 + z * 3, z * 6)] ?? 0) / 255
    const light =
      Math.min(1, Math.max(0, (texel(cloud, x * 13, z * 7) - 0.52) * 6)) *
      dapple *
      Math.min(1, away / (reach * 0.5 + 0.1))
    ground.shaded = inside * gap * cast.dense * (1 - 0.75 * light)
  }
}
