import { Button } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { Link } from 'wouter'
import { usePageInUse } from '../shell/page-in-use.ts'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { EmptyState, Progress } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { broughtBack, untouched } from './arrangement.ts'
import { AsideList } from './aside-list.tsx'
import { countPhotos } from './card-photo.ts'
import { CardTable } from './card-table.tsx'
import { DropArea } from './drop-area.tsx'
import { droppedFiles, type FoundFile } from './gather-files.ts'
import { useAskBeforeLeaving, useCardDesk, useDeskState } from './use-card-desk.ts'
import { useKeeping } from './use-keeping.ts'
import './card.css'
import './card-groups.css'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** A real camera's card: dropped, read, set right in time and place, grouped, checked, kept. */
export default function CardPage() {
  const text = useWords(cardWords)
  const { desk, receipts } = useCardDesk()
  const { state, set, groups, placed, unplaced } = useDeskState(desk)
  const keeping = useKeeping(desk, receipts)
  const [over, setOver] = useState(false)
  const [asking, setAsking] = useState(false)
  const [lookAnew, setLookAnew] = useState(0)
  const busy = state.photos.length > 0 || state.reading !== null
  useAskBeforeLeaving(busy)
  usePageInUse(busy)
  const take = async (found: Promise<readonly FoundFile[]> | readonly FoundFile[]): Promise<void> => {
    await desk.take(await found)
    setLookAnew((before) => before + 1)
  }
  const { reading, arrangement } = state
  const done = keeping.kept > 0 && groups.length === 0 && reading === null
  const leftOut = set.filter(({ id }) => arrangement.out.includes(id)).length
  const byHand = groups.some(({ id }) => arrangement.groups.some((group) => group.id === id))
  const nothingFound = !busy && keeping.kept === 0 && (state.aside.length > 0 || state.skipped > 0)
  const bringBack = leftOut > 0 && (
    <Button size="compact-sm" onClick={() => desk.arrange(broughtBack(arrangement))}>
      {`${text.outCount(leftOut)} · ${text.bringBack}`}
    </Button>
  )
  return (
    <Page
      title={text.title}
      backTo="/capture"
      actions={
        busy && (
          <>
            <Button disabled={!state.mayUndo} onClick={desk.undo}>
              {text.undo}
            </Button>
            <Button className="not-on-phone" onClick={() => setAsking(true)}>
              {text.clear}
            </Button>
          </>
        )
      }
    >
      <section
        className="card-page"
        aria-label={text.title}
        data-over={over}
        onDragOver={(event) => {
          if (!carriesFiles(event)) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
        onDrop={(event) => {
          if (!carriesFiles(event)) return
          event.preventDefault()
          setOver(false)
          void take(droppedFiles(event.dataTransfer))
        }}
      >
        {done ? (
          <EmptyState
            title={text.keptAll(keeping.kept)}
            action={
              <div className="card-choose">
                <Button component={Link} href="/outbox" variant="filled">
                  {text.toOutbox}
                </Button>
                {bringBack}
                <DropArea small onFound={(found) => void take(found)} />
              </div>
            }
          >
            {text.keptHow}
          </EmptyState>
        ) : !busy ? (
          <>
            {nothingFound && <p className="card-warning">{text.nothingFound}</p>}
            <DropArea small={false} onFound={(found) => void take(found)} />
          </>
        ) : (
          <div className="card-facts">
            <p className="figures">
              <strong>{text.photos(set.length)}</strong> · <strong>{text.groups(placed.length)}</strong>
              {unplaced.length > 0 && ` · ${text.withoutPlace(countPhotos(unplaced))}`}
            </p>
            {bringBack}
            {byHand && (
              <Button size="compact-sm" onClick={() => desk.arrange({ ...arrangement, groups: untouched.groups })}>
                {text.regroup}
              </Button>
            )}
            <DropArea small onFound={(found) => void take(found)} />
          </div>
        )}
        {reading !== null && (
          <div className="card-reading">
            <Progress label={text.reading} done={reading.done} total={reading.total} />
            <Button onClick={desk.cancel}>{text.stopReading}</Button>
          </div>
        )}
        <AsideList desk={desk} aside={state.aside} skipped={state.skipped} />
        {state.photos.length > 0 && !done && (
          <CardTable {...{ desk, state, set, groups, placed, unplaced, keeping, lookAnew }} />
        )}
      </section>
      <ConfirmDialog
        opened={asking}
        title={text.clearAsk}
        confirmLabel={text.clear}
        onConfirm={async () => desk.clear()}
        onClose={() => setAsking(false)}
      >
        {text.clearHow}
      </ConfirmDialog>
    </Page>
  )
}
