import type { SeededRandom } from '../seeded-random.ts'
import type { Easel } from './fill-shape.ts'
import type { Overlay } from './ground-cover.ts'
import type { Season } from './light.ts'
import type { Paint } from './pavement.ts'
import type { Scene } from './scene.ts'
import type { Plant } from './set-plants.ts'

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

/** What a hazard, or its remedy, adds to a place. */
export type Dressing = {
  roadPaint?: Partial<Paint>
  branchPaint?: Partial<Paint>
  overlay?: Overlay
  isClear?: (x: number, z: number, edge: number) => boolean
  things?: Thing[]
  plants?: (Plant | undefined)[]
}

export type Stage = {
  /** Bends the ordinary place so that the hazard can be there. */
  shape: (scene: Scene, random: SeededRandom) => Scene
  before: (kit: Kit) => Dressing
  after: (kit: Kit) => Dressing
}

