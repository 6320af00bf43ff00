import { useParams } from 'wouter'
import type { ImportWhole } from '../../server/imports/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { NotFoundPage } from '../frame/not-found.tsx'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Facts, Page, Section } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { ImportCounts } from './import-counts.tsx'
import { importsKey } from './importing.ts'
import { RowNotes } from './row-notes.tsx'
import './imports.css'

/** One file that was brought in, with its report as it was at the time. */
export default function PastImportPage() {
  return useMe().person.role === 'administrator' ? <PastImport /> : <NotFoundPage />
}

const PastImport = () => {
  const text = useWords(importWords)
  const { id = '' } = useParams()
  const one = useAsked([...importsKey, id], () => told(api.imports[':id'].$get({ param: { id } })))
  return (
    <Page title={one.data?.fileName ?? text.title} backTo="/imports">
      {one.isPending ? (
        <LoadingRows rows={6} />
      ) : one.data === undefined ? (
        <ErrorState problem={one.error} retry={() => void one.refetch()} retrying={one.isFetching} />
      ) : (
        <Report whole={one.data} />
      )}
    </Page>
  )
}

const Report = ({ whole }: { readonly whole: ImportWhole }) => {
  const text = useWords(importWords)
  const time = useTime()
  const { labels } = text
  const { report } = whole
  return (
    <>
      <Facts
        facts={[
          { label: labels.layer, value: text.layers[whole.layer] },
          { label: labels.holds, value: [text.format[whole.format], report.encoding].filter(Boolean).join(' · ') },
          { label: labels.datum, value: text.datums[whole.datum] },
          { label: labels.system, value: text.system(report.choices.system, report.saidSystem) },
          { label: labels.who, value: whole.importedBy },
          { label: labels.when, value: <span className="figures">{time.instant(whole.importedAt)}</span> },
        ]}
      />
      <p className="import-how">{text.guess(report.guess)}</p>
      <ImportCounts counts={report.counts} />
      <Section title={`${labels.skipped} ${report.counts.faulty}`}>
        {report.counts.faulty === 0 ? (
          <p className="quiet">{text.noFaults}</p>
        ) : (
          <RowNotes label={labels.skipped} rows={report.faults} all={report.counts.faulty} />
        )}
      </Section>
      {report.notes.length > 0 && (
        <Section title={`${labels.notes} ${report.counts.noted}`}>
          <RowNotes label={labels.notes} rows={report.notes} all={report.counts.noted} />
        </Section>
      )}
      <p className="quiet import-hash">
        {text.fingerprint} <span className="figures">{whole.sha256}</span>
      </p>
    </>
  )
}
