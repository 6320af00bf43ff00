import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { passesOn } from '../domain/hazard-workflow.ts'
import { changeTask } from '../remediation/store.ts'
import type { World } from '../world.ts'
import { answered, answerTransfer } from './answer-transfer.ts'
import { type Asked, type Ground, takeStep } from './step-frame.ts'
import type { AnswerTransfer } from './wire.ts'

/**
 * Taken over: a squad becomes the team, another unit gets all tasks that are not submitted yet, with their deadlines;
 * what another county takes leaves this register until it is taken back.
 */
export const acceptTransfer = (world: World, actor: Actor, asked: Asked<z.infer<typeof AnswerTransfer>>) =>
  takeStep(world, actor, asked, { move: 'accept-transfer', kind: 'transfer-accepted' }, async (ground) => {
    const { because } = asked.body
    const { toUnitId, toCounty } = await answerTransfer(actor, ground, 'accepted', because)
    const body = { toUnitId, toCounty, because }
    if (toUnitId === null) return { change: { ...answered, setAside: 'transferred' as const }, body }
    if (ground.transferToSquad) {
      // photos of the team before count on, unless nobody had photographed it yet
      const { stage, dispatchedAt } = ground.hazard
      const sent = stage === 'team' || dispatchedAt === null ? ground.now : dispatchedAt
      return { change: { ...answered, teamUnitId: toUnitId, dispatchedAt: sent }, body }
    }
    const taskIds = await passTasksTo(toUnitId, actor, ground)
    return { change: answered, body: { ...body, taskIds } }
  })

const passTasksTo = async (unitId: string, actor: Actor, { tx, tasks, now }: Ground): Promise<string[]> => {
  const passing = tasks.filter(({ state }) => passesOn(state))
  for (const task of passing)
    await changeTask(tx, task, {
      ...{ state: 'accepted', unitId, personId: actor.unitId === unitId ? actor.id : null },
      ...{ assignedAt: now, acceptedAt: now, startedAt: null, submittedAt: null, submittedBy: null },
      ...{ returnedBecause: null, refusedBecause: null, refusedOwnerUnitId: null },
      ...{ plannedYear: null, plannedBecause: null, extensionAskedBy: null },
    })
  return passing.map(({ id }) => id)
}
