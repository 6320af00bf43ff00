import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { NoAnswer } from '../api-problem.ts'
import { Logo } from '../frame/logo.tsx'
import { onOnlineChange } from '../online.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { endOwedSession, isSignOutOwed, onSignOutOwed } from './owed-sign-out.ts'
import './sign-in.css'

const tryAgainMs = 10_000

/** After leaving without a connection: what is true of this device and of the server, until the server was told. */
export default function LeftHerePage() {
  const text = useWords(peopleWords)
  const ui = useWords(uiWords)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const tell = async (): Promise<void> => {
    setBusy(true)
    try {
      await endOwedSession()
      // afresh: nothing of who was here stays in the page
      window.location.assign('/')
    } catch (error) {
      setBusy(false)
      // of no answer the page speaks already
      setProblem(error instanceof NoAnswer ? null : error)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, and goes on by itself
  useEffect(() => {
    const now = (): void => void tell()
    const timer = setInterval(now, tryAgainMs)
    const stops = [onOnlineChange(now), onSignOutOwed(() => isSignOutOwed() || window.location.assign('/'))]
    window.addEventListener('online', now)
    now()
    return () => {
      clearInterval(timer)
      for (const stop of stops) stop()
      window.removeEventListener('online', now)
    }
  }, [])
  return (
    <main className="sign-in-door left-here">
      <title>{`${text.leftHere} · ${ui.product}`}</title>
      <header>
        <Logo />
        <div>
          <h1>{text.leftHere}</h1>
          <p className="quiet">{text.leftHereHow}</p>
        </div>
      </header>
      {problem === null ? <p role="status">{text.leftHereOwed}</p> : <ErrorLine problem={problem} />}
      <Button variant="filled" loading={busy} onClick={() => void tell()}>
        {text.leftHereTry}
      </Button>
      <footer>
        <LanguageSwitch />
      </footer>
    </main>
  )
}
