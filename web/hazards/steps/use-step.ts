import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Move } from '../../../db/vocabulary.ts'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import { ApiProblem } from '../../api-problem.ts'
import { newId } from '../../new-id.ts'
import { serverNow } from '../../server-clock.ts'
import { wordsNow } from '../../text/language.ts'
import { outboxWords } from '../../text/outbox-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { say } from '../../ui/say.tsx'
import { hazardKey } from '../use-hazard.ts'
import { type ActFields, type Step, useTakeStep } from './take-step.ts'

export type { Post, Step } from './take-step.ts'

export const lastSeqOf = ({ timeline }: Pick<HazardWhole, 'timeline'>): number =>
  timeline.reduce((last, { seq }) => Math.max(last, seq), 0)

/**
 * Takes one step under one id, however often it is tapped or sent again. The picture it is decided on is the one
 * shown; where that has changed meanwhile the present one is fetched and the error goes on to the form.
 */
export const useStep = (
  hazard: Pick<HazardWhole, 'id' | 'version' | 'timeline' | 'registerNumber'>,
  { move, taskId, done }: { move: Move; taskId: string | null; done: string },
) => {
  const client = useQueryClient()
  const takeStep = useTakeStep()
  const act = useRef<ActFields | null>(null)
  const underWay = useRef<Promise<void> | null>(null)

  const readAnew = () => client.refetchQueries({ queryKey: hazardKey(hazard.id) })

  const take = async (step: Step): Promise<void> => {
    act.current ??= { actId: newId(), deviceAt: serverNow() }
    const { id: hazardId, version, registerNumber: label } = hazard
    const subject = { hazardId, version, label, seenSeq: lastSeqOf(hazard), move, taskId }
    try {
      const outcome = await takeStep(subject, act.current, step)
      act.current = null
      say.done(outcome === 'taken' ? done : wordsNow(outboxWords)[outcome === 'kept' ? 'keptHere' : 'keptSlow'])
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.code === 'changed-meanwhile' || error.code === 'does-not-fit') await readAnew()
      if (error.code !== 'other-content') throw error
      // an earlier attempt had arrived although its answer was lost, and the form has been changed since
      await readAnew()
      act.current = null
      say.done(wordsNow(stepWords).arrivedBefore)
    }
  }

  return (step: Step): Promise<void> => {
    underWay.current ??= take(step).finally(() => {
      underWay.current = null
    })
    return underWay.current
  }
}
