import type { Rgb } from './light.ts'
import { blended, crownAt, noiseTiles, texel } from './noise-tiles.ts'
import { type Branch, roadHeight, type Scene, type Side } from './scene.ts'

/**
 * Filled anew by every call of `survey`: one object, because it is asked half a million times a picture. Numbers go in
 * and out by its fields, not as arguments: those the engine would pack into a fresh object each, every time.
 */
export type Survey = {
  /** The point asked about: right of where the road begins, and ahead of it. */
  x: number
  z: number
  height: number
  /** Its height against the road there. */
  lift: number
  /** Trees standing on it, metres above `height`. */
  canopy: number
  /** Height of the heap lying here. */
  mound: number
  /** How far the pattern of crowns is pulled aside here, in its texels. */
  pull: number
  /** Metres into the wood; negative outside it. */
  wooded: number
  /** Above 0, what is paved here belongs to the branch; metres from where it changes over. */
  onBranch: number
  /** Right of the road's middle, and from the nearest road's edge outwards (negative on the road). */
  across: number
  edge: number
  /** Along the branch from where it leaves, and right of its middle as one walks it. */
  branchAlong: number
  branchAcross: number
  side: Side
  /** Metres away, metres that one pixel covers across and along, and the share of sun kept off; set by the painter. */
  metres: number
  footAcross: number
  footAlong: number
  shaded: number
}

/** A heap on the ground: half its size across and along the picture, its height, and the colour of what it is. */
export type Mound = { x: number; z: number; across: number; along: number; metres: number; coat: Rgb }

export type Terrain = {
  at: Survey
  survey: () => void
  surveyAt: (x: number, z: number) => Survey
  /** Lays heaps over the land, for all that is asked from then on. */
  heap: (mounds: readonly Mound[]) => void
}

const ramp = (low: number, high: number, value: number) => {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}

/** Every survey comes from here, with a fraction in every number: then the engine keeps them as plain numbers. */
export const blankSurvey = (side: Side): Survey => ({
  height: 0.5,
  canopy: 0.5,
  lift: 0.5,
  wooded: 0.5,
  pull: 0.5,
  mound: 0.5,
  onBranch: 0.5,
  across: 0.5,
  edge: 0.5,
  branchAlong: 0.5,
  branchAcross: 0.5,
  x: 0.5,
  z: 0.5,
  metres: 0.5,
  footAcross: 0.5,
  footAlong: 0.5,
  shaded: 0.5,
  side,
})

const noBranch: Branch = {
  z: 1e9,
  side: 0,
  halfWidth: 0,
  surface: 'concrete',
  tone: 1,
  slant: 0,
  centre: 'none',
  edges: false,
}

/** Crowns are five metres across: 16 texels of the tile. */
export const crownTexelsPerMetre = 3.2

const treeMetres = 6.5

/** How far the pattern of crowns is pulled aside at a point, in its texels. */
const warpOf = (cloud: Float32Array, x: number, z: number): number => blended(cloud, x * 3.1 + 11, z * 3.1) * 34

/**
 * The lie of the land as a function of the point on the map: x metres right of where the road begins, z ahead of it.
 * Heights in metres against the road at the camera's feet.
 */
