import { Button, Modal } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { ApiProblem } from '../api-problem.ts'
import { usePageInUse } from '../shell/page-in-use.ts'
import { faultWords } from '../text/fault-words.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { type Draft, dropDraft, keepDraft, keptDraft } from './drafts.ts'
import { ErrorLine } from './nothing-to-show.tsx'
import './dialogs.css'

interface ConfirmProps {
  readonly opened: boolean
  readonly title: string
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode
  readonly confirmLabel: string
  readonly onConfirm: () => Promise<void>
  readonly onClose: () => void
}

/** One question before something that is not easily undone. Stays open, with what went wrong, when it fails. */
export const ConfirmDialog = ({ opened, title, children, confirmLabel, onConfirm, onClose }: ConfirmProps) => {
  const text = useWords(uiWords)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const close = (): void => {
    setProblem(null)
    onClose()
  }
  const confirm = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm()
      close()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': text.close }} centered>
      <div className="dialog-body">{children}</div>
      {problem !== null && <ErrorLine problem={problem} />}
      <div className="dialog-actions">
        <Button onClick={close}>{text.cancel}</Button>
        <Button variant="filled" color="ink" loading={busy} onClick={confirm} data-autofocus>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}

export interface Form<Values> {
  readonly values: Values
  readonly set: (change: Partial<Values>) => void
  /** What the server found wrong with a field, in words; to be handed to the input's `error`. */
  readonly faultOf: (field: keyof Values & string) => string | null
}

interface FormProps<Values extends Draft> {
  readonly opened: boolean
  readonly title: string
  /** Names the draft: what is typed survives a reload while somebody is signed in, in this tab only. Null keeps none. */
  readonly draftKey: string | null
  readonly initial: Values
  readonly submitLabel: string
  readonly onSubmit: (values: Values) => Promise<void>
  readonly onClose: () => void
  readonly children: (form: Form<Values>) => ReactNode
  /** Why it cannot be sent yet; shown in place of the button's action. */
  readonly notYet?: (values: Values) => string | null
  readonly size?: 'md' | 'lg' | 'xl'
}

/** A form in a dialog. The content is mounted afresh each time it opens, from its draft where there is one. */
export const FormDialog = <Values extends Draft>(props: FormProps<Values>) => {
  const { opened, title, onClose, size = 'md' } = props
  const text = useWords(uiWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <FormBody {...props} />
    </Modal>
  )
}

const FormBody = <Values extends Draft>({
  draftKey,
  initial,
  submitLabel,
  onSubmit,
  onClose,
  children,
  notYet,
}: FormProps<Values>) => {
  const text = useWords(uiWords)
  const faults = useWords(faultWords)
  const [first] = useState(initial)
  const [values, setValues] = useState(() => keptDraft(draftKey, first))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const waitId = useId()
  const touched = values !== first
  usePageInUse(touched)
  useEffect(() => {
    if (touched) keepDraft(draftKey, values)
  }, [draftKey, values, touched])

  const why = notYet?.(values) ?? null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (why !== null || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await onSubmit(values)
      dropDraft(draftKey)
      onClose()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  const faultOf: Form<Values>['faultOf'] = (field) => {
    const fault = problem instanceof ApiProblem ? problem.faultOf(field) : null
    return fault === null ? null : faults.of(fault)
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="dialog-body">
        {children({ values, set: (change) => setValues((now) => ({ ...now, ...change })), faultOf })}
      </div>
      {problem !== null && <ErrorLine problem={problem} />}
      {why !== null && (
        <p className="dialog-wait" id={waitId}>
          {why}
        </p>
      )}
      <div className="dialog-actions">
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={busy}
          {...(why === null ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': waitId })}
        >
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
