import { Link } from 'wouter'
import type { Rate } from '../../server/domain/clearance-rate.ts'
import type { Filter } from '../register/filter.ts'
import { useWords } from '../text/language.ts'
import { statisticsWords } from '../text/statistics-words.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { percentText } from '../ui/percent.ts'

export interface BreakdownRow {
  readonly key: string
  readonly name: string
  readonly registered: number
  readonly cleared: number
  readonly open: number
  readonly overdue: number
  readonly planned: number
  readonly clearance: Rate
  readonly revisits: Rate
}

interface Props {
  readonly label: string
  readonly heading: string
  readonly rows: readonly BreakdownRow[]
  /** Address of the hazards behind one number of one row. */
  readonly to: (key: string, filter: Filter) => string
}

/** The same figures row by row, in the register's own order: no ranking, and small numbers shown as such. */
export const Breakdown = ({ label, heading, rows, to }: Props) => {
  const text = useWords(statisticsWords)
  const count = (
    key: 'registered' | 'cleared' | 'open' | 'overdue' | 'planned',
    filter: Filter,
  ): Column<BreakdownRow> => ({
    key,
    header: text[key],
    align: 'end',
    widthPixels: key === 'planned' ? 76 : 58,
    cell: (row) =>
      row[key] === 0 ? (
        <span className="breakdown-none">0</span>
      ) : (
        <Link href={to(row.key, filter)} className="breakdown-count">
          {row[key]}
        </Link>
      ),
  })
  const columns: Column<BreakdownRow>[] = [
    { key: 'name', header: heading, oneLine: true, full: ({ name }) => name, cell: ({ name }) => name },
    count('registered', { registered: 'yes' }),
    count('cleared', { registered: 'yes', stage: 'cleared' }),
    count('open', { open: 'yes' }),
    count('overdue', { overdue: 'yes' }),
    count('planned', { planned: 'yes' }),
    {
      key: 'revisits',
      header: text.revisited,
      align: 'end',
      widthPixels: 80,
      cell: ({ revisits }) => <span className="breakdown-none figures">{`${revisits.n}／${revisits.d}`}</span>,
    },
    {
      key: 'rate',
      header: text.clearance,
      align: 'end',
      widthPixels: 132,
      cell: ({ clearance }) => <Share rate={clearance} />,
    },
  ]
  return <DataTable label={label} columns={columns} rows={rows} keyOf={({ key }) => key} dense />
}

const Share = ({ rate }: { readonly rate: Rate }) => {
  const text = useWords(statisticsWords)
  const parts = `${rate.n}／${rate.d}`
  if (rate.small)
    return (
      <span className="breakdown-share figures" title={text.small}>
        {parts}
      </span>
    )
  return (
    <span className="breakdown-share figures">
      {percentText(rate.n, rate.d)} <small>{parts}</small>
    </span>
  )
}