export const layTerrain = (scene: Scene): Terrain => {
  const { cloud, crowns } = noiseTiles()
  const { road, hills } = scene
  const branch = scene.branch ?? noBranch
  const branchScale = 1 / Math.hypot(1, branch.slant)
  const bendReach = Math.abs(road.bendRadius) * 2.6
  const at = blankSurvey(scene.left)
  const highest = hills.metres * 0.45 + 20
  const capped = (height: number) => highest * (1 - Math.exp(-height / highest))

  let mounds: readonly Mound[] = []
  const heapAt = () => {
    at.mound = 0
    for (const mound of mounds) {
      const far = ((at.x - mound.x) / mound.across) ** 2 + ((at.z - mound.z) / mound.along) ** 2
      if (far >= 1) continue
      const rough = 0.75 + 0.5 * blended(cloud, at.x * 30, at.z * 30)
      at.mound = Math.max(at.mound, mound.metres * (1 - Math.sqrt(far)) * rough * Math.min(1, (1 - far) * 4))
    }
    at.height += at.mound
  }

  const survey = () => {
    surveyLand()
    if (mounds.length > 0 && at.z < 30) heapAt()
  }

  const surveyLand = () => {
    const { x, z } = at
    at.mound = 0
    const past = z > road.bendFrom ? z - road.bendFrom : 0
    const turned = past < bendReach ? past : bendReach
    const bend = turned / road.bendRadius
    const slope = road.drift + bend
    const across = (x - road.drift * z - turned * bend * 0.5 - (past - turned) * bend) / Math.sqrt(1 + slope * slope)
    let edge = Math.abs(across) - road.halfWidth
    if (z > road.endsAt) edge = Math.max(edge, z - road.endsAt)
    at.onBranch = -1
    at.across = across
    at.branchAlong = 0
    if (branch !== noBranch) {
      const along = x - road.drift * branch.z
      const aside = (z - branch.z - branch.slant * along) * branchScale
      let branchEdge = Math.abs(aside) - branch.halfWidth + Math.max(0, Math.abs(along) - 90) * 0.4
      if (branch.side !== 0 && along * branch.side < 0) branchEdge = Math.max(branchEdge, -along * branch.side)
      at.branchAlong = along
      at.branchAcross = aside
      // A minor road ends at the main road's edge, whichever of the two the camera stands on.
      at.onBranch = branch.side === 0 ? -branchEdge : edge
      // Corners are rounded where the roads meet.
      const apart = along * branch.side < 0 ? 0 : 4.5 - Math.abs(edge - branchEdge)
      edge = Math.min(edge, branchEdge) - (apart > 0 ? (apart * apart) / 18 : 0)
    }
    at.edge = edge
    const side = z > road.endsAt + 1 ? scene.beyond : across < 0 ? scene.left : scene.right
    at.side = side
    const base = roadHeight(road, z)
    at.canopy = 0
    at.wooded = -1
    if (edge <= 0) {
      at.lift = 0
      at.height = base
      return
    }
    const far = edge + Math.max(0, z - hills.closeAt) * 0.8
    let height = 0
    let wooded = -1
    if (side.form === 'hill') {
      const into = edge - 1.25
      if (into < 0) height = edge > 0.3 ? -0.05 * ramp(0.3, 0.5, edge) : 0
      else {
        const cutLength = side.cutMetres / side.cutSlope
        const rough = blended(cloud, x * 5 + 91, z * 5) - 0.5
        const climb = into + Math.max(0, z - hills.closeAt) * 0.8 - cutLength
        const face = into * side.cutSlope
        const above = side.cutMetres + climb * side.rise
        // The crest is rounded over: the lower of the two, bent where they meet.
        const apart = Math.max(0, 2.4 - Math.abs(face - above))
        const crest = Math.min(face, above) - (apart * apart) / 9.6
        height = capped(Math.max(0, crest) + rough * Math.min(2.2, into * 1.4))
        wooded = into - cutLength - 0.8
      }
    } else if (side.form === 'field') {
      height = side.levelMetres * ramp(0.7, 2.4, edge)
      wooded = far - side.flatMetres
    } else if (side.form === 'drop') {
      height = edge > 0.9 ? Math.max(side.levelMetres, (0.9 - edge) * 0.85) : 0
      wooded = far - side.flatMetres
      if (side.water && far > side.flatMetres - 3) {
        height = Math.min(0.3, side.levelMetres + (far - side.flatMetres + 3) * 0.5)
      }
    } else {
      height = side.levelMetres * Math.min(1, edge) + Math.max(0, edge - 5) * 0.03
      wooded = edge - side.flatMetres * (0.6 + 0.5 * texel(cloud, x * 4, z * 4))
    }
    if (wooded > 0) {
      if (side.form !== 'hill') height = capped(wooded * side.rise) + (side.form === 'wood' ? height : side.levelMetres)
      // Close by, the wood is brush, and its trees are set one by one; further off it is a roof of crowns.
      const away = Math.min(1, Math.max(0, (z - 30) / 60))
      const grown = ((wooded < 12 ? wooded / 12 : 1) * away + 0.16) * Math.min(1, wooded / 1.8)
      const pull = warpOf(cloud, x, z)
      at.pull = pull
      const crown = crowns[crownAt(x * crownTexelsPerMetre + pull, z * crownTexelsPerMetre - pull)] ?? 0
      at.canopy = treeMetres * grown * (0.3 + 0.00275 * crown)
    }
    const distant = Math.max(far - 30, z - 60) - hills.from
    if (distant > 0) {
      const ridge =
        blended(cloud, hills.u + x * 0.21, hills.v + z * 0.21) * 0.75 +
        blended(cloud, hills.v + x * 0.9, z * 0.9) * 0.25
      height += Math.max(0, ridge - 0.33) * 1.75 * hills.metres * ramp(0, 520, distant)
    }
    at.wooded = wooded
    at.lift = height
    at.height = height + base
  }
  const surveyAt = (x: number, z: number) => {
    at.x = x
    at.z = z
    survey()
    return at
  }
  const heap = (laid: readonly Mound[]) => {
    mounds = laid
  }
  return { at, survey, surveyAt, heap }
}
