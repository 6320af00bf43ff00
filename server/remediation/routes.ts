import { Hono } from 'hono'
import { answerHazard, stepProblems } from '../hazards/answer-hazard.ts'
import { HazardWhole } from '../hazards/answers.ts'
import { HazardParam, WithReason } from '../hazards/wire.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import { acceptTask } from './accept-task.ts'
import { askExtension } from './ask-extension.ts'
import { controlInterim } from './control-interim.ts'
import { grantExtension } from './grant-extension.ts'
import { liftSupervision } from './lift-supervision.ts'
import { planTask } from './plan-task.ts'
import { reassignTask } from './reassign-task.ts'
import { refuseExtension } from './refuse-extension.ts'
import { refuseTask } from './refuse-task.ts'
import { reportProgress } from './report-progress.ts'
import { resumeTask } from './resume-task.ts'
import { startTask } from './start-task.ts'
import { submitTask } from './submit-task.ts'
import { supervise } from './supervise.ts'
import {
  AcceptTask,
  AskExtension,
  ControlInterim,
  GrantExtension,
  PlanTask,
  ReassignTask,
  RefuseExtension,
  RefuseTask,
  ReportProgress,
  ResumeTask,
  StartTask,
  SubmitTask,
  Supervise,
  TaskParam,
} from './wire.ts'

const step = (summary: string, english: string) =>
  describe({ summary, english, tag: '整改 remediation', responds: HazardWhole, problems: stepProblems })

export const remediationRoutes = (world: World) =>
  new Hono<Env>()
    .post(
      '/hazards/:id/tasks/:taskId/accept',
      step('签收任务', 'Accept a task'),
      valid('param', TaskParam),
      valid('json', AcceptTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await acceptTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/refuse',
      step('退回：不归我管', 'Refuse: not mine, and whose it is'),
      valid('param', TaskParam),
      valid('json', RefuseTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await refuseTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/reassign',
      step('改派', 'Re-assign'),
      valid('param', TaskParam),
      valid('json', ReassignTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await reassignTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/start',
      step('开工', 'Start work'),
      valid('param', TaskParam),
      valid('json', StartTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await startTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/control-interim',
      step('临时管控', 'Interim control, with a photo'),
      valid('param', TaskParam),
      valid('json', ControlInterim),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await controlInterim(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/plan',
      step('列入年度计划', 'No money this year: into a plan'),
      valid('param', TaskParam),
      valid('json', PlanTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await planTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/resume',
      step('恢复整改', 'Out of the plan, assigned again'),
      valid('param', TaskParam),
      valid('json', ResumeTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await resumeTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/submit',
      step('提交验收', 'Submit with after photos and quantities'),
      valid('param', TaskParam),
      valid('json', SubmitTask),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await submitTask(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/ask-extension',
      step('申请延期', 'Ask for a later day, before the deadline passes'),
      valid('param', TaskParam),
      valid('json', AskExtension),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await askExtension(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/grant-extension',
      step('同意延期', 'Grant what was asked for, perhaps until an earlier day'),
      valid('param', TaskParam),
      valid('json', GrantExtension),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await grantExtension(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/tasks/:taskId/refuse-extension',
      step('不同意延期', 'Refuse what was asked for; the deadline stands'),
      valid('param', TaskParam),
      valid('json', RefuseExtension),
      async (c) => {
        const { id: hazardId, taskId } = c.req.valid('param')
        const asked = { hazardId, taskId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await refuseExtension(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/supervise',
      step('挂牌督办', 'Put under supervision: a level, a person named, progress every so many days'),
      valid('param', HazardParam),
      valid('json', Supervise),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await supervise(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/lift-supervision',
      step('解除督办', 'Lift the supervision'),
      valid('param', HazardParam),
      valid('json', WithReason),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await liftSupervision(world, c.var.actor, asked))
      },
    )
    .post(
      '/hazards/:id/progress',
      step('填报督办进展', 'Enter the progress owed under supervision'),
      valid('param', HazardParam),
      valid('json', ReportProgress),
      async (c) => {
        const { id: hazardId } = c.req.valid('param')
        const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
        return answerHazard(c, await reportProgress(world, c.var.actor, asked))
      },
    )
