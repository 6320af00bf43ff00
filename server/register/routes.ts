import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { placeThroughYears } from './place-through-years.ts'
import { searchRegister } from './search-register.ts'
import { waitingFor } from './waiting-for.ts'
import { PlaceYears, PlaceYearsQuery, RegisterPage, RegisterQuery, Waiting } from './wire.ts'

export const registerRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/hazards',
      describe({
        summary: '检索簿册',
        english: 'A page of the register within your own scope; follow `next` for the page behind',
        tag: '簿册 register',
        responds: RegisterPage,
        problems: ['invalid', 'malformed'],
      }),
      valid('query', RegisterQuery),
      async (c) => c.json(await searchRegister(world, c.var.actor, c.req.valid('query'))),
    )
    .get(
      '/places/years',
      describe({
        summary: '一个地方历年的隐患',
        english: 'Every hazard ever reported around a position, in the order of time, with its before and after',
        tag: '簿册 register',
        responds: PlaceYears,
        problems: ['invalid'],
      }),
      valid('query', PlaceYearsQuery),
      async (c) => c.json(await placeThroughYears(world, c.var.actor, c.req.valid('query'))),
    )
    .get(
      '/mine',
      describe({
        summary: '待我办理',
        english: 'What waits for me, due first',
        tag: '簿册 register',
        responds: Waiting,
      }),
      async (c) => c.json(await waitingFor(world, c.var.actor)),
    )
