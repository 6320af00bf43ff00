import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import { addScenePhotos } from './add-scene-photos.ts'
import { answerHazard, stepProblems } from './answer-hazard.ts'
import { HazardWhole } from './answers.ts'
import { commentOnHazard } from './comment-on-hazard.ts'
import { completeScene } from './complete-scene.ts'
import { readHazard } from './hazard-whole.ts'
import { registerHazard } from './register-hazard.ts'
import { reinstateHazard } from './reinstate-hazard.ts'
import { reportHazard } from './report-hazard.ts'
import { voidHazard } from './void-hazard.ts'
import {
  AddScenePhotos,
  Comment,
  CompleteScene,
  HazardParam,
  RegisterHazard,
  ReportHazard,
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
        problems: ['not-yours', 'other-content', 'invalid', 'no-such-photo', 'impossible-position'],
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
      step('恢复', 'Reinstate what was voided'),
      valid('param', HazardParam),
      valid('json', WithReason),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await reinstateHazard(world, c.var.actor, asked))
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
