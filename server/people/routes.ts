import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { holdsAlready } from '../http/held-copy.ts'
import { valid } from '../http/valid.ts'
import { etag, ifMatchMaybe } from '../http/version.ts'
import type { World } from '../world.ts'
import { addPerson } from './add-person.ts'
import { addUnit } from './add-unit.ts'
import { personOnWire, unitOnWire } from './answers.ts'
import { changePerson } from './change-person.ts'
import { giveFeedback } from './give-feedback.ts'
import { listFeedback } from './list-feedback.ts'
import { listPeople } from './list-people.ts'
import { readCounty } from './read-county.ts'
import { readUnit } from './read-unit.ts'
import { resetPassword } from './reset-password.ts'
import {
  CountyOnWire,
  FeedbackBody,
  FeedbackList,
  FeedbackQuery,
  FeedbackTaken,
  IdParam,
  PeopleList,
  PersonAdded,
  PersonBody,
  UnitBody,
  UnitOnWire,
} from './wire.ts'

/** The county, its units and people, and what they have to say about this system. */
export const peopleRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/county',
      describe({
        ...{ summary: '本县：设置、代码表、乡镇、单位、路长', english: 'The county', tag: '本县 county' },
        responds: { 200: CountyOnWire, 304: null },
      }),
      async (c) => {
        const { body, tag } = await readCounty(world)
        c.header('ETag', tag)
        c.header('Cache-Control', 'private, no-cache')
        return holdsAlready(c, tag) ? c.body(null, 304) : c.json(body)
      },
    )
    .get(
      '/people',
      describe({ summary: '人员与单位', english: 'People and units', tag: '人员 people', responds: PeopleList }),
      async (c) => c.json(await listPeople(world, c.var.actor)),
    )
    .put(
      '/people/:id',
      describe({
        ...{ summary: '添加人员；带 If-Match 则修改', english: 'Add a person; with If-Match, change one' },
        ...{ tag: '人员 people', responds: PersonAdded },
        problems: ['not-yours', 'not-there', 'other-content', 'changed-meanwhile'],
        mayHaveVersion: true,
      }),
      valid('param', IdParam),
      valid('json', PersonBody),
      async (c) => {
        const [{ id }, body, version] = [c.req.valid('param'), c.req.valid('json'), ifMatchMaybe(c)]
        const { person, firstPassword } =
          version === null
            ? await addPerson(world, c.var.actor, id, body)
            : { person: await changePerson(world, c.var.actor, id, version, body), firstPassword: null }
        c.header('ETag', etag(person.version))
        return c.json({ person: personOnWire(person, true), firstPassword })
      },
    )
    .post(
      '/people/:id/reset-password',
      describe({
        ...{ summary: '重置密码', english: 'Give a new first password', tag: '人员 people', responds: PersonAdded },
        problems: ['not-yours', 'not-there'],
      }),
      valid('param', IdParam),
      async (c) => {
        const { person, firstPassword } = await resetPassword(world, c.var.actor, c.req.valid('param').id)
        return c.json({ person: personOnWire(person, true), firstPassword })
      },
    )
    .get(
      '/units/:id',
      describe({
        summary: '一个单位',
        english: 'One unit',
        tag: '人员 people',
        responds: UnitOnWire,
        problems: ['not-there'],
      }),
      valid('param', IdParam),
      async (c) => c.json(unitOnWire(await readUnit(world, c.req.valid('param').id))),
    )
    .put(
      '/units/:id',
      describe({
        ...{ summary: '添加或修改单位', english: 'Add or change a unit', tag: '人员 people', responds: UnitOnWire },
        problems: ['not-yours'],
      }),
      valid('param', IdParam),
      valid('json', UnitBody),
      async (c) => c.json(unitOnWire(await addUnit(world, c.var.actor, c.req.valid('param').id, c.req.valid('json')))),
    )
    .post(
      '/feedback',
      describe({
        ...{ summary: '意见反馈', english: 'Give feedback', tag: '意见 feedback', responds: { 201: FeedbackTaken } },
        problems: ['other-content'],
      }),
      valid('json', FeedbackBody),
      async (c) => {
        const { id, givenAt } = await giveFeedback(world, c.var.actor, c.req.valid('json'))
        return c.json({ id, givenAt }, 201)
      },
    )
    .get(
      '/feedback',
      describe({
        ...{ summary: '收到的意见', english: 'Feedback received', tag: '意见 feedback', responds: FeedbackList },
        problems: ['not-yours'],
      }),
      valid('query', FeedbackQuery),
      async (c) => c.json(await listFeedback(world, c.var.actor, c.req.valid('query').after)),
    )
