import { importFaultSentence } from '../../server/imports/import-faults-wire.ts'
import type { RowNote } from '../../server/imports/wire.ts'
import { importWords } from '../text/import-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import './row-notes.css'

interface Props {
  readonly label: string
  readonly rows: readonly RowNote[]
  /** How many there are, of which these are the first. */
  readonly all: number
}

/** Rows of the file with what is to be said of each. */
export const RowNotes = ({ label, rows, all }: Props) => {
  const text = useWords(importWords)
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="import-rows" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.labels.row}</th>
            <th scope="col">{text.labels.what}</th>
            <th scope="col">{text.labels.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, what, fault, detail }) => (
            <tr key={`${row} ${fault} ${detail}`}>
              <td className="figures">{row ?? ''}</td>
              <td>{what}</td>
              <td>{importFaultSentence(fault, detail, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < all && <p className="quiet figures">{text.shownOf(rows.length, all)}</p>}
    </section>
  )
}
