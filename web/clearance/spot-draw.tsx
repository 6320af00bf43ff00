import { useParams } from 'wouter'
import type { SpotDrawWhole } from '../../server/clearance/spot-wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { spotWords } from '../text/spot-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { DataTable } from '../ui/data-table.tsx'
import { CountFigure, Figures } from '../ui/figure.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Facts, Page, Section } from '../ui/page.tsx'
import { VerdictMark } from '../ui/verdict-mark.tsx'
import { PassRate, useScopeText } from './spot-checks.tsx'
import './spot-checks.css'

type Pick = SpotDrawWhole['picks'][number]

/** One draw: what was drawn from what, what was found, and that anybody draws the same again. */
export default function SpotDrawPage() {
  const { id = '' } = useParams()
  const text = useWords(spotWords)
  const draw = useAsked(['spot-draws', id], () => told(api['spot-draws'][':id'].$get({ param: { id } })))
  return (
    <Page title={text.title} backTo="/spot-checks">
      {draw.isPending ? (
        <LoadingRows />
      ) : draw.data === undefined ? (
        <ErrorState problem={draw.error} retry={() => void draw.refetch()} retrying={draw.isRefetching} />
      ) : (
        <Told draw={draw.data} />
      )}
    </Page>
  )
}

const Told = ({ draw }: { readonly draw: SpotDrawWhole }) => {
  const text = useWords(spotWords)
  const time = useTime()
  const scopeText = useScopeText()
  return (
    <>
      <Figures>
        <CountFigure label={text.picked} count={draw.picked} />
        <CountFigure label={text.passed} count={draw.passed} />
        <CountFigure label={text.failed} count={draw.failed} />
        <CountFigure label={text.open} count={draw.open} />
        {draw.dropped > 0 && <CountFigure label={text.dropped} count={draw.dropped} />}
      </Figures>
      <Facts
        facts={[
          { label: text.rate, value: <PassRate {...draw} /> },
          {
            label: text.drawnAt,
            value: `${time.instant(draw.drawnAt)}${draw.drawnBy === null ? '' : ` ${draw.drawnBy.name}`}`,
          },
          { label: text.days, value: text.span(time.shortDay(draw.fromOn), time.shortDay(draw.untilOn)) },
          { label: text.place, value: scopeText(draw) },
          { label: text.goes, value: draw.unit?.name ?? text.finders },
          { label: text.due, value: time.day(draw.dueOn) },
        ]}
      />
      <Section title={text.hazards}>
        <Picks picks={draw.picks} />
      </Section>
      <Section title={text.repeatable}>
        <Repeatable draw={draw} />
      </Section>
    </>
  )
}

const Picks = ({ picks }: { readonly picks: readonly Pick[] }) => {
  const text = useWords(spotWords)
  const { revisitOutcomes } = useWords(tradeWords)
  const time = useTime()
  const outcomeText = ({ outcome, doneAt, doneBy, droppedAt }: Pick): string => {
    if (outcome === null) return droppedAt === null ? text.open : text.dropped
    const by = doneAt === null ? '' : ` · ${text.doneBy(doneBy?.name ?? '', time.shortInstant(doneAt))}`
    return `${revisitOutcomes[outcome]}${by}`
  }
  return (
    <DataTable
      label={text.hazards}
      rows={picks}
      keyOf={({ hazard }) => hazard.id}
      hrefOf={({ hazard }) => `/hazards/${hazard.id}`}
      columns={[
        {
          ...{ key: 'number', header: text.hazard, widthPixels: 150 },
          cell: ({ hazard }) => <span className="code">{hazard.registerNumber ?? hazard.shortCode}</span>,
        },
        {
          ...{ key: 'what', header: '', oneLine: true },
          cell: ({ hazard }) => hazard.description,
          full: ({ hazard }) => hazard.description,
        },
        { key: 'township', header: text.township, widthPixels: 130, cell: ({ hazard }) => hazard.townshipName ?? '' },
        { key: 'unit', header: text.goes, widthPixels: 180, cell: ({ unit }) => unit?.name ?? '' },
        { key: 'outcome', header: text.outcome, widthPixels: 220, cell: outcomeText },
      ]}
      card={(pick) => (
        <span className="spot-card">
          <strong>{pick.hazard.description}</strong>
          <span className="quiet">
            <span className="code">{pick.hazard.registerNumber ?? pick.hazard.shortCode}</span>{' '}
            {pick.hazard.townshipName}
          </span>
          <span>
            {pick.unit?.name} · {outcomeText(pick)}
          </span>
        </span>
      )}
    />
  )
}

const Repeatable = ({ draw }: { readonly draw: SpotDrawWhole }) => {
  const text = useWords(spotWords)
  const { samePicks, journalAgrees } = draw.repeats
  return (
    <div className="spot-repeat">
      <p>
        <VerdictMark verdict={samePicks && journalAgrees ? 'pass' : 'doubt'} />{' '}
        {!samePicks ? text.otherPicks : journalAgrees ? text.repeats : text.otherPopulation}
      </p>
      <Facts
        facts={[
          { label: text.seed, value: <span className="code spot-seed">{draw.seed}</span> },
          { label: text.population, value: text.populationSize(draw.populationSize) },
        ]}
      />
      <details>
        <summary>{text.methodTitle}</summary>
        <p>{text.method}</p>
        <p className="quiet">{text.populationList(draw.populationSize)}</p>
        <pre className="spot-population code">{draw.population.join('\n')}</pre>
      </details>
    </div>
  )
}
