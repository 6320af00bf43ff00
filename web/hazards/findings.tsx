import { useState } from 'react'
import { checkVerdicts } from '../../db/vocabulary.ts'
import type { Findings as FindingsAnswer } from '../../server/clearance/findings-wire.ts'
import type { HazardWhole, TaskView } from '../../server/hazards/answers.ts'
import { clearanceWords } from '../text/clearance-words.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { VerdictMark } from '../ui/verdict-mark.tsx'
import { FindingEvidence } from './finding-evidence.tsx'
import { findingSentence } from './finding-reason.ts'
import { useFindings } from './use-findings.ts'
import './findings.css'

interface Props {
  readonly hazard: HazardWhole
  readonly task: TaskView
  /** Only how many of each, until it is unfolded. */
  readonly folded?: boolean
}

type Attempt = FindingsAnswer['attempts'][number]

/** The system's checks on the latest submission, each with what it rests on; earlier ones can be unfolded. */
export const Findings = ({ hazard, task, folded = false }: Props) => {
  const text = useWords(clearanceWords)
  const { checkVerdicts: verdictNames } = useWords(tradeWords)
  const findings = useFindings(hazard, task)
  if (findings.isPending) return null
  if (findings.data === undefined) return <ErrorLine problem={findings.error} />
  const [latest, ...earlier] = findings.data.attempts
  if (folded) {
    if (latest === undefined) return null
    const counts = checkVerdicts.flatMap((verdict) => {
      const count = latest.findings.filter((finding) => finding.verdict === verdict).length
      return count === 0 ? [] : [text.counted(verdictNames[verdict], count)]
    })
    return (
      <details className="findings findings-folded">
        <summary>
          <strong>{text.title}</strong>
          <span className="quiet figures">{counts.join(' · ')}</span>
        </summary>
        <AttemptList hazard={hazard} attempt={latest} />
      </details>
    )
  }
  return (
    <section className="findings" aria-label={text.title}>
      <h3>
        {text.title} <span className="quiet">{text.advice}</span>
      </h3>
      {latest === undefined ? <p className="quiet">{text.none}</p> : <AttemptList hazard={hazard} attempt={latest} />}
      {earlier.length > 0 && (
        <details className="findings-earlier">
          <summary>{text.earlier(earlier.length)}</summary>
          {earlier.map((attempt) => (
            <AttemptList key={attempt.attempt} hazard={hazard} attempt={attempt} named />
          ))}
        </details>
      )}
    </section>
  )
}

interface AttemptProps {
  readonly hazard: HazardWhole
  readonly attempt: Attempt
  readonly named?: boolean
}

const AttemptList = ({ hazard, attempt, named = false }: AttemptProps) => {
  const text = useWords(clearanceWords)
  const { metres } = useWords(hazardWords)
  const { clearanceChecks } = useWords(tradeWords)
  const time = useTime()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const toggle = (check: string, open: boolean): void => {
    if (open !== unfolded.has(check)) setUnfolded((now) => (open ? new Set([...now, check]) : without(now, check)))
  }
  return (
    <>
      {named && (
        <p className="quiet figures">
          {text.attempt(attempt.attempt)} · {time.instant(attempt.foundAt)}
        </p>
      )}
      <ul className="findings-list">
        {attempt.findings.map((finding) => (
          <li key={finding.check}>
            <details onToggle={(event) => toggle(finding.check, event.currentTarget.open)}>
              <summary>
                <VerdictMark verdict={finding.verdict} />
                <span className="findings-what">
                  <strong>{clearanceChecks[finding.check]}</strong>
                  <span className={finding.verdict === 'pass' ? 'quiet' : ''}>
                    {findingSentence(finding, text, metres)}
                  </span>
                </span>
              </summary>
              {unfolded.has(finding.check) && <FindingEvidence hazard={hazard} finding={finding} />}
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}

const without = (set: ReadonlySet<string>, gone: string): ReadonlySet<string> =>
  new Set([...set].filter((one) => one !== gone))
