import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { failRevisit } from '../../server/clearance/fail-revisit.ts'
import { passRevisit } from '../../server/clearance/pass-revisit.ts'
import { returnTask } from '../../server/clearance/return-task.ts'
import { verifyTask } from '../../server/clearance/verify-task.ts'
import type { Actor } from '../../server/domain/actor.ts'
import { addDays, dayOf } from '../../server/domain/county-calendar.ts'
import { acceptTransfer } from '../../server/hazards/accept-transfer.ts'
import { addScenePhotos } from '../../server/hazards/add-scene-photos.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { commentOnHazard } from '../../server/hazards/comment-on-hazard.ts'
import { completeScene } from '../../server/hazards/complete-scene.ts'
import { registerHazard } from '../../server/hazards/register-hazard.ts'
import { reportHazard } from '../../server/hazards/report-hazard.ts'
import { transferHazard } from '../../server/hazards/transfer-hazard.ts'
import { voidHazard } from '../../server/hazards/void-hazard.ts'
import { receivePhoto } from '../../server/photos/receive-photo.ts'
import { acceptTask } from '../../server/remediation/accept-task.ts'
import { askExtension } from '../../server/remediation/ask-extension.ts'
import { controlInterim } from '../../server/remediation/control-interim.ts'
import { grantExtension } from '../../server/remediation/grant-extension.ts'
import { planTask } from '../../server/remediation/plan-task.ts'
import { reassignTask } from '../../server/remediation/reassign-task.ts'
import { refuseExtension } from '../../server/remediation/refuse-extension.ts'
import { refuseTask } from '../../server/remediation/refuse-task.ts'
import { reportProgress } from '../../server/remediation/report-progress.ts'
import { resumeTask } from '../../server/remediation/resume-task.ts'
import { startTask } from '../../server/remediation/start-task.ts'
import { submitTask } from '../../server/remediation/submit-task.ts'
import { supervise } from '../../server/remediation/supervise.ts'
import { dispatchTeam } from '../../server/teams/dispatch-team.ts'
import type { World } from '../../server/world.ts'
import { extentOfStory } from './extents.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import type { Deed, Story } from './story.ts'
import { costOf, curedWords, moreTimeBecause, notOurRoad, revisitWords, saidBeside, spotOf } from './wordings.ts'

/** A picture ordered ahead of its deed, so that drawing and writing overlap. */
export type Draw = () => Promise<Buffer>

export interface Stage {
  world: World
  actorOf: (personId: string) => Actor
  random: SeededRandom
}

const iso = (at: number): string => new Date(at).toISOString()

