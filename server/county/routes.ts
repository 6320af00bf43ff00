import { Hono } from 'hono'
import { HazardParam } from '../hazards/wire.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { etag, ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import { changeMatrix } from './change-matrix.ts'
import { changeSettings } from './change-settings.ts'
import { listHolidays } from './list-holidays.ts'
import { proposeOwners } from './propose-owners.ts'
import { setHolidays } from './set-holidays.ts'
import { showMatrix } from './show-matrix.ts'
import {
  HolidaysBody,
  HolidayTable,
  MatrixBody,
  OwnersQuery,
  ProposedOwners,
  Responsibility,
  SettingsBody,
  SettingsKept,
  YearParam,
  YearQuery,
} from './wire.ts'

const changes = ['not-yours', 'version-missing', 'changed-meanwhile', 'other-content', 'invalid'] as const

/** The county's own rules: figures, holidays, and who answers for what. */
export const countyRoutes = (world: World) =>
  new Hono<Env>()
    .put(
      '/county/settings',
      describe({
        ...{ summary: '修改本县设置', english: 'Change the county’s settings', tag: '本县 county' },
        ...{ responds: SettingsKept, problems: changes },
      }),
      valid('json', SettingsBody),
      async (c) => {
        const kept = await changeSettings(world, c.var.actor, ifMatch(c), c.req.valid('json'))
        c.header('ETag', etag(kept.version))
        return c.json(kept)
      },
    )
    .get(
      '/county/holidays',
      describe({
        ...{ summary: '某年节假日', english: 'The holidays of a year', tag: '本县 county', responds: HolidayTable },
        problems: ['invalid'],
      }),
      valid('query', YearQuery),
      async (c) => {
        const table = await listHolidays(world, c.req.valid('query').year)
        c.header('ETag', etag(table.version))
        return c.json(table)
      },
    )
    .put(
      '/county/holidays/:year',
      describe({
        ...{ summary: '设置某年节假日', english: 'Replace the holidays of a year', tag: '本县 county' },
        ...{ responds: HolidayTable, problems: changes },
      }),
      valid('param', YearParam),
      valid('json', HolidaysBody),
      async (c) => {
        const asked = { year: c.req.valid('param').year, version: ifMatch(c), body: c.req.valid('json') }
        const table = await setHolidays(world, c.var.actor, asked)
        c.header('ETag', etag(table.version))
        return c.json(table)
      },
    )
    .get(
      '/responsibility',
      describe({
        ...{ summary: '责任清单', english: 'The responsibility matrix, with all its versions', tag: '本县 county' },
        responds: Responsibility,
      }),
      async (c) => {
        const matrix = await showMatrix(world)
        c.header('ETag', etag(matrix.version))
        return c.json(matrix)
      },
    )
    .put(
      '/responsibility',
      describe({
        ...{ summary: '修改责任清单', english: 'Make a new version of the matrix', tag: '本县 county' },
        ...{ responds: Responsibility, problems: changes },
      }),
      valid('json', MatrixBody),
      async (c) => {
        const matrix = await changeMatrix(world, c.var.actor, ifMatch(c), c.req.valid('json'))
        c.header('ETag', etag(matrix.version))
        return c.json(matrix)
      },
    )
    .get(
      '/hazards/:id/proposed-owners',
      describe({
        ...{ summary: '按责任清单应由谁负责', english: 'Whom the matrix names', tag: '隐患 hazards' },
        ...{ responds: ProposedOwners, problems: ['not-there'] },
      }),
      valid('param', HazardParam),
      valid('query', OwnersQuery),
      async (c) => c.json(await proposeOwners(world, c.var.actor, c.req.valid('param').id, c.req.valid('query').code)),
    )
