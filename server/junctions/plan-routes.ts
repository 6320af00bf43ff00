import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { endPlan } from './end-plan.ts'
import { listPlans } from './list-plans.ts'
import { makePlan } from './make-plan.ts'
import { MakePlan, Plan, PlanParam, Plans, WithReason } from './wire.ts'

const tag = '排查计划 patrol plans'

/** Which junctions a squad means to look at, and how far it is: by junctions, never by persons. */
export const planRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/patrol-plans',
      describe({
        ...{ summary: '排查计划及进度', english: 'Patrol plans with their progress', tag },
        ...{ responds: Plans, problems: ['not-yours'] },
      }),
      async (c) => c.json(await listPlans(world, c.var.actor)),
    )
    .put(
      '/patrol-plans/:id',
      describe({
        ...{ summary: '制定排查计划', english: 'Make a patrol plan', tag, responds: Plan },
        problems: ['not-yours', 'other-content', 'invalid'],
      }),
      valid('param', PlanParam),
      valid('json', MakePlan),
      async (c) => c.json(await makePlan(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/patrol-plans/:id/end',
      describe({
        ...{ summary: '结束排查计划', english: 'End a patrol plan', tag, responds: null },
        problems: ['not-yours', 'not-there', 'does-not-fit', 'other-content', 'invalid'],
      }),
      valid('param', PlanParam),
      valid('json', WithReason),
      async (c) => {
        await endPlan(world, c.var.actor, { ...c.req.valid('param'), body: c.req.valid('json') })
        return c.body(null, 204)
      },
    )
