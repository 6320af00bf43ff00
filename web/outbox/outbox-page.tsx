import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { mayOpen } from '../frame/entries.ts'
import { useOnline } from '../frame/use-online.ts'
import { grouped } from '../grouped.ts'
import { bytesText } from '../text/bytes-text.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { EmptyState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { isToSettle, originalToGo, somethingWaits } from './badge-state.ts'
import type { OutboxCounts, OutboxEntry } from './entry.ts'
import { EntryCard } from './entry-card.tsx'
import { ExportButton, warmExport } from './export-button.tsx'
import { ImportPart } from './import-part.tsx'
import { OthersUnsent } from './others-unsent.tsx'
import { Receipts } from './receipts.tsx'
import { StorageFacts } from './storage-facts.tsx'
import { useOutbox, useOutboxCounts, useOutboxEntries, useOutboxFacts } from './use-outbox.ts'
import './outbox-page.css'

const originalBytes = (entries: readonly OutboxEntry[]): number =>
  entries
    .flatMap(({ photos }) => photos)
    .filter(originalToGo)
    .reduce((sum, { bytes }) => sum + bytes, 0)

/** By hazard: those that wait for their author first, then in the order they were kept. */
const inOrder = (entries: readonly OutboxEntry[]): readonly (readonly OutboxEntry[])[] => {
  const kept = [...entries].sort((a, b) => a.seq - b.seq)
  const byHazard = [...grouped(kept, ({ what }) => what.hazardId).values()]
  const rank = (entriesOfOne: readonly OutboxEntry[]): number => (entriesOfOne.some(isToSettle) ? 0 : 1)
  return byHazard.sort((a, b) => rank(a) - rank(b))
}

/** What waits on this device, each entry with its state; and that nothing of it is lost. */
export default function OutboxPage() {
  const text = useWords(outboxWords)
  const counts = useOutboxCounts()
  const entries = useOutboxEntries()
  const { loaded, standstill } = useOutboxFacts()
  const online = useOnline()
  const { role } = useMe().person
  useEffect(warmExport, [])
  return (
    <Page title={text.title} width="reading">
      {!online && <p className="outbox-note">{text.offlineHow}</p>}
      {standstill !== null && (online || standstill !== 'no-answer') && (
        <p className="outbox-note" role="status">
          {text.standstills[standstill]}
        </p>
      )}
      {!loaded ? (
        <LoadingRows rows={4} />
      ) : somethingWaits(counts) || entries.length > 0 ? (
        <>
          <Received counts={counts} online={online} />
          <Acts counts={counts} entries={entries} online={online} />
          <Section title={text.list}>
            <ul className="outbox-entries">
              {inOrder(entries).map((ofOne) =>
                ofOne.map((entry, at) => <EntryCard key={entry.id} entry={entry} goesOn={at > 0} />),
              )}
            </ul>
          </Section>
        </>
      ) : (
        <EmptyState
          title={text.emptyTitle}
          {...(mayOpen(role, '/capture') && {
            action: (
              <Button component={Link} href="/capture" variant="filled">
                {text.toCapture}
              </Button>
            ),
          })}
        >
          {text.emptyHow}
        </EmptyState>
      )}
      <Section title={text.storage}>
        <StorageFacts />
        <OthersUnsent />
      </Section>
      <Receipts />
      <ImportPart />
    </Page>
  )
}

const Received = ({ counts, online }: { readonly counts: OutboxCounts; readonly online: boolean }) => {
  const text = useWords(outboxWords)
  return (
    <div className="outbox-received" role="status">
      {counts.photosAll === 0 ? (
        <span className="quiet">{text.noPhotos}</span>
      ) : (
        <>
          <span>{text.receivedBy}</span>
          <strong className="figures">{text.received(counts.photosReceived, counts.photosAll)}</strong>
          <span>{text.receivedPhotos}</span>
          <progress value={counts.photosReceived} max={counts.photosAll} aria-label={text.receivedBy} />
        </>
      )}
      <p className="quiet figures">
        {[
          counts.conflicts + counts.refused > 0 && text.settle(counts.conflicts + counts.refused),
          counts.waiting > 0 && text.hazardsWaiting(counts.waiting),
          counts.originalsWaiting > 0 && text.originals(counts.originalsWaiting),
        ]
          .filter((part) => part !== false)
          .join(' · ')}
      </p>
      {counts.originalsWaiting > 0 && <p className="quiet">{text.originalsHow(online)}</p>}
    </div>
  )
}

interface ActsProps {
  readonly counts: OutboxCounts
  readonly entries: readonly OutboxEntry[]
  readonly online: boolean
}

const Acts = ({ counts, entries, online }: ActsProps) => {
  const text = useWords(outboxWords)
  const outbox = useOutbox()
  const photos = entries.flatMap((entry) => entry.photos).filter(originalToGo)
  return (
    <div className="outbox-acts">
      {counts.waiting > 0 && (
        <Button variant={online ? 'filled' : 'default'} onClick={() => outbox.flush()}>
          {online ? text.sendNow : text.tryNow}
        </Button>
      )}
      {counts.waiting > 0 && !online && <span className="quiet">{text.goesByItself}</span>}
      {online && photos.length > 0 && (
        <Button onClick={() => outbox.flushOriginals()}>
          {text.sendOriginals(photos.length, bytesText(originalBytes(entries)))}
        </Button>
      )}
      <ExportButton />
    </div>
  )
}
