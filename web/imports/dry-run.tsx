import { Button } from '@mantine/core'
import { lazy, useRef, useState } from 'react'
import type { ImportLook, ImportWhole, OpenChoices } from '../../server/imports/wire.ts'
import { ApiProblem } from '../api-problem.ts'
import { IfDrawable } from '../map/if-drawable.tsx'
import { importDoubtWords } from '../text/import-doubt-words.ts'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from '../ui/icons.tsx'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { Choices } from './choices.tsx'
import { HazardRegisterNote } from './hazard-register-note.tsx'
import { ImportCounts } from './import-counts.tsx'
import { lookAgain, settled, takeIn } from './importing.ts'
import { RowNotes } from './row-notes.tsx'

const PreviewMap = lazy(() => import('./preview-map.tsx'))

interface Props {
  readonly first: ImportLook
  readonly onDone: (whole: ImportWhole) => void
  readonly onGivenUp: () => void
}

/** What a file holds, how it is to be read, what would come of it, and the one button that writes. */
export const DryRun = ({ first, onDone, onGivenUp }: Props) => {
  const text = useWords(importWords)
  const doubts = useWords(importDoubtWords)
  const ui = useWords(uiWords)
  const [look, setLook] = useState(first)
  const [busy, setBusy] = useState<'look' | 'write' | null>(null)
  const [problem, setProblem] = useState<{ readonly of: 'look' | 'write'; readonly error: unknown } | null>(null)
  const [overtaken, setOvertaken] = useState(false)
  const latest = useRef(0)
  const read = async (choices: OpenChoices): Promise<void> => {
    const turn = ++latest.current
    // what was chosen shows at once, whatever comes of it
    setLook((before) => ({ ...before, choices }))
    setBusy('look')
    setProblem(null)
    try {
      const next = await lookAgain(first.id, choices)
      if (turn === latest.current) setLook(next)
    } catch (error) {
      if (turn === latest.current) setProblem({ of: 'look', error })
    } finally {
      if (turn === latest.current) setBusy(null)
    }
  }
  const write = async (): Promise<void> => {
    const chosen = settled(look.choices)
    if (chosen === null) return
    setBusy('write')
    setProblem(null)
    setOvertaken(false)
    try {
      onDone(await takeIn(look, chosen))
    } catch (error) {
      setBusy(null)
      if (!(error instanceof ApiProblem && error.code === 'changed-meanwhile'))
        return setProblem({ of: 'write', error })
      setOvertaken(true)
      await read(look.choices)
    }
  }
  const { counts, choices, faults, notes } = look
  const many = counts.added + counts.redrawn + counts.posts
  const unread = problem?.of === 'look'
  const shut = unread
    ? text.notRead
    : choices.layer === null
      ? doubts.chooseLayer
      : look.hasPositions && choices.datum === null
        ? doubts.chooseDatum
        : many === 0
          ? text.nothing
          : counts.faulty > 0 && choices.badRows === 'refuse'
            ? text.choosePlease(counts.faulty)
            : null
  // a file without coordinates needed no datum: nobody has chosen one for columns that are only now named
  const datumChosen = look.hasPositions ? choices.datum : null
  // of what has no layer yet nothing was planned; while a layer is being read anew, the last plan stays in sight
  const isPlanned = look.fingerprint !== ''
  return (
    <div className="import-run" aria-busy={busy !== null}>
      <h2 className="import-name">
        {look.fileName}
        <span className="quiet">{[text.format[look.format], look.encoding].filter(Boolean).join(' · ')}</span>
      </h2>
      {look.hazardHeadings.length > 0 && <HazardRegisterNote headings={look.hazardHeadings} />}
      {isPlanned && <ImportCounts counts={counts} />}
      <div className="import-columns">
        {/* what is being written is not to be read in another way meanwhile */}
        <fieldset className="import-held" disabled={busy === 'write'}>
          <Choices look={look} onChange={(change) => void read({ ...choices, datum: datumChosen, ...change })} />
        </fieldset>
        {isPlanned && (
          <div className="import-preview">
            <IfDrawable
              otherwise={<p className="import-no-map">{text.noMap}</p>}
              meanwhile={<div className="import-map" />}
            >
              <PreviewMap preview={look.preview} title={text.mapTitle} />
            </IfDrawable>
            <ul className="import-key">
              <li data-state="good">{text.key.good}</li>
              <li data-state="same">{text.key.same}</li>
              <li data-state="faulty">{text.key.faulty}</li>
              {look.previewLeftOut > 0 && <li className="figures">{text.leftOut(look.previewLeftOut)}</li>}
            </ul>
          </div>
        )}
      </div>
      {isPlanned && (
        <Section title={`${text.labels.skipped} ${counts.faulty}`}>
          {counts.faulty === 0 ? (
            <p className="quiet">{text.noFaults}</p>
          ) : (
            <RowNotes label={text.labels.skipped} rows={faults} all={counts.faulty} />
          )}
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={`${text.labels.notes} ${counts.noted}`}>
          <RowNotes label={text.labels.notes} rows={notes} all={counts.noted} />
        </Section>
      )}
      <div className="import-bar">
        {overtaken && (
          <p className="import-overtaken" role="alert">
            <Icon name="warning" />
            {text.overtaken}
          </p>
        )}
        {problem !== null && <ErrorLine problem={problem.error} />}
        <div className="import-bar-row">
          {shut !== null && (
            <p className="import-shut" id="import-shut">
              {shut}
            </p>
          )}
          {unread && <Button onClick={() => void read(choices)}>{ui.retry}</Button>}
          <Button onClick={onGivenUp} disabled={busy === 'write'}>
            {text.giveUp}
          </Button>
          <Button
            variant="filled"
            loading={busy === 'write'}
            disabled={shut !== null || busy === 'look'}
            aria-describedby="import-shut"
            onClick={() => void write()}
          >
            <span className="figures">{text.takeIn(many)}</span>
          </Button>
        </div>
      </div>
    </div>
  )
}
