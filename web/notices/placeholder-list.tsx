import { placeholders } from '../../server/notices/placeholders-wire.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { templateWords } from '../text/template-words.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'

type Placeholder = (typeof placeholders)[number]

/** All that a template may name, with what it stands for and where. */
export const PlaceholderList = () => {
  const text = useWords(templateWords)
  const language = useLanguage()
  const written = ({ name, shape }: Placeholder): string =>
    shape === 'loop' || shape === 'condition' ? `{#${name}} … {/${name}}` : `{${name}}`
  const where = ({ scope }: Placeholder): string => (scope === 'notice' ? text.anywhere : text.within(scope))
  const columns: readonly Column<Placeholder>[] = [
    {
      key: 'name',
      header: text.name,
      widthPixels: 240,
      cell: (row) => <span className="placeholder-name">{written(row)}</span>,
    },
    { key: 'meaning', header: text.meaning, cell: (row) => row[language] },
    { key: 'scope', header: text.scope, widthPixels: 200, cell: where },
  ]
  return (
    <>
      <p className="templates-how quiet">{text.placeholdersHow}</p>
      <DataTable
        label={text.placeholders}
        columns={columns}
        rows={placeholders}
        keyOf={({ scope, name }) => `${scope} ${name}`}
        card={(row) => (
          <div className="placeholder-card">
            <span className="placeholder-name">{written(row)}</span>
            <span>{row[language]}</span>
            <span className="quiet">{where(row)}</span>
          </div>
        )}
      />
    </>
  )
}
