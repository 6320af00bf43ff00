import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { holdsAlready, keepButAsk } from '../http/held-copy.ts'
import { valid } from '../http/valid.ts'
import { etag, ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import { countCoverage } from './count-coverage.ts'
import { enterJunction } from './enter-junction.ts'
import { inspectJunction } from './inspect-junction.ts'
import { listJunctions } from './list-junctions.ts'
import { mapJunctions, mapJunctionsTag } from './map-junctions.ts'
import { proposeJunctions } from './propose-junctions.ts'
import { readJunction } from './read-junction.ts'
import { renameJunction } from './rename-junction.ts'
import { restoreJunction } from './restore-junction.ts'
import { retireJunction } from './retire-junction.ts'
import { takeOverJunctions } from './take-over-junctions.ts'
import * as wire from './wire.ts'

const tag = '平交路口 junctions'
const changes = [
  'not-yours',
  'not-there',
  'changed-meanwhile',
  'version-missing',
  'does-not-fit',
  'other-content',
] as const

/** The register of at-grade junctions. */
export const junctionRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/junctions',
      describe({
        ...{ summary: '平交路口清单', english: 'A page of the register of junctions; follow `next`', tag },
        ...{ responds: wire.JunctionPage, problems: ['not-yours', 'not-there', 'invalid', 'malformed'] },
      }),
      valid('query', wire.JunctionQuery),
      async (c) => c.json(await listJunctions(world, c.var.actor, c.req.valid('query'))),
    )
    .get(
      '/junctions/coverage',
      describe({
        ...{ summary: '路口排查覆盖率', english: 'How many junctions were looked at, by township and road class', tag },
        ...{ responds: wire.Coverage, problems: ['not-yours', 'invalid'] },
      }),
      valid('query', wire.MonthsQuery),
      async (c) => c.json(await countCoverage(world, c.var.actor, c.req.valid('query').months)),
    )
    .get(
      '/junctions/finding',
      describe({
        ...{
          summary: '从道路查找路口（试算）',
          english: 'Dry run: what finding junctions on the roads would change',
          tag,
        },
        ...{ responds: wire.FindingReport, problems: ['not-yours', 'invalid'] },
      }),
      valid('query', wire.FindQuery),
      async (c) => c.json(await proposeJunctions(world, c.var.actor, c.req.valid('query').crossings)),
    )
    .post(
      '/junctions/finding',
      describe({
        ...{ summary: '采用查找结果', english: 'Take over what the dry run has shown, all or nothing', tag },
        ...{ responds: { 201: wire.FindingReport } },
        problems: ['not-yours', 'changed-meanwhile', 'other-content', 'invalid'],
      }),
      valid('json', wire.TakeOver),
      async (c) => c.json(await takeOverJunctions(world, c.var.actor, c.req.valid('json')), 201),
    )
    .get(
      '/junctions/:id',
      describe({
        ...{ summary: '一处路口', english: 'A junction with its inspections and the hazards around it', tag },
        ...{ responds: wire.JunctionWhole, problems: ['not-yours', 'not-there', 'invalid'] },
      }),
      valid('param', wire.JunctionParam),
      async (c) => {
        const whole = await readJunction(world, c.var.actor, c.req.valid('param').id)
        c.header('ETag', etag(whole.version))
        return c.json(whole)
      },
    )
    .put(
      '/junctions/:id',
      describe({
        ...{ summary: '录入路口', english: 'Enter a junction by hand', tag, responds: wire.JunctionWhole },
        problems: ['not-yours', 'other-content', 'impossible-position', 'invalid'],
      }),
      valid('param', wire.EnterParam),
      valid('json', wire.EnterJunction),
      async (c) => c.json(await enterJunction(world, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/junctions/:id/rename',
      describe({
        ...{ summary: '修改路口名称', english: 'Rename a junction', tag, responds: wire.JunctionWhole },
        problems: [...changes, 'invalid'],
      }),
      valid('param', wire.JunctionParam),
      valid('json', wire.RenameJunction),
      async (c) => {
        const asked = { ...c.req.valid('param'), version: ifMatch(c), body: c.req.valid('json') }
        return c.json(await renameJunction(world, c.var.actor, asked))
      },
    )
    .post(
      '/junctions/:id/retire',
      describe({
        ...{ summary: '停用路口', english: 'Put a junction out of use', tag, responds: wire.JunctionWhole },
        problems: [...changes, 'invalid'],
      }),
      valid('param', wire.JunctionParam),
      valid('json', wire.WithReason),
      async (c) => {
        const asked = { ...c.req.valid('param'), version: ifMatch(c), body: c.req.valid('json') }
        return c.json(await retireJunction(world, c.var.actor, asked))
      },
    )
    .post(
      '/junctions/:id/restore',
      describe({
        ...{ summary: '恢复路口', english: 'Put a junction back into use', tag, responds: wire.JunctionWhole },
        problems: [...changes, 'invalid'],
      }),
      valid('param', wire.JunctionParam),
      valid('json', wire.WithReason),
      async (c) => {
        const asked = { ...c.req.valid('param'), version: ifMatch(c), body: c.req.valid('json') }
        return c.json(await restoreJunction(world, c.var.actor, asked))
      },
    )
    .put(
      '/junctions/:id/inspections/:inspectionId',
      describe({
        ...{ summary: '登记路口排查', english: 'Note that a junction was looked at, and what was found', tag },
        ...{ responds: wire.JunctionWhole },
        problems: ['not-yours', 'not-there', 'does-not-fit', 'other-content', 'invalid'],
      }),
      valid('param', wire.InspectionParam),
      valid('json', wire.InspectJunction),
      async (c) => {
        const asked = { ...c.req.valid('param'), body: c.req.valid('json') }
        return c.json(await inspectJunction(world, c.var.actor, asked))
      },
    )
    .get(
      '/map/junctions',
      describe({
        ...{ summary: '地图图层：平交路口', english: 'Map layer of junctions as points (GeoJSON)', tag: 'map' },
        ...{ responds: { 200: wire.JunctionPoints, 304: null }, problems: ['not-yours', 'invalid'] },
      }),
      compress(),
      valid('query', wire.MonthsQuery),
      async (c) => {
        const { months } = c.req.valid('query')
        const points = await mapJunctionsTag(world, c.var.actor, months)
        if (holdsAlready(c, points)) return c.body(null, 304, keepButAsk(points))
        return c.json(await mapJunctions(world, c.var.actor, months), 200, keepButAsk(points))
      },
    )
