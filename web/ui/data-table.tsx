import type { KeyboardEvent, ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { usePhone } from './use-phone.ts'
import './data-table.css'

export interface Column<Row> {
  readonly key: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end, so that their digits line up. */
  readonly align?: 'start' | 'end'
  readonly widthPixels?: number
  /** Cut with an ellipsis instead of wrapping; give `full` for the whole text on hover. */
  readonly oneLine?: boolean
  readonly full?: (row: Row) => string
  readonly sorted?: 'ascending' | 'descending'
}

interface Props<Row> {
  /** What the table lists, for those who do not see it. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** Stands before the first column, which stays the row's link: a box to tick. */
  readonly before?: Column<Row>
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Where a row leads; its first cell becomes the link, and the arrow keys walk from row to row. */
  readonly hrefOf?: (row: Row) => string
  /** 24 px rows for a long register; 36 px otherwise. */
  readonly dense?: boolean
  /** On the phone a row becomes this; without it the table scrolls sideways. */
  readonly card?: (row: Row) => ReactNode
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** Moves the focus among the rows' links; Home and End lead to the ends. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const links = [...event.currentTarget.querySelectorAll('[data-row-link]')]
  const at = document.activeElement === null ? -1 : links.indexOf(document.activeElement)
  if (at < 0) return
  const last = links.length - 1
  const step = steps[event.key]
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? last
        : step === undefined
          ? null
          : Math.min(last, Math.max(0, at + step))
  if (to === null) return
  event.preventDefault()
  const next = links[to]
  if (next instanceof HTMLElement) next.focus()
}

/** Rows on the desk: dense, with a heading that stays, a link per row, and the keyboard's way through them. */
export const DataTable = <Row,>({ label, columns, before, rows, keyOf, hrefOf, dense = false, card }: Props<Row>) => {
  const phone = usePhone()
  const [, go] = useLocation()
  if (phone && card)
    return (
      <ul className="data-cards" aria-label={label}>
        {rows.map((row) => (
          <li key={keyOf(row)}>
            {hrefOf ? (
              <Link href={hrefOf(row)} className="data-card">
                {card(row)}
              </Link>
            ) : (
              <div className="data-card">{card(row)}</div>
            )}
          </li>
        ))}
      </ul>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page must be scrollable by keyboard
    <section className="data-table-field" aria-label={label} tabIndex={0}>
      <table className={dense ? 'data-table data-table-dense' : 'data-table'} onKeyDown={walk}>
        <thead>
          <tr>
            {(before ? [before, ...columns] : columns).map(({ key, header, align, widthPixels, sorted }) => (
              <th
                key={key}
                scope="col"
                data-align={align}
                aria-sort={sorted}
                style={widthPixels === undefined ? undefined : { width: widthPixels }}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = hrefOf?.(row)
            return (
              <tr
                key={keyOf(row)}
                {...(href === undefined
                  ? {}
                  : {
                      'data-opens': true,
                      onClick: (event) => {
                        const onItsOwn = event.target instanceof Element && event.target.closest('a, button, input')
                        if (!onItsOwn && document.getSelection()?.isCollapsed !== false) go(href)
                      },
                    })}
              >
                {before && <td data-before>{before.cell(row)}</td>}
                {columns.map((column, index) => (
                  <td
                    key={column.key}
                    data-align={column.align}
                    data-one-line={column.oneLine}
                    title={column.full?.(row)}
                  >
                    {index === 0 && href !== undefined ? (
                      <Link href={href} data-row-link>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
