import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiProblem } from '../api-problem.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'
import { say } from '../ui/say.tsx'
import { zoneChanged } from './zone-key.ts'

/** One act on a zone under one id, however often it is sent; whoever came second sees the present state. */
export const useZoneAct = (zoneId: string) => {
  const text = useWords(zoneWords)
  const client = useQueryClient()
  const actId = useRef(newId())
  return {
    said: () => ({ actId: actId.current, deviceAt: serverNow() }),
    run: async (act: () => Promise<unknown>, done: string): Promise<void> => {
      try {
        await act()
        say.done(done)
      } catch (error) {
        if (!(error instanceof ApiProblem && error.code === 'changed-meanwhile')) throw error
        actId.current = newId()
        say.done(text.conflict)
      } finally {
        await zoneChanged(client, zoneId)
      }
    },
  }
}
