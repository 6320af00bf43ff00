import { Hono } from 'hono'
import { answerHazard, stepProblems } from '../hazards/answer-hazard.ts'
import { HazardWhole } from '../hazards/answers.ts'
import { HazardParam } from '../hazards/wire.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { ifMatch } from '../http/version.ts'
import { TaskParam } from '../remediation/wire.ts'
import type { World } from '../world.ts'
import { failRevisit } from './fail-revisit.ts'
import { Findings } from './findings-wire.ts'
import { listFindings } from './list-findings.ts'
import { passRevisit } from './pass-revisit.ts'
import { returnTask } from './return-task.ts'
import { verifyTask } from './verify-task.ts'
import { FailRevisit, PassRevisit, ReturnTask, VerifyTask } from './wire.ts'

const step = (summary: string, english: string) =>
  describe({ summary, english, tag: '销号 clearance', responds: HazardWhole, problems: stepProblems })

export const clearanceRoutes = (world: World) =>
  new Hono<Env>()
    .post(
      '/hazards/:id/tasks/:taskId/verify',
      step('验收通过', 'Verify a submitted task'),
      valid('param', TaskParam),
      valid('json', VerifyTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await verifyTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/return',
      step('退回整改', 'Return a submission, saying why'),
      valid('param', TaskParam),
      valid('json', ReturnTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await returnTask(world, c.var.actor, asked))
      },
    )
    .get(
      '/hazards/:id/tasks/:taskId/findings',
      describe({
        summary: '系统核查结果',
        english:
          'What the system found about each submission of a task, with its evidence; it advises, a person decides',
        tag: '销号 clearance',
        responds: Findings,
        problems: ['not-there', 'invalid'],
      }),
      valid('param', TaskParam),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        return c.json(await listFindings(world, c.var.actor, { hazardId, taskId }))
      },
    )
    .post(
      '/hazards/:id/pass-revisit',
      step('回头看合格', 'A revisit found it still cleared'),
      valid('param', HazardParam),
      valid('json', PassRevisit),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await passRevisit(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/fail-revisit',
      step('回头看不合格', 'A revisit found it back: reopen'),
      valid('param', HazardParam),
      valid('json', FailRevisit),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await failRevisit(world, c.var.actor, asked))
      },
    )
