import type { SeededRandom } from '../seeded-random.ts'
import type { Easel } from './fill-shape.ts'
import { pictureWidth } from './frame.ts'
import type { Overlay } from './ground-cover.ts'
import type { Season } from './light.ts'
import type { Paint } from './pavement.ts'
import type { Scene } from './scene.ts'
import type { Plant } from './set-plants.ts'
import type { Mound } from './terrain.ts'

/** Something that stands in the scene, drawn after everything that is farther off. */
export type Thing = { x: number; z: number; draw: (easel: Easel) => void }

export type Kit = {
  scene: Scene
  season: Season
  /** The same draws before and after. */
  random: SeededRandom
  heightAt: (x: number, z: number) => number
  isDusk: boolean
}

/**
 * The nearest distance along the road, no less than `wanted`, at which something `across` metres right of the middle
 * still stands well inside the picture.
 */
export const aheadInView = ({ eye }: Scene, across: number, wanted: number): number => {
  const half = 0.78 * Math.atan(pictureWidth / 2 / eye.focalPixels)
  const aside = across - eye.x
  const angle = Math.max(0.12, half + Math.sign(aside) * eye.yaw)
  return Math.max(wanted, Math.abs(aside) / Math.tan(angle))
}

/** What a hazard, or its remedy, adds to a place. */
export type Dressing = {
  roadPaint?: Partial<Paint>
  branchPaint?: Partial<Paint>
  overlay?: Overlay
  isClear?: (x: number, z: number, edge: number) => boolean
  things?: Thing[]
  /** Heaps lying on the ground. */
  mounds?: Mound[]
  /** No houses of the village on this side. */
  clearHouses?: -1 | 1
  plants?: (Plant | undefined)[]
}

export type Stage = {
  /** Bends the ordinary place so that the hazard can be there. */
  shape: (scene: Scene, random: SeededRandom) => Scene
  before: (kit: Kit) => Dressing
  after: (kit: Kit) => Dressing
}
