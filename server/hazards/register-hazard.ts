import { responsibleFor } from '../county/responsible-for.ts'
import type { Actor } from '../domain/actor.ts'
import { startsSupervised } from '../domain/hazard-workflow.ts'
import { Problem } from '../http/problem.ts'
import { mustBeAnswerable } from '../remediation/answerable.ts'
import { superviseFromTheStart } from '../remediation/put-under-supervision.ts'
import { addTasks, anyTaskAmong } from '../remediation/store.ts'
import type { World } from '../world.ts'
import { positionColumns } from './attach-photos.ts'
import { codeIsKnown } from './code-lists.ts'
import { deadlineFrom } from './deadlines.ts'
import { extentOf, whereExtentLies } from './extent-of.ts'
import { redrawExtent } from './extent-store.ts'
import { linkRelapse } from './link-relapse.ts'
import { type Asked, type Ground, takeStep } from './step-frame.ts'
import { nextInSequence } from './store.ts'
import type { RegisterHazard } from './wire.ts'

/** Onto the register: a number, codes, a severity that a named person answers for, tasks with owners and deadlines. */
export const registerHazard = async (world: World, actor: Actor, asked: Asked<RegisterHazard>) => {
  const { body } = asked
  const drawn = body.extent ? await extentOf(world, actor.county, body.extent) : null
  const by = drawn ? await whereExtentLies(world, actor.county, drawn, world.now()) : null
  const placed = by ? { ...by.where, ...positionColumns(by.position) } : body.extent === null ? { extent: null } : {}
  return takeStep(world, actor, asked, { move: 'register-hazard', kind: 'hazard-registered' }, async (ground) => {
    const { tx, county, now, today } = ground
    await mustFitTheLists(ground, body)
    const byRule = await deadlineFrom(tx, county, body.sameDay ? 'same-day' : body.severity, now)
    const tasks = body.tasks.map((task, position) => ({
      county: county.county,
      id: task.id,
      hazardId: ground.hazard.id,
      position,
      state: 'assigned' as const,
      unitId: task.unitId,
      personId: task.personId,
      demand: task.demand,
      firstDueOn: task.dueOn ?? byRule,
      dueOn: task.dueOn ?? byRule,
      assignedAt: now,
      timesReturned: 0,
    }))
    const measures = body.tasks.flatMap((task) =>
      task.measures.map(({ measure, quantity }, position) => ({
        county: county.county,
        taskId: task.id,
        measure,
        position,
        plannedQuantity: quantity,
      })),
    )
    await addTasks(tx, tasks, measures)
    if (body.extent !== undefined)
      await redrawExtent(tx, { county: actor.county, hazardId: ground.hazard.id, by: actor.id, at: now }, drawn)
    const responsible = await responsibleFor({ tx, hazard: { ...ground.hazard, ...placed } }, body)
    const year = Number(today.slice(0, 4))
    const number = await nextInSequence(tx, county.county, 'register', year)
    const registerNumber = `${county.registerPrefix}${year}-${String(number).padStart(4, '0')}`
    const relapse = await linkRelapse(actor, ground, registerNumber)
    const persons = body.tasks.map(({ personId }) => personId)
    const supervision = startsSupervised('register-hazard', body.severity)
      ? await superviseFromTheStart(world, actor, ground, persons)
      : null
    return {
      change: {
        ...relapse.change,
        ...supervision?.change,
        ...placed,
        sameDay: body.sameDay,
        registerNumber,
        code: body.code,
        otherCodes: body.otherCodes,
        severity: body.severity,
        severitySetBy: actor.id,
        description: body.description,
        spot: body.spot || ground.hazard.spot,
        ...responsible,
        registeredAt: now,
        registeredBy: actor.id,
        firstDueOn: tasks.map(({ firstDueOn }) => firstDueOn).sort()[0] ?? null,
      },
      body: {
        registerNumber,
        severity: body.severity,
        code: body.code,
        ...responsible,
        sameDay: body.sameDay,
        ...(body.extent !== undefined && { extent: drawn?.asked ?? null }),
        tasks: tasks.map(({ id, unitId, personId, dueOn }) => ({ id, unitId, personId, dueOn })),
      },
      also: [...(supervision ? [{ kind: 'supervised' as const, body: supervision.body }] : []), ...relapse.also],
    }
  })
}

const mustFitTheLists = async ({ tx, county, today }: Ground, body: RegisterHazard): Promise<void> => {
  const wrong = (pointer: string, fault: string) => new Problem('invalid', { fields: [{ pointer, fault }] })
  if (!(await codeIsKnown(tx, county.county, 'hazard', body.code, ...body.otherCodes))) throw wrong('/code', 'unknown')
  const ids = new Set(body.tasks.map(({ id }) => id))
  if (ids.size !== body.tasks.length) throw wrong('/tasks', 'repeated-id')
  if (await anyTaskAmong(tx, county.county, [...ids]))
    throw new Problem('other-content', { fields: [{ pointer: '/tasks', fault: 'used-id' }] })
  for (const [index, task] of body.tasks.entries()) {
    await mustBeAnswerable(tx, county.county, task, `/tasks/${index}`)
    const measures = task.measures.map(({ measure }) => measure)
    if (new Set(measures).size !== measures.length) throw wrong(`/tasks/${index}/measures`, 'repeated')
    if (!(await codeIsKnown(tx, county.county, 'measure', ...measures)))
      throw wrong(`/tasks/${index}/measures`, 'unknown')
    if (task.dueOn !== null && task.dueOn < today) throw wrong(`/tasks/${index}/dueOn`, 'in-the-past')
  }
}
