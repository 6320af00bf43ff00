import { Button, SegmentedControl } from '@mantine/core'
import { Link, useLocation, useSearchParams } from 'wouter'
import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import type { CountyFigures } from '../../server/statistics/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { addressWith, type Filter } from '../register/filter.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { spotWords } from '../text/spot-words.ts'
import { statisticsWords } from '../text/statistics-words.ts'
import { useTime } from '../text/use-time.ts'
import { CountFigure, Figures, RateFigure } from '../ui/figure.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { Breakdown } from './breakdown.tsx'
import { periodNamed, periodNames, type Span, spanOf } from './period.ts'
import './county.css'

const seesAll = new Set(['county-reviewer', 'leader'])

/** The evening before the meeting: the figures of a period, each opening the hazards it counts. */
export default function CountyPage() {
  const text = useWords(statisticsWords)
  const me = useMe()
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const { today } = useTime()
  const period = periodNamed(search.get('period'))
  const span = spanOf(period, today)
  const figures = useAsked(['figures', span], () => told(api.figures.$get({ query: span })), { keepFormer: true })
  const name = me.county.name
  return (
    <Page
      title={seesAll.has(me.person.role) ? `${text.title} · ${name}` : text.ownTitle}
      actions={
        <Button className="not-on-phone" onClick={() => window.print()}>
          {text.print}
        </Button>
      }
    >
      <SegmentedControl
        className="county-period not-in-print"
        aria-label={text.period}
        value={period}
        onChange={(next) => go(`/county?period=${next}`, { replace: true })}
        data={periodNames.map((value) => ({ value, label: text.periods[value] }))}
      />
      {figures.isPending ? (
        <LoadingRows rows={8} heightPixels={56} />
      ) : figures.data === undefined ? (
        <ErrorState problem={figures.error} retry={() => void figures.refetch()} retrying={figures.isRefetching} />
      ) : (
        <Told figures={figures.data} span={span} />
      )}
    </Page>
  )
}

/** What the coverage counts, and for those who may, the way to the spot checks. */
const RevisitsNote = () => {
  const text = useWords(statisticsWords)
  const { toSpotChecks } = useWords(spotWords)
  const me = useMe()
  return (
    <>
      {text.revisitsNote}
      {seesAll.has(me.person.role) && (
        <Link href="/spot-checks" className="county-spot not-in-print">
          {toSpotChecks}
        </Link>
      )}
    </>
  )
}

const Told = ({ figures, span }: { readonly figures: CountyFigures; readonly span: Span }) => {
  const text = useWords(statisticsWords)
  const language = useLanguage()
  const rows = (filter: Filter): string => addressWith('/register', { ...span, ...filter })
  const { median, p90 } = figures.daysToClear
  const { settings } = useCounty()
  const groupName = (code: string): string => {
    const group = hazardGroups.find((each) => each.code === code)
    return group ? `${code} ${group[language]}` : code
  }
  return (
    <>
      <div className="county-head">
        <RateFigure
          label={text.clearance}
          rate={figures.clearance}
          note={text.clearanceNote(figures.planned)}
          to={rows({ registered: 'yes' })}
        />
        <Figures>
          <CountFigure
            label={text.registered}
            count={figures.registered}
            unit={text.place}
            to={rows({ registered: 'yes' })}
          />
          <CountFigure
            label={text.cleared}
            count={figures.cleared}
            unit={text.place}
            to={rows({ registered: 'yes', stage: 'cleared' })}
          />
          <CountFigure label={text.open} count={figures.open} unit={text.place} to={rows({ open: 'yes' })} />
          <CountFigure label={text.overdue} count={figures.overdue} unit={text.place} to={rows({ overdue: 'yes' })} />
          <CountFigure
            label={text.openMajor}
            count={figures.openMajor}
            unit={text.place}
            to={rows({ open: 'yes', severity: 'major' })}
          />
          <CountFigure
            label={text.planned}
            count={figures.planned}
            unit={text.place}
            note={text.plannedNote}
            to={rows({ planned: 'yes' })}
          />
          <RateFigure
            label={text.revisits}
            rate={figures.revisits}
            note={<RevisitsNote />}
            to={rows({ registered: 'yes', revisited: 'yes' })}
          />
          <CountFigure
            label={text.reopened}
            count={figures.reopened}
            unit={text.place}
            note={text.reopenedNote}
            to={rows({ registered: 'yes', reopened: 'yes' })}
          />
          <RateFigure
            label={text.relapses}
            rate={figures.relapses}
            note={text.relapsesNote(settings.relapseDays)}
            to={rows({ registered: 'yes', relapsed: 'yes' })}
          />
          <RateFigure
            label={text.onTime}
            rate={figures.onTime}
            note={text.onTimeNote}
            to={rows({ registered: 'yes', 'on-time': 'yes' })}
          />
          <RateFigure
            label={text.onTimeInForce}
            rate={figures.onTimeInForce}
            note={text.onTimeInForceNote}
            to={rows({ registered: 'yes', 'on-time-in-force': 'yes' })}
          />
          <CountFigure
            label={text.extended}
            count={figures.extended}
            unit={text.place}
            note={text.extendedNote}
            to={rows({ registered: 'yes', extended: 'yes' })}
          />
          {median !== null && (
            <CountFigure
              label={text.days}
              count={median}
              unit={text.daysUnit}
              {...(p90 === null ? {} : { note: text.daysNote(String(p90)) })}
              to={rows({ registered: 'yes', stage: 'cleared' })}
            />
          )}
          <CountFigure
            label={text.unregistered}
            count={figures.unregistered}
            unit={text.place}
            note={text.unregisteredNote}
            to={addressWith('/register', { unregistered: 'yes' })}
          />
        </Figures>
      </div>
      <p className="county-meaning">{text.meaning}</p>
      {figures.registered === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.emptyHow}</EmptyState>
      ) : (
        <div className="county-parts">
          <Section title={text.byTownship}>
            <Breakdown
              label={text.byTownship}
              heading={text.township}
              rows={figures.byTownship.map((row) => ({
                ...row,
                key: row.code ?? '',
                name: row.name ?? row.code ?? text.outside,
              }))}
              to={(key, filter) => rows({ ...filter, ...(key === '' ? {} : { place: key }) })}
            />
          </Section>
          <Section title={text.byCategory}>
            <Breakdown
              label={text.byCategory}
              heading={text.category}
              rows={figures.byCategory.map((row) => ({ ...row, key: row.group, name: groupName(row.group) }))}
              to={(key, filter) => rows({ ...filter, code: key })}
            />
          </Section>
        </div>
      )}
    </>
  )
}
