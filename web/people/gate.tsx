import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { onSignedOut } from '../api.ts'
import { NoViewfinder } from '../first-light/no-viewfinder.tsx'
import { PageFault } from '../frame/page-fault.tsx'
import { deviceIsOf } from '../kept/whose-device.ts'
import { whenKeysAreForgotten } from '../outbox/shelf-keys.ts'
import { afterFirstPage } from '../shell/first-page.ts'
import { keepCountyZone } from '../text/time.ts'
import { dropAllDrafts } from '../ui/drafts.ts'
import { ErrorState } from '../ui/nothing-to-show.tsx'
import { onBlocks } from '../ui/on-blocks.tsx'
import { Opening } from '../ui/opening.tsx'
import { type Me, MeContext } from '../ui/use-me.ts'
import { isSignOutOwed, onSignOutOwed } from './owed-sign-out.ts'
import { sessionKey, useSession } from './session.ts'

const fetchSignInAgain = () => import('./sign-in-again.tsx')
const fetchLeftHere = () => import('./left-here.tsx')
const SignInPage = onBlocks(() => import('./sign-in.tsx'))
const SignInAgain = onBlocks(fetchSignInAgain)
const LeftHerePage = onBlocks(fetchLeftHere)
const FirstPasswordPage = onBlocks(() => import('./first-password.tsx'))

/** Here before they are needed, for one of them is drawn where there is no line. */
const fetchDoors = async (): Promise<void> => {
  await afterFirstPage()
  await Promise.all([fetchSignInAgain(), fetchLeftHere()])
}

/**
 * Nobody passes without a session. One that ends in the middle of work is renewed on top of the page,
 * which stays as it was; somebody else signing in there starts from a clean page.
 */
export const SignInGate = ({ children }: { readonly children: ReactNode }) => {
  const session = useSession()
  const client = useQueryClient()
  const [formerly, setFormerly] = useState<Me | null>(null)
  const me = session.data ?? null

  useEffect(
    () =>
      onSignedOut(() => {
        const known = client.getQueryData<Me | null>(sessionKey) ?? null
        if (known === null) return
        setFormerly(known)
        client.setQueryData(sessionKey, null)
      }),
    [client],
  )
  useEffect(() => {
    if (me === null) return
    keepCountyZone(me.county.timeZone)
    void deviceIsOf(me)
  }, [me])
  useEffect(() => {
    void fetchDoors().catch(() => undefined)
  }, [])

  // signed out in another tab, on purpose: what sends here has ended with it, and only a fresh page begins again
  const locked = useRef(false)
  useEffect(
    () =>
      whenKeysAreForgotten(() => {
        locked.current = true
      }),
    [],
  )

  const isAnother = me !== null && formerly !== null && me.person.id !== formerly.person.id
  useEffect(() => {
    if (!isAnother) return
    dropAllDrafts()
    window.location.assign('/')
  }, [isAnother])

  const [left, setLeft] = useState(false)
  const owed = useSyncExternalStore(onSignOutOwed, isSignOutOwed, isSignOutOwed)
  const shown = me ?? formerly
  // in every tab, until it opens afresh: nothing of who has left is shown, and nothing is asked in their name
  if (owed && !left) setLeft(true)
  if (owed || left)
    return (
      <Door>
        <LeftHerePage />
      </Door>
    )
  if (session.isPending || isAnother) return <Opening />
  if (session.error && shown === null)
    return (
      <main>
        <NoViewfinder />
        <ErrorState problem={session.error} retry={() => void session.refetch()} retrying={session.isFetching} />
      </main>
    )
  if (shown === null || shown.mustChangePassword)
    return <Door>{shown === null ? <SignInPage /> : <FirstPasswordPage me={shown} />}</Door>
  return (
    <MeContext value={shown}>
      {children}
      {me === null && (
        <PageFault>
          <Suspense fallback={null}>
            <SignInAgain
              formerly={shown}
              onSignedIn={(now) => {
                if (now.person.id !== shown.person.id) return
                if (locked.current) window.location.reload()
                setFormerly(null)
                void client.invalidateQueries()
              }}
            />
          </Suspense>
        </PageFault>
      )}
    </MeContext>
  )
}

const Door = ({ children }: { readonly children: ReactNode }) => (
  <PageFault>
    <NoViewfinder nobody />
    <Suspense fallback={<Opening />}>{children}</Suspense>
  </PageFault>
)
