import { Button, MultiSelect, NativeSelect, Select, Textarea, TextInput } from '@mantine/core'
import { type NoticeKind, type UnitKind, unitKinds } from '../../db/vocabulary.ts'
import { type NoticeText, tableOfNotices } from '../../server/domain/notice-kinds.ts'
import type { Reason } from '../../server/domain/reasons.ts'
import type { NoticeDraft } from '../../server/notices/answers.ts'
import { WordsField } from '../hazards/steps/words-field.tsx'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { useCounty } from '../ui/use-county.ts'
import { HazardOrder } from './hazard-order.tsx'
import type { DraftValues, TextField } from './notice-draft.ts'

interface Props {
  readonly kind: NoticeKind
  readonly kinds: readonly NoticeKind[]
  readonly onKind: (kind: NoticeKind) => void
  readonly values: DraftValues
  readonly set: (change: Partial<DraftValues>) => void
  readonly faultOf: (field: string) => string | null
  readonly lines: NoticeDraft['hazards']
  readonly unfit: ReadonlyMap<string, Reason>
}

const oneLine: readonly NoticeText[] = ['originalNumber', 'level', 'namedPerson', 'daysOverdue']

/** What a person decides about a document; the rest is filled in from the register. */
export const NoticeFields = (props: Props) => {
  const { kind, kinds, onKind, values, set, faultOf, lines, unfit } = props
  const text = useWords(noticeWords)
  const trade = useWords(tradeWords)
  const time = useTime()
  const { units } = useCounty()
  const row = tableOfNotices[kind]
  const asksForCure = kind === 'rectification' || kind === 'supervision'
  const groups = useUnitGroups(row.to === 'county-office' ? ['county-office'] : unitKinds)
  const everyUnit = useUnitGroups(unitKinds)
  const setText = (field: TextField, value: string): void => set({ texts: { ...values.texts, [field]: value } })
  const day = (field: 'cureDueOn' | 'replyDueOn', label: string) => (
    <TextInput
      type="date"
      label={label}
      min={time.today}
      value={values[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      error={faultOf(field)}
    />
  )
  return (
    <>
      <NativeSelect
        label={text.kind}
        value={kind}
        onChange={(event) => {
          const next = kinds.find((one) => one === event.currentTarget.value)
          if (next) onKind(next)
        }}
        data={kinds.map((one) => ({ value: one, label: trade.noticeKinds[one] }))}
      />
      <div className="notice-to">
        {values.outside ? (
          <TextInput
            label={text.addressee}
            placeholder={text.outsideHint}
            value={values.addressee}
            maxLength={100}
            onChange={(event) => set({ addressee: event.currentTarget.value })}
            error={faultOf('addressee')}
          />
        ) : (
          <Select
            label={text.addressee}
            data={groups}
            value={values.addresseeUnitId === '' ? null : values.addresseeUnitId}
            onChange={(unitId) => set({ addresseeUnitId: unitId ?? '' })}
            searchable
            allowDeselect={false}
            error={faultOf('addresseeUnitId')}
          />
        )}
        {row.to === 'anybody' && (
          <Button variant="subtle" size="compact-sm" onClick={() => set({ outside: !values.outside })}>
            {values.outside ? text.insideInstead : text.outside}
          </Button>
        )}
      </div>
      {(row.cureDay !== 'none' || row.replyDay !== 'none') && (
        <div className="notice-days">
          {row.cureDay !== 'none' && day('cureDueOn', kind === 'extension' ? text.newDay : text.cureDay)}
          {row.replyDay !== 'none' && day('replyDueOn', `${text.replyDay}（${text.optional}）`)}
        </div>
      )}
      <HazardOrder
        ids={values.hazards}
        lines={lines}
        unfit={unfit}
        curedBy={asksForCure ? (units.find(({ id }) => id === values.addresseeUnitId)?.name ?? null) : null}
        onChange={(hazards) => set({ hazards })}
        error={faultOf('hazards')}
      />
      {row.texts.map((field) =>
        oneLine.includes(field) ? (
          <TextInput
            key={field}
            label={text.texts[field]}
            value={values.texts[field]}
            maxLength={40}
            onChange={(event) => setText(field, event.currentTarget.value)}
            error={faultOf(`texts/${field}`)}
          />
        ) : (
          <WordsField
            key={field}
            label={text.texts[field]}
            value={values.texts[field]}
            onChange={(value) => setText(field, value)}
            mostLetters={field === 'body' || field === 'demand' ? 4000 : field === 'funds' ? 500 : 1000}
            optional={!row.neededTexts.includes(field)}
            error={faultOf(`texts/${field}`)}
          />
        ),
      )}
      <details className="notice-more">
        <summary>
          <Icon name="down" sizePixels={18} />
          {text.moreFields}
        </summary>
        <TextInput
          label={text.docTitle}
          value={values.texts.title}
          maxLength={100}
          onChange={(event) => setText('title', event.currentTarget.value)}
          error={faultOf('texts/title')}
        />
        <MultiSelect
          label={text.copyUnits}
          data={everyUnit}
          value={[...values.copyUnitIds]}
          onChange={(copyUnitIds) => set({ copyUnitIds })}
          searchable
          hidePickedOptions
          maxValues={20}
          error={faultOf('copyUnitIds')}
        />
        <Textarea
          label={text.copyOutside}
          value={values.copies}
          onChange={(event) => set({ copies: event.currentTarget.value })}
          autosize
          minRows={1}
          maxRows={6}
          error={faultOf('copies')}
        />
        <WordsField
          label={text.attachments}
          value={values.texts.attachments}
          onChange={(value) => setText('attachments', value)}
          mostLetters={1000}
          optional
          error={faultOf('texts/attachments')}
        />
        <TextInput
          label={text.phone}
          value={values.texts.issuerPhone}
          maxLength={40}
          onChange={(event) => setText('issuerPhone', event.currentTarget.value)}
          error={faultOf('texts/issuerPhone')}
        />
      </details>
    </>
  )
}

const useUnitGroups = (kinds: readonly UnitKind[]) => {
  const { units } = useCounty()
  const trade = useWords(tradeWords)
  return kinds
    .map((kind) => ({
      group: trade.unitKinds[kind],
      items: units.filter((unit) => unit.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
    }))
    .filter(({ items }) => items.length > 0)
}
