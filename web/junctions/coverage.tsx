import { NativeSelect } from '@mantine/core'
import { Link } from 'wouter'
import { fewestToJudge, rateOf } from '../../server/domain/clearance-rate.ts'
import type { CoverageLine, Coverage as Told } from '../../server/junctions/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { CountFigure, Figures, RateFigure } from '../ui/figure.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { percentText } from '../ui/percent.ts'
import { type JunctionFilter, junctionsAddress, monthChoices, usualMonths } from './junction-filter.ts'

interface Props {
  readonly months: string
  readonly onMonths: (months: string) => void
}

/** The county's account of its junctions, each figure with its parts and the way to the very junctions behind it. */
export const Coverage = ({ months, onMonths }: Props) => {
  const text = useWords(junctionWords)
  const coverage = useAsked(
    ['junctions', 'coverage', months],
    () => told(api.junctions.coverage.$get({ query: { months } })),
    { keepFormer: true },
  )
  if (coverage.isPending) return <LoadingRows rows={3} heightPixels={56} />
  if (coverage.data === undefined)
    return (
      <ErrorState problem={coverage.error} retry={() => void coverage.refetch()} retrying={coverage.isRefetching} />
    )
  const { data } = coverage
  if (data.all === 0 && data.retired === 0) return null
  const choices = monthChoices.some((each) => each === months) ? monthChoices : [...monthChoices, months]
  const to = (filter: JunctionFilter): string =>
    junctionsAddress({ ...(months !== usualMonths && { months }), ...filter })
  const rate = (n: number) => rateOf(n, data.all, data.asOf)
  return (
    <section className="junction-coverage" aria-label={text.coverage}>
      <Figures>
        <CountFigure
          label={text.inUse}
          count={data.all}
          unit={text.unit}
          to={to({})}
          {...(data.retired > 0 && { note: text.retiredCount(data.retired) })}
        />
        <RateFigure label={text.ever} rate={rate(data.ever)} to={to({ age: 'looked-at' })} />
        <RateFigure label={text.within(data.months)} rate={rate(data.recent)} to={to({ age: 'recent' })} />
        <CountFigure
          label={text.due}
          count={data.all - data.recent}
          unit={text.unit}
          note={text.dueNote(data.months)}
          to={to({ age: 'due' })}
        />
      </Figures>
      <div className="junction-groups">
        <NativeSelect
          label={text.months}
          value={months}
          onChange={(event) => onMonths(event.currentTarget.value)}
          data={choices.map((value) => ({ value, label: text.monthsChoice(Number(value)) }))}
        />
        <Groups data={data} to={to} />
      </div>
    </section>
  )
}

const Groups = ({ data, to }: { readonly data: Told; readonly to: (filter: JunctionFilter) => string }) => {
  const text = useWords(junctionWords)
  const { roadClasses } = useWords(tradeWords)
  const className = (key: string | null): string =>
    Object.entries(roadClasses).find(([word]) => word === key)?.[1] ?? text.noClass
  return (
    <>
      <Group
        title={text.byTownship}
        lines={data.townships}
        nameOf={({ key, name }) => (key === null ? text.noTownship : (name ?? key))}
        to={({ key }) =>
          (age) =>
            to({ ...(key === null ? { placeless: 'yes' } : { place: key }), ...age })
          }
      />
      <Group
        title={text.byClass}
        lines={data.roadClasses}
        nameOf={({ key }) => className(key)}
        to={({ key }) =>
          (age) =>
            to({ class: key ?? 'none', ...age })
          }
      />
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly lines: readonly CoverageLine[]
  readonly nameOf: (line: CoverageLine) => string
  readonly to: (line: CoverageLine) => (age: JunctionFilter) => string
}

const Group = ({ title, lines, nameOf, to }: GroupProps) => {
  const text = useWords(junctionWords)
  const share = (n: number, d: number): string =>
    d < fewestToJudge ? text.parts(n, d) : text.share(percentText(n, d) ?? '—', n, d)
  return (
    <details className="junction-group">
      <summary>{title}</summary>
      <table className="data-table data-table-dense">
        <thead>
          <tr>
            <th scope="col">{text.columns.group}</th>
            <th scope="col" data-align="end">
              {text.columns.all}
            </th>
            <th scope="col" data-align="end">
              {text.columns.ever}
            </th>
            <th scope="col" data-align="end">
              {text.columns.recent}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const address = to(line)
            return (
              <tr key={line.key ?? ''}>
                <th scope="row">{nameOf(line)}</th>
                <td data-align="end">
                  <Link href={address({})}>{line.all}</Link>
                </td>
                <td data-align="end">
                  <Link href={address({ age: 'looked-at' })}>{share(line.ever, line.all)}</Link>
                </td>
                <td data-align="end">
                  <Link href={address({ age: 'recent' })}>{share(line.recent, line.all)}</Link>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
