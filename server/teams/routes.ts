import { Hono } from 'hono'
import { answerHazard, stepProblems } from '../hazards/answer-hazard.ts'
import { HazardWhole } from '../hazards/answers.ts'
import { DispatchTeam, HazardParam } from '../hazards/wire.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import { dispatchTeam } from './dispatch-team.ts'

const step = (summary: string, english: string) =>
  describe({ summary, english, tag: '队伍 teams', responds: HazardWhole, problems: stepProblems })

export const teamRoutes = (world: World) =>
  new Hono<Env>().post(
    '/hazards/:id/dispatch',
    step('派出队伍', 'Dispatch a team'),
    valid('param', HazardParam),
    valid('json', DispatchTeam),
    async (c) => {
      const { id: hazardId } = c.req.valid('param')
      const asked = { hazardId, version: ifMatch(c), body: c.req.valid('json') }
      return answerHazard(c, await dispatchTeam(world, c.var.actor, asked))
    },
  )
