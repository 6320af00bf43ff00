import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { faultWords } from '../text/fault-words.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { sessionKey } from './session.ts'

interface Props {
  readonly account: string
  readonly submitLabel: string
  readonly oldLabel: string
  readonly onChanged: () => void
}

const shortest = 8

/** A new password for oneself, typed twice. What the server finds wrong stands at the field it is about. */
export const NewPasswordForm = ({ account, submitLabel, oldLabel, onChanged }: Props) => {
  const text = useWords(peopleWords)
  const ui = useWords(uiWords)
  const faults = useWords(faultWords)
  const client = useQueryClient()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (busy || old === '' || fresh.length < shortest || fresh !== again) return
    setBusy(true)
    setProblem(null)
    try {
      const me = await told(api.session.password.$put({ json: { password: old, newPassword: fresh } }))
      client.setQueryData(sessionKey, me)
      setOld('')
      setFresh('')
      setAgain('')
      setTried(false)
      onChanged()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const refusal = problem instanceof ApiProblem ? problem : null
  const faultOf = (field: string): string | null => {
    const fault = refusal?.faultOf(field) ?? null
    return fault === null ? null : faults.of(fault)
  }
  const oldFault = tried && old === '' ? ui.required : faultOf('password')
  const freshFault = tried && fresh.length < shortest ? faults.of('too-short') : faultOf('newPassword')
  const againFault = tried && again !== fresh ? text.notTheSame : null
  const showButton = { 'aria-label': text.showPassword }
  return (
    <form className="new-password" onSubmit={submit} noValidate>
      <input type="text" name="account" autoComplete="username" value={account} readOnly hidden />
      <PasswordInput
        label={oldLabel}
        autoComplete="current-password"
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
        error={oldFault}
        visibilityToggleButtonProps={showButton}
      />
      <PasswordInput
        label={text.newPassword}
        description={text.newPasswordHow}
        autoComplete="new-password"
        value={fresh}
        onChange={(event) => setFresh(event.currentTarget.value)}
        error={freshFault}
        visibilityToggleButtonProps={showButton}
      />
      <PasswordInput
        label={text.newPasswordAgain}
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={againFault}
        visibilityToggleButtonProps={showButton}
      />
      {problem !== null && refusal?.fields.length !== 1 && <ErrorLine problem={problem} />}
      <Button type="submit" variant="filled" loading={busy}>
        {submitLabel}
      </Button>
    </form>
  )
}
