import { Button } from '@mantine/core'
import { type ChangeEvent, useRef, useState } from 'react'
import { useWords } from '../text/language.ts'
import { unsentFileWords } from '../text/unsent-file-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { Progress } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { sentenceOf } from '../ui/sentence-of.ts'
import { useMe } from '../ui/use-me.ts'
import type { CarriedEntry } from './entry.ts'
import { useEntryWords } from './entry-words.ts'
import type { Unsent, WhyUnread } from './read-unsent.ts'
import { cipherOf } from './shelf-keys.ts'
import { useOutbox } from './use-outbox.ts'
import { importableBy } from './whose-import.ts'

type Reading =
  | { readonly at: 'start' }
  | { readonly at: 'reading'; readonly done: number; readonly total: number }
  | { readonly at: 'refused'; readonly why: WhyUnread | null; readonly problem: unknown }
  | { readonly at: 'read'; readonly unsent: Unsent }

/** Takes in at a desk what a phone could not send. */
export const ImportPart = () => {
  const text = useWords(unsentFileWords)
  const { county, person, shelfKey } = useMe()
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<Reading>({ at: 'start' })

  const read = async (file: File): Promise<void> => {
    setReading({ at: 'reading', done: 0, total: 1 })
    const { readUnsent, Unreadable } = await import('./read-unsent.ts')
    try {
      const onProgress = (done: number, total: number): void => setReading({ at: 'reading', done, total })
      const cipher = await cipherOf(person.id, shelfKey)
      const reader = { countyCode: county.code, personId: person.id, cipher }
      setReading({ at: 'read', unsent: await readUnsent(file, reader, onProgress) })
    } catch (problem) {
      setReading({ at: 'refused', why: problem instanceof Unreadable ? problem.why : null, problem })
    }
  }
  const picked = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? []
    currentTarget.value = ''
    if (file) void read(file).catch((problem: unknown) => setReading({ at: 'refused', why: null, problem }))
  }
  return (
    <Section title={text.title}>
      <p className="quiet">{text.how}</p>
      <input ref={input} type="file" accept=".zip,application/zip" hidden aria-label={text.title} onChange={picked} />
      {reading.at === 'reading' && <Progress label={text.reading(reading.done, reading.total)} {...reading} />}
      {reading.at === 'refused' && (
        <p className="outbox-entry-problem" role="alert">
          <Icon name="warning" sizePixels={18} />
          <span>{reading.why === null ? sentenceOf(reading.problem) : text.why[reading.why]}</span>
        </p>
      )}
      {reading.at === 'read' ? (
        <WhatIsInIt
          unsent={reading.unsent}
          onDone={() => setReading({ at: 'start' })}
          onChoose={() => input.current?.click()}
        />
      ) : (
        <div className="outbox-entry-acts">
          <Button onClick={() => input.current?.click()} loading={reading.at === 'reading'}>
            {text.choose}
          </Button>
        </div>
      )}
    </Section>
  )
}

const photosIn = (entries: readonly CarriedEntry[]): number =>
  entries.reduce((sum, { photos }) => sum + photos.length, 0)

interface InIt {
  readonly unsent: Unsent
  readonly onDone: () => void
  readonly onChoose: () => void
}

const WhatIsInIt = ({ unsent, onDone, onChoose }: InIt) => {
  const text = useWords(unsentFileWords)
  const time = useTime()
  const words = useEntryWords()
  const outbox = useOutbox()
  const me = useMe()
  const [taking, setTaking] = useState(false)
  const { manifest, entries } = unsent
  const { seal } = unsent
  const whose = importableBy(entries, manifest.person.id, me.person.id, seal)
  const { takeable, theirSteps, unprovenSteps, onBehalf } = whose
  const reports = entries.filter(({ what }) => what.kind === 'report')
  const takeIn = async (): Promise<void> => {
    setTaking(true)
    try {
      const fresh = await outbox.takeIn(takeable)
      say.done(fresh === 0 ? text.known : text.taken(fresh))
      onDone()
    } catch (error) {
      say.failed(error)
    } finally {
      setTaking(false)
    }
  }
  return (
    <div className="outbox-import">
      <p>
        <strong>{text.from(manifest.person.name, manifest.person.unit, time.instant(manifest.savedAt))}</strong>
      </p>
      <p className="figures">
        {text.reports(reports.length, photosIn(reports))}
        {entries.length > reports.length && ` · ${text.steps(entries.length - reports.length)}`}
      </p>
      <ul className="outbox-receipts">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>{words.what(entry)}</span>
            <span className="quiet figures">
              {words.hazard(entry)} · {time.instant(new Date(entry.savedAtMs).toISOString())}
            </span>
          </li>
        ))}
      </ul>
      {onBehalf && <p className="quiet">{text.onBehalf}</p>}
      {theirSteps > 0 && <p>{text.mustBeThemselves(theirSteps)}</p>}
      {unprovenSteps > 0 && seal !== 'whole' && (
        <p className="outbox-entry-problem" role="alert">
          <Icon name="warning" sizePixels={18} />
          <span>{text.unproven[seal](unprovenSteps)}</span>
        </p>
      )}
      <div className="outbox-entry-acts">
        {takeable.length === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <Button variant="filled" loading={taking} onClick={() => void takeIn()}>
            {text.takeIn(takeable.length)}
          </Button>
        )}
        <Button disabled={taking} onClick={onChoose}>
          {text.chooseOther}
        </Button>
      </div>
    </div>
  )
}
