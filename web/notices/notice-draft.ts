import type { NoticeKind } from '../../db/vocabulary.ts'
import { type NoticeText, tableOfNotices } from '../../server/domain/notice-kinds.ts'
import type { NoticeDraft } from '../../server/notices/answers.ts'
import type { NoticeContent, NoticeHazard } from '../../server/notices/notice-content.ts'
import type { NoticeTexts } from '../../server/notices/wire.ts'

export type TextField = keyof NoticeTexts

/** What the form holds: plain values that survive a reload. */
export interface DraftValues extends Readonly<Record<string, unknown>> {
  readonly addresseeUnitId: string
  /** Written to somebody outside of this system. */
  readonly outside: boolean
  readonly addressee: string
  readonly copyUnitIds: readonly string[]
  /** One per line. */
  readonly copies: string
  readonly texts: Readonly<Record<TextField, string>>
  readonly cureDueOn: string
  readonly replyDueOn: string
  readonly hazards: readonly string[]
}

export const firstValues = (draft: NoticeDraft): DraftValues => ({
  addresseeUnitId: draft.addresseeUnitId ?? '',
  outside: draft.addresseeUnitId === null && draft.addressee !== '',
  addressee: draft.addressee,
  copyUnitIds: [],
  copies: '',
  texts: draft.texts,
  cureDueOn: draft.cureDueOn ?? '',
  replyDueOn: draft.replyDueOn ?? '',
  hazards: draft.hazards.map(({ id }) => id),
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What is sent: only what this kind of document has. */
export const bodyOf = (kind: NoticeKind, values: DraftValues) => {
  const row = tableOfNotices[kind]
  const own: readonly string[] = [...row.texts, 'title', 'attachments', 'issuerPhone']
  return {
    kind,
    addresseeUnitId: values.outside || values.addresseeUnitId === '' ? null : values.addresseeUnitId,
    addressee: values.outside ? values.addressee.trim() : '',
    copyUnitIds: values.copyUnitIds.filter((id) => values.outside || id !== values.addresseeUnitId),
    copies: linesOf(values.copies),
    hazards: [...values.hazards],
    texts: {
      title: values.texts.title,
      ...Object.fromEntries(Object.entries(values.texts).filter(([field]) => own.includes(field))),
    },
    cureDueOn: row.cureDay === 'none' || values.cureDueOn === '' ? null : values.cureDueOn,
    replyDueOn: row.replyDay === 'none' || values.replyDueOn === '' ? null : values.replyDueOn,
  }
}

export type Missing = 'addressee' | 'hazards' | 'unfit' | 'cureDay' | { readonly text: NoticeText | 'title' }

/** The first thing without which it cannot be issued; null when nothing is missing. */
export const missingIn = (kind: NoticeKind, values: DraftValues, unfit: ReadonlySet<string>): Missing | null => {
  const row = tableOfNotices[kind]
  if ((values.outside ? values.addressee.trim() : values.addresseeUnitId) === '') return 'addressee'
  if (values.hazards.length === 0) return 'hazards'
  if (values.hazards.some((id) => unfit.has(id))) return 'unfit'
  if (row.cureDay === 'needed' && values.cureDueOn === '') return 'cureDay'
  if (values.texts.title.trim() === '') return { text: 'title' }
  const text = row.neededTexts.find((field) => values.texts[field].trim() === '')
  return text === undefined ? null : { text }
}

interface Known {
  readonly draft: NoticeDraft
  readonly lines: ReadonlyMap<string, NoticeHazard>
  readonly unitName: (id: string) => string
  readonly dayText: (on: string) => string
  readonly number: string
}

/** The letter as it would be: the words of the form, and of each hazard what the server says of it. */
export const previewOf = (values: DraftValues, { draft, lines, unitName, dayText, number }: Known): NoticeContent => {
  const body = bodyOf(draft.kind, values)
  const { issuerPhone, ...texts } = { ...draft.texts, ...noTexts, ...body.texts }
  return {
    ...texts,
    issuerPhone,
    kind: draft.kind,
    countyName: draft.countyName,
    documentNumber: number,
    addressee: body.addresseeUnitId === null ? body.addressee : unitName(body.addresseeUnitId),
    copies: [...body.copyUnitIds.map(unitName), ...body.copies],
    issuerUnit: draft.issuerUnit,
    issuerPerson: draft.issuerPerson,
    issuedOn: draft.issuedOn,
    issuedOnText: dayText(draft.issuedOn),
    cureDueText: body.cureDueOn === null ? '' : dayText(body.cureDueOn),
    replyDueText: body.replyDueOn === null ? '' : dayText(body.replyDueOn),
    hazards: values.hazards.flatMap((id, at) => {
      const line = lines.get(id)
      return line ? [{ ...line, index: at + 1 }] : []
    }),
    receipt: null,
    invented: draft.invented,
  }
}

const noTexts: NoticeTexts = {
  ...{ title: '', basis: '', body: '', demand: '', consequence: '', originalNumber: '', level: '', namedPerson: '' },
  ...{ daysOverdue: '', progress: '', causes: '', suggestions: '', funds: '', conclusion: '', attachments: '' },
  issuerPhone: '',
}
