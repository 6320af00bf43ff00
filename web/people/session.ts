import { useQueryClient } from '@tanstack/react-query'
import { api, told } from '../api.ts'
import { ApiProblem, NoAnswer } from '../api-problem.ts'
import { useAsked } from '../asking.ts'
import { forgetCamera } from '../first-light/camera-mark.ts'
import { leaveNothing } from '../kept/whose-device.ts'
import { captureDraft, dropDraftPhotosBut } from '../outbox/draft-shelf.ts'
import { forgetKeys, wipeKeys } from '../outbox/shelf-keys.ts'
import { dropAllDrafts } from '../ui/drafts.ts'
import type { Me } from '../ui/use-me.ts'
import { endOnServer, endOwedSession, isSignOutOwed, oweSignOut, tellOwed } from './owed-sign-out.ts'

export const sessionKey = ['session'] as const

/** Who is signed in; null when nobody is, which is an answer and no fault. A sign-out still owed is finished first. */
export const askSession = async (): Promise<Me | null> => {
  await endOwedSession()
  try {
    return await told(api.session.$get())
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-signed-in') return null
    throw error
  }
}

export const useSession = () => useAsked(sessionKey, askSession, { staleTimeMs: 5 * 60_000 })

/** Drafts and the answers kept here go. What is unsent stays, and a capture under way: only their author opens them again. */
const leaveThisDevice = async (lock: () => Promise<void>): Promise<void> => {
  dropAllDrafts()
  forgetCamera()
  await lock()
  await Promise.all([leaveNothing(), dropDraftPhotosBut([captureDraft])])
}

/** For a page that opens with nobody signed in. Another tab may be signed in again on top of its work: it is not told. */
export const leaveAsSignedOut = (): Promise<void> => leaveThisDevice(wipeKeys)

/**
 * Leaves this device without a trace of the person: drafts, answers kept here, the session itself; the outbox is locked.
 * Without an answer the device is left all the same, and the session is ended at the server once it can be reached.
 */
export const useSignOut = (): (() => Promise<void>) => {
  const client = useQueryClient()
  return async () => {
    try {
      await endOnServer()
    } catch (error) {
      // where that cannot be remembered, the next page would open signed in: then nothing is done
      if (!(error instanceof NoAnswer && oweSignOut())) throw error
    }
    await leaveThisDevice(forgetKeys)
    client.clear()
    client.setQueryData(sessionKey, null)
    // a page that is left offline may not come back: this one says how things stand
    if (isSignOutOwed()) tellOwed()
    else window.location.assign('/')
  }
}
