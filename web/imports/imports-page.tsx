import { useState } from 'react'
import { Link } from 'wouter'
import type { ImportLine, ImportWhole } from '../../server/imports/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { NotFoundPage } from '../frame/not-found.tsx'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Icon } from '../ui/icons.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { importsKey } from './importing.ts'
import { NewImport } from './new-import.tsx'
import './imports.css'

/** The administrator's way to bring in data of the county's own, and what was brought in so far. */
export default function ImportsPage() {
  return useMe().person.role === 'administrator' ? <Imports /> : <NotFoundPage />
}

const Imports = () => {
  const text = useWords(importWords)
  const [done, setDone] = useState<ImportWhole | null>(null)
  return (
    <Page title={text.title} backTo="/settings">
      <p className="imports-lead">{text.lead}</p>
      {done && (
        <div className="import-done" role="status">
          <Icon name="tick" />
          <div>
            <strong>{text.done(done.fileName)}</strong>
            <p className="figures">{text.doneHow(done.added, done.redrawn, done.same, done.skipped)}</p>
            <p className="import-done-ways">
              <Link href={`/imports/${done.id}`}>{text.labels.outcome}</Link>
              <Link href="/map">{text.open}</Link>
            </p>
          </div>
        </div>
      )}
      <NewImport onBegun={() => setDone(null)} onDone={setDone} />
      <Section title={text.past}>
        <PastImports />
      </Section>
    </Page>
  )
}

const PastImports = () => {
  const text = useWords(importWords)
  const time = useTime()
  const list = useAsked(importsKey, () => told(api.imports.$get()))
  if (list.isPending) return <LoadingRows rows={4} heightPixels={36} />
  if (list.data === undefined)
    return <ErrorState problem={list.error} retry={() => void list.refetch()} retrying={list.isFetching} />
  const { imports } = list.data
  if (imports.length === 0) return <EmptyState title={text.pastNone}>{text.pastNoneHow}</EmptyState>
  const outcome = (line: ImportLine): string => text.doneHow(line.added, line.redrawn, line.same, line.skipped)
  const columns: Column<ImportLine>[] = [
    { key: 'file', header: text.labels.file, cell: ({ fileName }) => fileName, oneLine: true, full: (l) => l.fileName },
    { key: 'layer', header: text.labels.layer, cell: ({ layer }) => text.layers[layer], widthPixels: 120 },
    { key: 'outcome', header: text.labels.outcome, cell: (line) => <span className="figures">{outcome(line)}</span> },
    { key: 'who', header: text.labels.who, cell: ({ importedBy }) => importedBy, widthPixels: 120 },
    {
      key: 'when',
      header: text.labels.when,
      cell: ({ importedAt }) => <span className="figures">{time.shortInstant(importedAt)}</span>,
      widthPixels: 180,
    },
  ]
  return (
    <DataTable
      label={text.past}
      columns={columns}
      rows={imports}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/imports/${id}`}
      card={(line) => (
        <span className="import-card">
          <strong>{line.fileName}</strong>
          <span>{text.layers[line.layer]}</span>
          <span className="figures">{outcome(line)}</span>
          <span className="quiet figures">{`${line.importedBy} · ${time.shortInstant(line.importedAt)}`}</span>
        </span>
      )}
    />
  )
}
