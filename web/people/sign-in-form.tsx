import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { api, told } from '../api.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import type { Me } from '../ui/use-me.ts'
import { endOwedSession } from './owed-sign-out.ts'
import { sessionKey } from './session.ts'

interface Props {
  /** Whose sign-in has ended; empty on the page of the door. */
  readonly account?: string
  readonly onSignedIn?: (me: Me) => void
}

export const SignInForm = ({ account: formerly = '', onSignedIn }: Props) => {
  const text = useWords(peopleWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const [account, setAccount] = useState(formerly)
  const [password, setPassword] = useState('')
  const [staySignedIn, setStay] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (busy || account.trim() === '' || password === '') return
    setBusy(true)
    setProblem(null)
    try {
      await endOwedSession()
      const me = await told(api.session.$post({ json: { account: account.trim(), password, staySignedIn } }))
      client.setQueryData(sessionKey, me)
      onSignedIn?.(me)
    } catch (error) {
      setProblem(error)
      setPassword('')
      setBusy(false)
    }
  }
  const noteCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  const missing = (value: string): string | null => (tried && value === '' && problem === null ? ui.required : null)
  return (
    <form className="sign-in-form" onSubmit={signIn} noValidate>
      <TextInput
        label={text.account}
        name="account"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={account}
        onChange={(event) => setAccount(event.currentTarget.value)}
        error={missing(account)}
      />
      <PasswordInput
        label={text.password}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onKeyUp={noteCapsLock}
        description={capsLock ? text.capsLock : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={missing(password)}
        data-autofocus={formerly !== ''}
        visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
      />
      <Checkbox
        label={text.staySignedIn}
        checked={staySignedIn}
        onChange={(event) => setStay(event.currentTarget.checked)}
      />
      {problem !== null && <ErrorLine key={String(problem)} problem={problem} />}
      <Button type="submit" variant="filled" loading={busy} fullWidth className="sign-in-go">
        {text.signIn}
      </Button>
      <p className="quiet">{text.forgotten}</p>
    </form>
  )
}
