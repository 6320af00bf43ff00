import { Button } from '@mantine/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { NoticeKind } from '../../db/vocabulary.ts'
import type { NoticeDraft } from '../../server/notices/answers.ts'
import { api, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { usePageInUse } from '../shell/page-in-use.ts'
import { faultWords } from '../text/fault-words.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { dropDraft, keepDraft, keptDraft } from '../ui/drafts.ts'
import { Icon } from '../ui/icons.tsx'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'
import { useCodeNames } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'
import { Letter } from './letter.tsx'
import { bodyOf, firstValues, type Missing, missingIn, previewOf } from './notice-draft.ts'
import { NoticeFields } from './notice-fields.tsx'
import { useNoticeDraft } from './use-notice-draft.ts'
import { useKeepNotice } from './use-notices.ts'
import './notice-form.css'

interface Props {
  readonly draft: NoticeDraft
  readonly kinds: readonly NoticeKind[]
  readonly onKind: (kind: NoticeKind) => void
}

/** The form beside the letter as it grows; issued under one id, however often the button is pressed. */
export const NoticeForm = ({ draft, kinds, onKind }: Props) => {
  const text = useWords(noticeWords)
  const faults = useWords(faultWords)
  const phone = usePhone()
  const me = useMe()
  const names = useCodeNames()
  const [, go] = useLocation()
  const keep = useKeepNotice()
  const waitId = useId()
  const [first] = useState(() => firstValues(draft))
  const draftKey = `notice.${me.person.id}.${draft.kind}.${first.hazards.join()}`
  const [values, setValues] = useState(() => {
    const kept = keptDraft(draftKey, first)
    return { ...kept, texts: { ...first.texts, ...kept.texts } }
  })
  usePageInUse(JSON.stringify(values) !== JSON.stringify(first))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const id = useRef(newId())
  useEffect(() => {
    if (values !== first) keepDraft(draftKey, values)
  }, [draftKey, values, first])

  const unitId = values.outside || values.addresseeUnitId === '' ? null : values.addresseeUnitId
  const forUnit = useNoticeDraft(draft.kind, first.hazards, unitId === draft.addresseeUnitId ? null : unitId)
  const lines = (forUnit.data?.kind === draft.kind ? forUnit.data : draft).hazards
  const unfit = new Map(draft.hazards.flatMap(({ id: hazardId, because }) => (because ? [[hazardId, because]] : [])))
  const missing = missingIn(draft.kind, values, new Set(unfit.keys()))
  const why = missing === null ? null : sentenceFor(missing, text)
  const faultOf = (field: string): string | null => {
    const fault = problem instanceof ApiProblem ? problem.faultOf(field) : null
    return fault === null ? null : faults.of(fault)
  }

  const issue = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (why !== null || busy) return
    setBusy(true)
    setProblem(null)
    try {
      const json = { deviceAt: serverNow(), ...bodyOf(draft.kind, values) }
      const notice = await told(api.notices[':id'].$put({ param: { id: id.current }, json }))
      keep(notice)
      dropDraft(draftKey)
      say.done(text.issued(notice.documentNumber))
      go(`/notices/${notice.id}`, { replace: true })
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'other-content') {
        // an earlier attempt had arrived although its answer was lost, and the form has been changed since
        dropDraft(draftKey)
        say.done(text.arrivedBefore)
        go(`/notices/${id.current}`, { replace: true })
        return
      }
      setProblem(error)
      setBusy(false)
    }
  }

  const content = previewOf(values, {
    draft,
    lines: new Map(lines.map(({ id: hazardId, line }) => [hazardId, line])),
    unitName: names.unitName,
    dayText: chineseDay,
    number: text.numberLater(draft.numberBegins),
  })
  const preview = <Letter content={content} hrefs={[]} />
  return (
    <form className="notice-writing" onSubmit={issue} noValidate>
      <div className="notice-writing-form">
        <NoticeFields
          kind={draft.kind}
          kinds={kinds}
          onKind={onKind}
          values={values}
          set={(change) => setValues((before) => ({ ...before, ...change }))}
          faultOf={faultOf}
          lines={lines}
          unfit={unfit}
        />
        {phone && (
          <details className="notice-preview">
            <summary>
              <Icon name="down" sizePixels={18} />
              {text.preview}
            </summary>
            {preview}
          </details>
        )}
        <div className="notice-writing-end">
          {problem !== null && <ErrorLine problem={problem} />}
          {why !== null && (
            <p className="dialog-wait" id={waitId}>
              {why}
            </p>
          )}
          <Button
            type="submit"
            variant="filled"
            size="md"
            fullWidth
            loading={busy}
            {...(why === null ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': waitId })}
          >
            {text.issue}
          </Button>
        </div>
      </div>
      {!phone && (
        <div className="notice-writing-letter">
          <p className="quiet">{text.preview}</p>
          {preview}
        </div>
      )}
    </form>
  )
}

/** As the letter has it, whatever language the page is read in. */
const chineseDay = (on: string): string => {
  const [year = '', month = '', day = ''] = on.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

const sentenceFor = (missing: Missing, text: (typeof noticeWords)['zh']): string => {
  if (typeof missing === 'string') return text.issueNeeds[missing]
  return text.issueNeeds.text(missing.text === 'title' ? text.docTitle : text.texts[missing.text])
}
