import { countPopulation } from '../../server/clearance/count-population.ts'
import { drawSpotChecks } from '../../server/clearance/draw-spot-checks.ts'
import type { Actor } from '../../server/domain/actor.ts'
import { addDays, dayOf } from '../../server/domain/county-calendar.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { readMessages } from '../../server/messages/read-messages.ts'
import type { World } from '../../server/world.ts'
import type { Cast } from './cast.ts'
import { type Correspondence, correspondence } from './letters.ts'
import type { SeededRandom } from './seeded-random.ts'
import { daytime } from './story.ts'

const hour = 3_600_000
const day = 24 * hour
const chinaAhead = 8 * hour
const zone = 'Asia/Shanghai'

/** A busy office writes every day and is answered at once: whatever can cross a story then does. */
export type OfficePace = 'usual' | 'busy'

export interface OfficeStage {
  pace: OfficePace
  world: World
  cast: Cast
  actorOf: (personId: string) => Actor
  random: SeededRandom
  setClock: (at: number) => void
  /** Every hazard as its own story left it. */
  hazards: () => readonly HazardWhole[]
  /** Somebody goes there once more and finds it still cured. */
  visit: (hazardId: string, by: string, at: number) => Promise<void>
}

export interface OfficeDay {
  at: number
  act: () => Promise<void>
}

/**
 * What the county's office does beside the hazards' own stories, in the order of time: letters on Mondays with their
 * receipts and replies, other papers now and then, spot checks on the fifth of each month.
 */
export const openOffice = (stage: OfficeStage, begins: number, until: number) => {
  const { world, cast, actorOf, random } = stage
  const reviewer = actorOf(cast.reviewers[0] ?? '')
  const diary: OfficeDay[] = []
  const enter = (at: number, act: () => Promise<void>): void => {
    if (at < until) diary.push({ at: Math.floor(at), act })
  }
  const letters: Correspondence = correspondence(stage, reviewer, enter)

  const drawLots = async (at: number): Promise<void> => {
    const today = dayOf(new Date(at).toISOString(), zone)
    const untilOn = addDays(today, -5)
    const fromOn = `${untilOn.slice(0, 8)}01`
    const { count } = await countPopulation(world, reviewer, { fromOn, untilOn })
    if (count === 0) return
    const draw = await drawSpotChecks(world, reviewer, {
      ...{ actId: world.newId(), deviceAt: null, fromOn, untilOn, placeCode: null, severity: null },
      ...{ count: null, unitId: null, dueOn: addDays(today, 10) },
    })
    for (const { hazard, unit } of draw.picks) {
      const squad = cast.squads.find(({ unitId }) => unitId === unit?.id) ?? cast.squads[0]
      const officer = random.pickAny(squad?.people ?? []) ?? ''
      const visitAt = daytime(at + random.between(1, 9) * day, random)
      if (random.chance(0.94)) enter(visitAt, () => stage.visit(hazard.id, officer, visitAt))
    }
  }

  for (let midnight = Math.floor((begins + chinaAhead) / day) * day - chinaAhead; midnight < until; midnight += day) {
    const date = new Date(midnight + chinaAhead)
    const monday = midnight + 10 * hour
    if (stage.pace === 'busy' || date.getUTCDay() === 1) enter(monday, () => letters.weekly(monday))
    const fifth = midnight + 9.5 * hour
    if (date.getUTCDate() === 5) enter(fifth, () => drawLots(fifth))
    const fifteenth = midnight + 15 * hour
    if (date.getUTCDate() === 15 || (stage.pace === 'busy' && date.getUTCDay() === 5))
      enter(fifteenth, () => letters.monthly(fifteenth, date.getUTCMonth()))
  }

  // everybody has read what came before the last days
  const lately = until - 5 * day
  enter(lately, async () => {
    for (const { id } of cast.people) await readMessages(world, actorOf(id), { upTo: Number.MAX_SAFE_INTEGER })
  })

  return {
    /** Does all that is in the diary up to this moment. */
    until: async (moment: number): Promise<void> => {
      for (;;) {
        const next = diary.reduce<OfficeDay | null>((first, one) => (first && first.at <= one.at ? first : one), null)
        if (!next || next.at > moment) return
        diary.splice(diary.indexOf(next), 1)
        stage.setClock(next.at)
        await next.act()
      }
    },
  }
}
