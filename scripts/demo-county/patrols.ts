import type { Actor } from '../../server/domain/actor.ts'
import { type LngLat, metresBetween } from '../../server/domain/distance.ts'
import { uuidV7 } from '../../server/domain/uuid-v7.ts'
import { inspectJunction } from '../../server/junctions/inspect-junction.ts'
import { makePlan } from '../../server/junctions/make-plan.ts'
import { proposeJunctions } from '../../server/junctions/propose-junctions.ts'
import { allJunctions } from '../../server/junctions/store.ts'
import { takeOverJunctions } from '../../server/junctions/take-over-junctions.ts'
import type { World } from '../../server/world.ts'
import type { Cast } from './cast.ts'
import type { SeededRandom } from './seeded-random.ts'

interface Setting {
  readonly world: World
  readonly cast: Cast
  readonly actorOf: (personId: string) => Actor
  readonly setClock: (at: number) => void
  readonly random: SeededRandom
}

interface Visit {
  readonly at: number
  readonly pay: () => Promise<void>
}

const day = 86_400_000
const hour = 3_600_000
/** Of the junctions, how many somebody looked at, and how many of those twice. */
const lookedAt = 0.62
const lookedAtAgain = 0.3
/** A hazard reported this close to a junction was found by looking at it. */
const atTheJunctionMetres = 30

const remarks = ['', '', '', '', '视线良好', '标志完好', '减速带完好', '村民反映夜间车快，已记下'] as const

const seasonOf = (day: string): string =>
  ['冬季', '春季', '夏季', '秋季'][Math.floor((Number(day.slice(5, 7)) % 12) / 3)] ?? ''

/** The county's junctions, found on its roads; then visits of the squads through the year, in the order of time. */
export const openPatrols = async (
  { world, cast, actorOf, setClock, random }: Setting,
  begins: number,
  until: number,
) => {
  const newId = (at: number): string =>
    uuidV7(
      Math.floor(at),
      Uint8Array.from({ length: 10 }, () => random.wholeBetween(0, 255)),
    )
  const reviewer = actorOf(cast.reviewers[0] ?? '')
  const { crossings, fingerprint } = await proposeJunctions(world, reviewer, 'meet')
  await takeOverJunctions(world, reviewer, { actId: newId(begins), deviceAt: null, crossings, fingerprint })
  const junctions = await allJunctions(world.db, world.county)

  const squadOf = (townshipCode: string | null) =>
    cast.squads.find(({ people: [one = ''] }) => actorOf(one).areaCodes.includes(townshipCode ?? '')) ?? cast.squads[0]
  const inspect = async (
    id: string,
    by: string,
    at: number,
    outcome: 'nothing-found' | 'hazards-found',
    note: string,
  ) => {
    setClock(at)
    const body = { outcome, note, inspectedAt: new Date(at).toISOString() }
    await inspectJunction(world, actorOf(by), { id, inspectionId: newId(at), body })
  }
  const visits: Visit[] = junctions.flatMap(({ id, townshipCode }) => {
    if (!random.chance(lookedAt)) return []
    const times = random.chance(lookedAtAgain) ? 2 : 1
    return Array.from({ length: times }, (): Visit => {
      const midnight = Math.floor((begins + random.next() * (until - begins)) / day) * day
      const at = midnight + random.wholeBetween(hour / 2, 9 * hour)
      const by = random.pickAny(squadOf(townshipCode)?.people ?? []) ?? ''
      const note = random.pick(remarks)
      return { at, pay: () => inspect(id, by, at, 'nothing-found', note) }
    })
  })
  visits.push(planOfTheMonth())
  const coming = visits.filter(({ at }) => at > begins && at < until).sort((a, b) => a.at - b.at)

  function planOfTheMonth(): Visit {
    const at = Math.floor(until - 25 * day)
    const onDay = (instant: number): string => new Date(instant + 8 * hour).toISOString().slice(0, 10)
    const squad = cast.squads[0]
    const townshipCode = junctions.find((one) => squadOf(one.townshipCode) === squad)?.townshipCode ?? ''
    const body = {
      ...{
        name: `${seasonOf(onDay(at))}路口排查`,
        fromOn: onDay(at),
        untilOn: onDay(until + 10 * day),
        unitId: squad?.unitId ?? '',
      },
      ...{ routeCodes: [], townshipCodes: [townshipCode] },
    }
    const pay = async (): Promise<void> => {
      setClock(at)
      await makePlan(world, reviewer, newId(at), body)
    }
    return { at, pay }
  }

  return {
    /** Pays every visit that is due by then; what others do before it is done first. */
    until: async (at: number, others: (at: number) => Promise<void>): Promise<void> => {
      for (;;) {
        const [next] = coming
        if (next === undefined || next.at > at) return
        coming.shift()
        await others(next.at)
        await next.pay()
      }
    },
    /** A squad that has just reported a hazard at a junction has looked at the junction. */
    reported: async (by: string, lngLat: LngLat, at: number): Promise<void> => {
      if (actorOf(by).role !== 'squad') return
      const here = junctions.find(
        ({ longitude, latitude }) => metresBetween([longitude, latitude], lngLat) <= atTheJunctionMetres,
      )
      if (here) await inspect(here.id, by, Math.floor(at), 'hazards-found', '')
    },
  }
}