/** Plays one deed through the verb that a request would call; the hazard as it then is comes back. */
export const play = async (
  { world, actorOf, random }: Stage,
  story: Story,
  hazardId: string,
  before: HazardWhole | null,
  { at, deed }: { at: number; deed: Deed },
  draw: Draw,
): Promise<HazardWhole> => {
  const actor = actorOf(deed.by)
  const wording = seededRandom(`${story.seed} says ${at}`)
  const body = { actId: world.newId(), deviceAt: iso(at) }
  const position = (spreadMetres: number) => ({
    longitude: story.place.lngLat[0] + random.gaussian(0, spreadMetres / 97_000),
    latitude: story.place.lngLat[1] + random.gaussian(0, spreadMetres / 111_000),
    accuracyMetres: Math.round(random.between(3, 18)),
    source: 'device' as const,
    at: iso(at),
  })
  const take = async () => {
    const bytes = await draw()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await receivePhoto(world, actor, { sha256, body: Readable.from([bytes]), declaredBytes: bytes.length })
    const unsaid = { copySha256: null, clockOffsetMs: null, takenWith: null }
    return { id: world.newId(), sha256, capturedAt: iso(at - 60_000), ...unsaid, position: position(4) }
  }
  if (deed.act === 'report') {
    const photos = actor.role === 'squad' || random.chance(0.7) ? [await take()] : []
    const { hazard } = await reportHazard(world, actor, hazardId, {
      code: story.remedy.code,
      source: deed.source,
      description: story.words,
      spot: spotOf(story),
      position: position(5),
      extent: await extentOfStory(world, story),
      placeCode: null,
      capturedAt: iso(at - 60_000),
      photos,
      sceneComplete: deed.scene,
      ...{ photosFollow: false, sentAt: null, clockOffsetMs: null, onBehalfOf: null },
    })
    return hazard
  }
  if (!before) throw new Error(`${deed.act} came before the report`)
  const asked = { hazardId, version: before.version, body }
  const task = { ...asked, taskId: before.tasks[0]?.id ?? '' }
  switch (deed.act) {
    case 'dispatch':
      return dispatchTeam(world, actor, { ...asked, body: { ...body, unitId: deed.unitId } })
    case 'photograph': {
      const photos = [await take()]
      return addScenePhotos(world, actor, { ...asked, body: { ...body, photos, position: null } })
    }
    case 'complete':
      return completeScene(world, actor, asked)
    case 'register': {
      const measures = story.remedy.measures.map(([measure], i) => ({ measure, quantity: deed.quantities[i] ?? 1 }))
      const tasks = [
        { id: world.newId(), unitId: deed.unitId, personId: null, demand: story.remedy.demand, measures, dueOn: null },
      ]
      return registerHazard(world, actor, {
        ...asked,
        body: {
          ...body,
          code: story.remedy.code,
          otherCodes: [],
          severity: deed.severity,
          sameDay: false,
          description: story.words,
          spot: spotOf(story),
          tasks,
        },
      })
    }
    case 'accept':
      // whoever signed for the county's notice has accepted already
      return before.tasks[0]?.state === 'assigned' ? acceptTask(world, actor, task) : before
    case 'start':
      return startTask(world, actor, task)
    case 'resume':
      return resumeTask(world, actor, task)
    case 'refuse': {
      // accepted by signing the county's notice before anybody looked whose road it is: it is reassigned all the same
      if (before.tasks[0]?.state !== 'assigned') return before
      const because = notOurRoad(story)
      return refuseTask(world, actor, { ...task, body: { ...body, because, ownerUnitId: deed.ownerUnitId } })
    }
    case 'reassign': {
      const words = { unitId: deed.unitId, personId: null, because: saidBeside('reassign', wording), dueOn: null }
      return reassignTask(world, actor, { ...task, body: { ...body, ...words } })
    }
    case 'interim': {
      const photos = [await take()]
      return controlInterim(world, actor, {
        ...task,
        body: { ...body, remark: saidBeside('interim', wording), photos },
      })
    }
    case 'plan': {
      const year = Number(iso(at).slice(0, 4)) + 1
      return planTask(world, actor, { ...task, body: { ...body, year, because: saidBeside('plan', wording) } })
    }
    case 'submit': {
      const photos = [await take()]
      const measures = (before.tasks[0]?.measures ?? []).map(({ measure, plannedQuantity }) => ({
        measure,
        installedQuantity: plannedQuantity ?? 1,
        struckBecause: null,
      }))
      const installed = measures.map(({ measure, installedQuantity }) => ({ measure, quantity: installedQuantity }))
      const costYuan = costOf(installed, random)
      const words = { photos, measures, remark: curedWords(actor.role === 'road-chief', wording), costYuan }
      return submitTask(world, actor, { ...task, body: { ...body, ...words } })
    }
    case 'return':
      return returnTask(world, actor, { ...task, body: { ...body, because: saidBeside('return', wording) } })
    case 'verify':
      return verifyTask(world, actor, { ...task, body: { ...body, remark: saidBeside('verify', wording) } })
    case 'revisit': {
      const photos = [await take()]
      return deed.passes
        ? passRevisit(world, actor, {
            ...asked,
            body: { ...body, remark: revisitWords(story.remedy, true, wording), photos },
          })
        : failRevisit(world, actor, {
            ...asked,
            body: { ...body, because: revisitWords(story.remedy, false, wording), photos },
          })
    }
    case 'ask-extension': {
      const dueOn = addDays(before.tasks[0]?.dueOn ?? iso(at).slice(0, 10), deed.moreDays)
      const words = { dueOn, because: moreTimeBecause(story.remedy, wording) }
      return before.tasks[0] && dayOf(iso(at), 'Asia/Shanghai') <= before.tasks[0].dueOn
        ? askExtension(world, actor, { ...task, body: { ...body, ...words } })
        : before
    }
    case 'grant-extension': {
      const asked = before.tasks[0]?.extensions.find(({ outcome }) => outcome === null)
      const words = { dueOn: asked?.askedDueOn ?? '', because: saidBeside('granted', wording) }
      return asked ? grantExtension(world, actor, { ...task, body: { ...body, ...words } }) : before
    }
    case 'refuse-extension': {
      const isAsked = before.tasks[0]?.extensions.some(({ outcome }) => outcome === null)
      const because = saidBeside('extensionRefused', wording)
      return isAsked ? refuseExtension(world, actor, { ...task, body: { ...body, because } }) : before
    }
    case 'supervise': {
      const words = { level: 'county' as const, supervisorId: deed.supervisorId, everyDays: null }
      const because = saidBeside('supervise', wording)
      return supervise(world, actor, { ...asked, body: { ...body, ...words, because } })
    }
    case 'progress':
      return before.supervision
        ? reportProgress(world, actor, { ...asked, body: { ...body, words: deed.words } })
        : before
    case 'transfer': {
      const words = { toUnitId: deed.unitId, toCounty: null, because: saidBeside('transfer', wording) }
      return transferHazard(world, actor, { ...asked, body: { ...body, ...words } })
    }
    case 'accept-transfer':
      return acceptTransfer(world, actor, { ...asked, body: { ...body, because: '' } })
    case 'void':
      return voidHazard(world, actor, { ...asked, body: { ...body, because: saidBeside('void', wording) } })
    case 'comment':
      return commentOnHazard(world, actor, { ...asked, body: { ...body, words: saidBeside('comment', wording) } })
  }
}
