import type { HelperKind, StationKind } from '../../db/vocabulary.ts'
import type { Actor } from '../../server/domain/actor.ts'
import { dayOf } from '../../server/domain/county-calendar.ts'
import type { World } from '../../server/world.ts'
import { changeSignTexts } from '../../server/zones/change-sign-texts.ts'
import { handOverZone } from '../../server/zones/hand-over-zone.ts'
import { planHandOver } from '../../server/zones/plan-hand-over.ts'
import { versionOfZone } from '../../server/zones/post-store.ts'
import { putHelper } from '../../server/zones/put-helper.ts'
import type { Cast } from './cast.ts'
import type { DemoGeography } from './geography-shapes.ts'
import { makePeopleMaker } from './names.ts'
import type { SeededRandom } from './seeded-random.ts'

const zone = 'Asia/Shanghai'
const day = 86_400_000
/** The new chief of the township that is shown came in the second half of the year. */
const handedOverAfter = 215 * day
const handedOverAtLast = 300 * day

interface Helper {
  readonly zoneId: string
  readonly kind: HelperKind
  readonly title?: string
  readonly stationKind?: StationKind
  readonly station?: string
}

/** Leaders in charge, and the two stations and two kinds of officer of each township; wardens where there are chiefs. */
export const enterHelpers = async (
  world: World,
  keeper: Actor,
  cast: Cast,
  geography: DemoGeography,
  random: SeededRandom,
): Promise<void> => {
  const someone = makePeopleMaker(random)
  const heldFrom = dayOf(world.now(), zone)
  const shown = cast.handOver.zoneId.slice('area-'.length)
  const helpers = [
    ...geography.townships.flatMap(({ code, name }): Helper[] => [
      {
        zoneId: `area-${code}`,
        kind: 'leader-in-charge',
        title: random.pickAny(['副县长', '县政协副主席', '县公安局副局长']) ?? '',
      },
      {
        ...{ zoneId: `area-${code}`, kind: 'traffic-officer', stationKind: 'management-station' },
        station: `${name}交通管理站`,
      },
    ]),
    ...geography.villages
      .filter(({ townshipCode }) => townshipCode === shown)
      .map(
        ({ code, name }): Helper => ({
          ...{ zoneId: `area-${code}`, kind: 'persuader', stationKind: 'persuasion-post' },
          station: `${name}劝导站`,
        }),
      ),
    ...geography.villages
      .filter(({ townshipCode }) => townshipCode === shown)
      .map(({ code }): Helper => ({ zoneId: `area-${code}`, kind: 'village-warden' })),
  ]
  for (const { zoneId, kind, title = '', stationKind = null, station = '' } of helpers) {
    const { name, phone } = someone()
    const body = {
      ...{ actId: world.newId(), deviceAt: null, kind, name, phone, title, stationKind, station },
      ...{ heldFrom, heldUntil: null },
    }
    const version = await versionOfZone(world.db, world.county, zoneId)
    await putHelper(world, keeper, { zoneId, id: world.newId(), version, body }, true)
  }
  const texts = { actId: world.newId(), deviceAt: null, hotline: '0792-7000122', duties: [] }
  await changeSignTexts(world, keeper, 0, texts, false)
}

/**
 * The hand-over of the township that is shown, as soon as something waits there to be accepted: what is under way
 * stays with the unit, so that every story goes on as it was told.
 */
export const openHandOver = (
  world: World,
  cast: Cast,
  reviewer: Actor,
  begins: number,
): { readonly tryAt: (at: number, setClock: (at: number) => void) => Promise<void> } => {
  const { zoneId, next, formerPostId } = cast.handOver
  let done = false
  return {
    tryAt: async (at, setClock) => {
      if (done || at < begins + handedOverAfter) return
      const fromOn = dayOf(new Date(at).toISOString(), zone)
      setClock(at)
      const asked = { postId: formerPostId, toPersonId: next, fromOn }
      const plan = await planHandOver(world, reviewer, zoneId, asked)
      const waiting = plan.moves.filter(({ state, extensionAsked }) => state === 'assigned' && !extensionAsked)
      if (waiting.length === 0 && at < begins + handedOverAtLast) return
      const version = await versionOfZone(world.db, world.county, zoneId)
      const said = { actId: world.newId(), deviceAt: null, plan: plan.plan, because: '人事调整，前任另有任用' }
      const body = { ...said, ...asked, taskIds: waiting.map(({ taskId }) => taskId) }
      await handOverZone(world, reviewer, { zoneId, id: world.newId(), version, body })
      done = true
    },
  }
}
