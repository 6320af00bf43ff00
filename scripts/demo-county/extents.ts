import type { RoadSide } from '../../db/vocabulary.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import type { ExtentAsked } from '../../server/domain/hazard-extent.ts'
import { measureExtent } from '../../server/domain/measure-extent.ts'
import type { Extent } from '../../server/hazards/extent-wire.ts'
import type { World } from '../../server/world.ts'
import { placeIndexOf } from '../../server/zones/place-index.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import type { Story } from './story.ts'

/** What runs along a road rather than standing at a spot: barriers, edges, pavement, sight, slopes. */
const alongTheRoad = /^(B|C|D04|E|F)/

/**
 * Some of what lies along a road is reported as the stretch it is, now and then as an area; the same ones at every run,
 * and drawn from numbers of their own, so that nothing else of the story changes.
 */
export const extentOfStory = async (world: World, { seed, place, remedy }: Story): Promise<Extent | null> => {
  const random = seededRandom(`${seed} extent`)
  if (!alongTheRoad.test(remedy.code) || !random.chance(0.3)) return null
  const index = await placeIndexOf(world)
  const asked = random.chance(0.12)
    ? yard(random, place.lngLat)
    : stretchAt(random, index.roadsNear(place.lngLat, 60)[0], remedy.code === 'B04' ? 60 : 6)
  const found = asked && measureExtent(index, null, asked)
  if (!found?.ok) return null
  return found.asked.kind === 'stretch'
    ? found.asked
    : { kind: 'area', ring: found.asked.ring.map(([lng, lat]) => [lng, lat]) }
}

const sides: readonly [RoadSide, ...RoadSide[]] = ['right', 'left', 'both', 'full']

const stretchAt = (
  random: SeededRandom,
  foot: { readonly routeCode: string; readonly chainageMetres: number } | undefined,
  mostTens: number,
): ExtentAsked | null => {
  if (!foot) return null
  const before = random.wholeBetween(1, mostTens) * 10
  const fromMetres = Math.max(0, Math.round(foot.chainageMetres / 10) * 10 - before)
  const toMetres = fromMetres + before + random.wholeBetween(1, mostTens) * 10
  return { kind: 'stretch', routeCode: foot.routeCode, fromMetres, toMetres, side: random.pick(sides) }
}

/** An uneven outline of some tens of metres around a place. */
const yard = (random: SeededRandom, [lng, lat]: LngLat): ExtentAsked => ({
  kind: 'area',
  ring: Array.from({ length: 7 }, (_, i): LngLat => {
    const [angle, metres] = [(i / 7) * 2 * Math.PI, random.between(18, 55)]
    return [lng + (Math.cos(angle) * metres) / 97_000, lat + (Math.sin(angle) * metres) / 111_000]
  }),
})
