import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { answered, answerTransfer } from './answer-transfer.ts'
import { type Asked, takeStep } from './step-frame.ts'
import type { AnswerTransfer } from './wire.ts'

/** Not theirs, and why: it stays with those who have it. */
export const refuseTransfer = (world: World, actor: Actor, asked: Asked<z.infer<typeof AnswerTransfer>>) =>
  takeStep(world, actor, asked, { move: 'refuse-transfer', kind: 'transfer-refused' }, async (ground) => {
    const { because } = asked.body
    const { toUnitId, toCounty } = await answerTransfer(actor, ground, 'refused', because)
    return { change: answered, body: { toUnitId, toCounty, because } }
  })
