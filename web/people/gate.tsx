import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { onSignedOut } from '../api.ts'
import { deviceIsOf } from '../kept/whose-device.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { keepCountyZone } from '../text/time.ts'
import { ErrorState, LoadingPage } from '../ui/nothing-to-show.tsx'
import { type Me, MeContext } from '../ui/use-me.ts'
import { FirstPasswordPage } from './first-password.tsx'
import { sessionKey, useSession } from './session.ts'
import { SignInPage } from './sign-in.tsx'
import { SignInForm } from './sign-in-form.tsx'

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

  const shown = me ?? formerly
  if (session.isPending) return <LoadingPage />
  if (session.error && shown === null)
    return (
      <main>
        <ErrorState problem={session.error} retry={() => void session.refetch()} retrying={session.isFetching} />
      </main>
    )
  if (shown === null) return <SignInPage />
  if (shown.mustChangePassword) return <FirstPasswordPage me={shown} />
  return (
    <MeContext value={shown}>
      {children}
      {me === null && (
        <SignInAgain
          formerly={shown}
          onSignedIn={(now) => {
            if (now.person.id !== shown.person.id) window.location.assign('/')
            setFormerly(null)
            void client.invalidateQueries()
          }}
        />
      )}
    </MeContext>
  )
}

const SignInAgain = ({ formerly, onSignedIn }: { readonly formerly: Me; readonly onSignedIn: (me: Me) => void }) => {
  const text = useWords(peopleWords)
  return (
    <Modal
      opened
      onClose={() => window.location.assign('/')}
      title={text.signInAgain}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
    >
      <p className="sign-in-again">{text.signInAgainWhy}</p>
      <SignInForm account={formerly.person.account} onSignedIn={onSignedIn} />
    </Modal>
  )
}
