import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import { acceptTransfer } from './accept-transfer.ts'
import { addScenePhotos } from './add-scene-photos.ts'
import { answerHazard, stepProblems } from './answer-hazard.ts'
import { HazardWhole, NearbyHazards } from './answers.ts'
import { commentOnHazard } from './comment-on-hazard.ts'
import { completeScene } from './complete-scene.ts'
import { giveUpPhoto } from './give-up-photo.ts'
import { readHazard } from './hazard-whole.ts'
import { listNearby } from './list-nearby.ts'
import { mergeHazards } from './merge-hazards.ts'
import { refuseTransfer } from './refuse-transfer.ts'
import { registerHazard } from './register-hazard.ts'
import { reinstateHazard } from './reinstate-hazard.ts'
import { reportHazard } from './report-hazard.ts'
import { transferHazard } from './transfer-hazard.ts'
import { voidHazard } from './void-hazard.ts'
import {
  AddScenePhotos,
  AnswerTransfer,
  AwaitedPhotoParam,
  Comment,
  CompleteScene,
  HazardParam,
  MergeHazard,
  NearbyQuery,
  RegisterHazard,
  ReportHazard,
  TransferHazard,
  WithReason,
} from './wire.ts'

const step = (summary: string, english: string) =>
  describe({ summary, english, tag: '隐患 hazards', responds: HazardWhole, problems: stepProblems })

export const hazardRoutes = (world: World) =>
  new Hono<Env>()
    .put(
      '/hazards/:id',
      describe({
        summary: '上报隐患',
        english: 'Report a hazard under an id made by the client; sending it again is harmless',
        tag: '隐患 hazards',
        responds: { 200: HazardWhole, 201: HazardWhole },
        problems: [
          ...(['not-yours', 'not-there', 'other-content', 'invalid'] as const),
          ...(['no-such-photo', 'impossible-position', 'photos-owed'] as const),
        ],
      }),
      valid('param', HazardParam),
      valid('json', ReportHazard),
      async (c) => {
        const { isNew, hazard } = await reportHazard(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))
        return answerHazard(c, hazard, isNew ? 201 : 200)
      },
    )
    .get(
      '/hazards/:id',
      describe({
        summary: '查看隐患',
        english: 'A hazard whole, with every move open or shut for the one who asks',
        tag: '隐患 hazards',
        responds: HazardWhole,
        problems: ['not-there'],
      }),
      valid('param', HazardParam),
      async (c) => answerHazard(c, await readHazard(world, c.var.actor, c.req.valid('param').id)),
    )
    .post(
      '/hazards/:id/scene-photos',
      step('补充现场照片', 'Add photos of the scene'),
      valid('param', HazardParam),
      valid('json', AddScenePhotos),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await addScenePhotos(world, c.var.actor, asked))
      },
    )
    .delete(
      '/hazards/:id/awaited-photos/:photoId',
      describe({
        summary: '不再等一张送不到的照片',
        english:
          'Give up a photo, or its original, that was promised and cannot be received; saying it again is harmless',
        tag: '隐患 hazards',
        responds: null,
        problems: ['not-there', 'try-again'],
      }),
      valid('param', AwaitedPhotoParam),
      async (c) => {
        const { id, photoId } = c.req.valid('param')
        await giveUpPhoto(world, c.var.actor, id, photoId)
        return c.body(null, 204)
      },
    )
    .post(
      '/hazards/:id/complete-scene',
      step('现场已拍全', 'Declare the scene complete'),
      valid('param', HazardParam),
      valid('json', CompleteScene),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await completeScene(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/register',
      step('登记入簿', 'Enter it in the register with severity, tasks and deadlines'),
      valid('param', HazardParam),
      valid('json', RegisterHazard),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await registerHazard(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/void',
      step('作废', 'Void: not a hazard'),
      valid('param', HazardParam),
      valid('json', WithReason),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await voidHazard(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/reinstate',
      step('恢复', 'Reinstate what was voided, merged or handed to another county'),
      valid('param', HazardParam),
      valid('json', WithReason),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await reinstateHazard(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/merge',
      step('并入另一处', 'Merge into another hazard, which keeps its photos and history'),
      valid('param', HazardParam),
      valid('json', MergeHazard),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await mergeHazards(world, c.var.actor, asked))
      },
    )
    .get(
      '/hazards/:id/nearby',
      describe({
        summary: '附近在办的隐患',
        english: 'Open hazards around it within your own scope, nearest first: candidates for merging',
        tag: '隐患 hazards',
        responds: NearbyHazards,
        problems: ['not-there', 'invalid'],
      }),
      valid('param', HazardParam),
      valid('query', NearbyQuery),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await listNearby(world, c.var.actor, id, c.req.valid('query').metres))
      },
    )
    .post(
      '/hazards/:id/transfer',
      step('提出移交', 'Propose a transfer to a unit or to another county'),
      valid('param', HazardParam),
      valid('json', TransferHazard),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await transferHazard(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/accept-transfer',
      step('接收移交', 'Accept the transfer that waits'),
      valid('param', HazardParam),
      valid('json', AnswerTransfer),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await acceptTransfer(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/refuse-transfer',
      step('不接收移交', 'Refuse the transfer that waits'),
      valid('param', HazardParam),
      valid('json', AnswerTransfer),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await refuseTransfer(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/comments',
      step('留言', 'Comment'),
      valid('param', HazardParam),
      valid('json', Comment),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await commentOnHazard(world, c.var.actor, asked))
      },
    )
