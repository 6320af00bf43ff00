import { Button } from '@mantine/core'
import { Link, useParams } from 'wouter'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { useHazard } from '../hazards/use-hazard.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { refusedPhotoWords } from '../text/refused-photo-words.ts'
import { EmptyState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { isToSettle } from './badge-state.ts'
import type { FieldStepFacts, OutboxEntry } from './entry.ts'
import { EntryCard } from './entry-card.tsx'
import { useEntryWords } from './entry-words.ts'
import { MySide } from './my-side.tsx'
import { SettleChoices } from './settle-choices.tsx'
import { TheirSide } from './their-side.tsx'
import { useOutboxEntries, useOutboxFacts } from './use-outbox.ts'
import './outbox-page.css'

/** One entry that its author has to settle, with both sides of it. */
export default function SettlePage() {
  const { id } = useParams<{ id: string }>()
  const text = useWords(outboxWords)
  const { loaded } = useOutboxFacts()
  const entry = useOutboxEntries().find((one) => one.id === id)
  if (entry !== undefined) return <Settling entry={entry} />
  return (
    <Page title={text.title} backTo="/outbox" width="reading">
      {loaded ? (
        <EmptyState
          title={text.gone}
          action={
            <Button component={Link} href="/outbox">
              {text.title}
            </Button>
          }
        >
          {text.goneHow}
        </EmptyState>
      ) : (
        <LoadingRows rows={4} />
      )}
    </Page>
  )
}

const Settling = ({ entry }: { readonly entry: OutboxEntry }) => {
  const words = useEntryWords()
  const { what } = entry
  if (!isToSettle(entry))
    return (
      <Page title={words.what(entry)} backTo="/outbox" width="reading">
        <ul className="outbox-entries">
          <EntryCard entry={entry} />
        </ul>
      </Page>
    )
  return (
    <Page title={`${words.hazard(entry)} · ${words.what(entry)}`} backTo="/outbox">
      <div className="outbox-note">
        <Note entry={entry} />
      </div>
      {entry.recorded ? (
        <Recorded entry={entry} />
      ) : what.kind === 'step' ? (
        <BothSides entry={entry} step={what} />
      ) : (
        <OneSide entry={entry} hazard={null} />
      )}
    </Page>
  )
}

/** What became of it, in truth: not accepted, met by a change, or received but for a photo. */
const Note = ({ entry: { state, recorded, problem } }: { readonly entry: OutboxEntry }) => {
  const text = useWords(outboxWords)
  const ofPhoto = useWords(refusedPhotoWords)
  const [title, how] = {
    conflict: [text.conflictTitle, text.conflictHow],
    'photo-refused': [ofPhoto.title(recorded), ofPhoto.how(recorded)],
    refused: [text.refusedTitle, text.refusedHow],
  }[state === 'conflict' || state === 'photo-refused' ? state : 'refused']
  return (
    <>
      <strong>{title}</strong>
      <p>{how}</p>
      {problem !== null && state === 'refused' && <p>{problem.sentence}</p>}
    </>
  )
}

const OneSide = ({ entry, hazard }: { readonly entry: OutboxEntry; readonly hazard: HazardWhole | null }) => (
  <>
    <MySide entry={entry} />
    <SettleChoices entry={entry} hazard={hazard} />
  </>
)

/** The record is with the server, and nobody else's act stands against it. */
const Recorded = ({ entry }: { readonly entry: OutboxEntry }) => (
  <OneSide entry={entry} hazard={useHazard(entry.what.hazardId).data ?? null} />
)

const BothSides = ({ entry, step }: { readonly entry: OutboxEntry; readonly step: FieldStepFacts }) => {
  const text = useWords(outboxWords)
  const hazard = useHazard(step.hazardId)
  return (
    <>
      <div className="outbox-sides">
        <MySide entry={entry} />
        {hazard.data ? (
          <TheirSide hazard={hazard.data} step={step} />
        ) : (
          <section className="outbox-side" aria-label={text.theirs}>
            <h2>{text.theirs}</h2>
            {hazard.isPending && hazard.fetchStatus === 'fetching' ? (
              <LoadingRows rows={4} />
            ) : (
              <p className="quiet">{text.nowUnknown}</p>
            )}
          </section>
        )}
      </div>
      <SettleChoices entry={entry} hazard={hazard.data ?? null} />
    </>
  )
}
