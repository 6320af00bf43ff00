import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import { onVersion } from '../../api.ts'
import { ApiProblem } from '../../api-problem.ts'
import { newId } from '../../new-id.ts'
import { serverNow } from '../../server-clock.ts'
import { wordsNow } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { say } from '../../ui/say.tsx'
import { hazardKey, useKeepHazard } from '../use-hazard.ts'

/** What every step sends besides its own fields. */
export interface ActFields {
  readonly actId: string
  readonly deviceAt: string
}

export type Post = (act: ActFields, version: { headers: Record<string, string> }) => Promise<HazardWhole>

/**
 * Takes one step under one id, however often it is tapped or sent again. The picture it is decided on is the one
 * shown; where that has changed meanwhile the present one is fetched and the error goes on to the form.
 */
export const useStep = (hazard: Pick<HazardWhole, 'id' | 'version'>, done: string) => {
  const client = useQueryClient()
  const keep = useKeepHazard()
  const act = useRef<ActFields | null>(null)
  const underWay = useRef<Promise<void> | null>(null)

  const readAnew = () => client.refetchQueries({ queryKey: hazardKey(hazard.id) })

  const take = async (post: Post): Promise<void> => {
    act.current ??= { actId: newId(), deviceAt: serverNow() }
    try {
      keep(await post(act.current, onVersion(hazard.version)))
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.code === 'changed-meanwhile' || error.code === 'does-not-fit') await readAnew()
      if (error.code !== 'other-content') throw error
      // an earlier attempt had arrived although its answer was lost, and the form has been changed since
      await readAnew()
      act.current = null
      say.done(wordsNow(stepWords).arrivedBefore)
      return
    }
    act.current = null
    say.done(done)
  }

  return (post: Post): Promise<void> => {
    underWay.current ??= take(post).finally(() => {
      underWay.current = null
    })
    return underWay.current
  }
}
