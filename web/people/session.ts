import { useQueryClient } from '@tanstack/react-query'
import { api, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { useAsked } from '../asking.ts'
import { leaveNothing } from '../kept/whose-device.ts'
import { forgetKeys } from '../outbox/shelf-keys.ts'
import { dropAllDrafts } from '../ui/drafts.ts'
import type { Me } from '../ui/use-me.ts'

export const sessionKey = ['session'] as const

/** Who is signed in; null when nobody is, which is an answer and no fault. */
export const askSession = async (): Promise<Me | null> => {
  try {
    return await told(api.session.$get())
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-signed-in') return null
    throw error
  }
}

export const useSession = () => useAsked(sessionKey, askSession, { staleTimeMs: 5 * 60_000 })

/** Leaves this device without a trace of the person: drafts, answers kept here, the session itself; the outbox is locked. */
export const useSignOut = (): (() => Promise<void>) => {
  const client = useQueryClient()
  return async () => {
    try {
      await api.session.$delete()
    } catch (error) {
      // a session that had ended already is signed out all the same
      if (!(error instanceof ApiProblem && error.code === 'not-signed-in')) throw error
    }
    dropAllDrafts()
    // what is unsent stays, and only its author opens it again
    await forgetKeys()
    await leaveNothing()
    client.clear()
    client.setQueryData(sessionKey, null)
    window.location.assign('/')
  }
}
