import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SpotDrawLine } from '../../server/clearance/spot-wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { spotWords } from '../text/spot-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { percentText } from '../ui/percent.ts'
import { useMe } from '../ui/use-me.ts'
import { DrawDialog } from './draw-dialog.tsx'
import './spot-checks.css'

/** Every draw with what was found; the county's office draws, its leaders read. */
export default function SpotChecksPage() {
  const text = useWords(spotWords)
  const me = useMe()
  const [drawing, setDrawing] = useState(false)
  const draws = useAsked(['spot-draws'], () => told(api['spot-draws'].$get()))
  const mayDraw = me.person.role === 'county-reviewer'
  return (
    <Page
      title={text.title}
      backTo="/county"
      actions={
        mayDraw && (
          <Button variant="filled" onClick={() => setDrawing(true)}>
            {text.draw}
          </Button>
        )
      }
    >
      <p className="spot-lead">
        {text.lead} {!mayDraw && text.onlyReviewer}
      </p>
      {draws.isPending ? (
        <LoadingRows />
      ) : draws.data === undefined ? (
        <ErrorState problem={draws.error} retry={() => void draws.refetch()} retrying={draws.isRefetching} />
      ) : draws.data.draws.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.emptyHow}</EmptyState>
      ) : (
        <Draws draws={draws.data.draws} />
      )}
      {drawing && <DrawDialog onClose={() => setDrawing(false)} />}
    </Page>
  )
}

/** Passed of those looked at, with its parts; below five cases the parts alone. */
export const PassRate = ({ passed, failed }: Pick<SpotDrawLine, 'passed' | 'failed'>) => {
  const text = useWords(spotWords)
  const looked = passed + failed
  if (looked === 0) return <span className="quiet">{text.nothingYet}</span>
  const parts = text.rateParts(passed, looked)
  return <span className="figures">{looked < 5 ? parts : `${percentText(passed, looked)}（${parts}）`}</span>
}

export const useScopeText = () => {
  const text = useWords(spotWords)
  const { severities } = useWords(tradeWords)
  return ({ placeName, placeCode, severity }: Pick<SpotDrawLine, 'placeName' | 'placeCode' | 'severity'>): string =>
    [placeName ?? placeCode ?? text.wholeCounty, severity === null ? '' : severities[severity]]
      .filter((part) => part !== '')
      .join(' · ')
}

const Draws = ({ draws }: { readonly draws: readonly SpotDrawLine[] }) => {
  const text = useWords(spotWords)
  const time = useTime()
  const scopeText = useScopeText()
  const daysOf = ({ fromOn, untilOn }: SpotDrawLine): string => text.span(time.shortDay(fromOn), time.shortDay(untilOn))
  const goes = ({ unit }: SpotDrawLine): string => unit?.name ?? text.finders
  return (
    <DataTable
      label={text.list}
      rows={draws}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/spot-checks/${id}`}
      columns={[
        { key: 'at', header: text.drawnAt, cell: ({ drawnAt }) => time.instant(drawnAt) },
        { key: 'days', header: text.days, cell: (draw) => `${daysOf(draw)} · ${scopeText(draw)}` },
        { key: 'goes', header: text.goes, cell: goes },
        { key: 'due', header: text.due, cell: ({ dueOn }) => time.shortDay(dueOn) },
        {
          ...{ key: 'picked', header: text.picked, align: 'end' },
          cell: ({ picked, populationSize }) => text.pickedOf(picked, populationSize),
        },
        { key: 'passed', header: text.passed, align: 'end', cell: ({ passed }) => passed },
        { key: 'failed', header: text.failed, align: 'end', cell: ({ failed }) => failed },
        { key: 'open', header: text.open, align: 'end', cell: ({ open }) => open },
        { key: 'rate', header: text.rate, align: 'end', cell: (draw) => <PassRate {...draw} /> },
      ]}
      card={(draw) => (
        <span className="spot-card">
          <strong className="figures">{time.instant(draw.drawnAt)}</strong>
          <span className="quiet">
            {text.days} {daysOf(draw)} · {scopeText(draw)}
          </span>
          <span>
            {text.picked} {text.pickedOf(draw.picked, draw.populationSize)} · {goes(draw)}
          </span>
          <span className="figures">
            {text.passed} {draw.passed} · {text.failed} {draw.failed} · {text.open} {draw.open}
          </span>
        </span>
      )}
    />
  )
}
