import { useState } from 'react'
import type { z } from 'zod'
import type { NoticeKind, Role } from '../../db/vocabulary.ts'
import type { TemplateLine } from '../../server/notices/answers.ts'
import { neededPlaceholders } from '../../server/notices/placeholders-wire.ts'
import { api, told } from '../api.ts'
import { useAct, useAsked } from '../asking.ts'
import { NotFoundPage } from '../frame/not-found.tsx'
import { useWords } from '../text/language.ts'
import { templateWords } from '../text/template-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { PlaceholderList } from './placeholder-list.tsx'
import { TemplateUpload } from './template-upload.tsx'
import './templates-page.css'

type Template = z.infer<typeof TemplateLine>

const templatesKey = ['notice-templates'] as const
const keepers: readonly Role[] = ['administrator', 'county-reviewer']

/** Which template each kind of document is made with, and how a county puts its own in its place. */
export default function TemplatesPage() {
  const { role } = useMe().person
  return keepers.includes(role) ? <Templates /> : <NotFoundPage />
}

const Templates = () => {
  const text = useWords(templateWords)
  const trade = useWords(tradeWords)
  const [dropping, setDropping] = useState<NoticeKind | null>(null)
  const list = useAsked(templatesKey, () => told(api['notice-templates'].$get()))
  const drop = useAct((kind: NoticeKind) => told(api['notice-templates'][':kind'].$delete({ param: { kind } })), {
    refreshes: [templatesKey],
    onDone: (_, kind) => say.done(text.dropped(trade.noticeKinds[kind])),
  })
  return (
    <Page title={text.title}>
      <p className="templates-how">{text.how}</p>
      {list.isPending ? (
        <LoadingRows rows={9} />
      ) : list.data === undefined ? (
        <ErrorState problem={list.error} retry={() => void list.refetch()} retrying={list.isFetching} />
      ) : (
        <ul className="templates">
          {list.data.templates.map((template) => (
            <TemplateRow key={template.kind} template={template} onDrop={() => setDropping(template.kind)} />
          ))}
        </ul>
      )}
      <Section title={text.placeholders}>
        <PlaceholderList />
      </Section>
      <ConfirmDialog
        opened={dropping !== null}
        title={text.dropTitle}
        confirmLabel={text.dropOwn}
        onConfirm={async () => {
          if (dropping !== null) await drop.mutateAsync(dropping)
        }}
        onClose={() => setDropping(null)}
      >
        {dropping !== null && <p>{text.dropHow(trade.noticeKinds[dropping])}</p>}
      </ConfirmDialog>
    </Page>
  )
}

const TemplateRow = ({ template, onDrop }: { readonly template: Template; readonly onDrop: () => void }) => {
  const text = useWords(templateWords)
  const trade = useWords(tradeWords)
  const time = useTime()
  const { kind, fileName, version, changedAt, changedBy } = template
  return (
    <li>
      <div className="template-what">
        <strong>{trade.noticeKinds[kind]}</strong>
        <span>{fileName === null ? text.builtIn : text.own(fileName, version)}</span>
        <span className="quiet figures">
          {changedAt === null ? text.never : text.changed(changedBy ?? '', time.shortInstant(changedAt))}
        </span>
        <span className="quiet">
          {text.needed(
            neededPlaceholders(kind)
              .map((name) => `{${name}}`)
              .join(' '),
          )}
        </span>
      </div>
      <TemplateUpload kind={kind} isOwn={fileName !== null} onDrop={onDrop} />
    </li>
  )
}
