import { Button, TextInput } from '@mantine/core'
import type { Severity } from '../../../db/vocabulary.ts'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useTime } from '../../text/use-time.ts'
import { Icon } from '../../ui/icons.tsx'
import { useCounty } from '../../ui/use-county.ts'
import { usePeople } from '../use-people.ts'
import { CodeChoice, OtherCodesChoice } from './code-choice.tsx'
import { useDeadlinePreview } from './deadline-preview.ts'
import { emptyTask, faultOfTask, type TaskDraft, type TaskFault, taskOnWire } from './new-task.ts'
import { NewTaskFields } from './new-task-fields.tsx'
import { SeverityChoice } from './severity-choice.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'
import { suggestedUnit } from './suggested-unit.ts'
import { WordsField } from './words-field.tsx'

const mostTasks = 10

/** Onto the register: what it is, how bad, whose duty, what is to be done, by when. */
export const RegisterHazard = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  const time = useTime()
  const preview = useDeadlinePreview()
  const { units } = useCounty()
  const people = usePeople()
  // the form keeps what it is first given, so the suggestion must be known before it opens
  if (people.isPending) return null
  const suggested = suggestedUnit(hazard, people.data?.people ?? [], units)
  const suggestion = suggested === null ? null : suggested.by === 'chief' ? text.unitSuggested : text.unitSuggestedPlace
  const faults: Readonly<Record<TaskFault, string>> = {
    'no-unit': text.unitNeeded,
    'no-measure': text.measureNeeded,
    'no-day': text.ownDueNeeded,
  }
  const initial = {
    code: hazard.code,
    otherCodes: hazard.otherCodes as readonly string[],
    severity: '' as Severity | '',
    sameDay: false,
    description: hazard.description,
    spot: hazard.spot,
    tasks: [emptyTask(suggested?.unitId ?? '')] as readonly TaskDraft[],
  }
  type Values = typeof initial

  const notYet = ({ code, severity, description, tasks }: Values): string | null => {
    if (code === '') return text.codeNeeded
    if (severity === '') return text.severityNeeded
    if (description.trim() === '') return text.descriptionNeeded
    const fault = tasks.map((task) => faultOfTask(task, time.today)).find((found) => found !== null) ?? null
    return fault === null ? null : faults[fault]
  }
  return (
    <StepForm
      hazard={hazard}
      move="register-hazard"
      size="xl"
      submitLabel={text.register}
      initial={initial}
      notYet={notYet}
      post={({ severity, otherCodes, tasks, ...values }) =>
        (act, version) => {
          // `notYet` holds the door until a severity is chosen
          if (severity === '') throw new Error('no severity')
          const others = otherCodes.filter((code) => code !== values.code)
          const json = { ...act, ...values, severity, otherCodes: others, tasks: tasks.map(taskOnWire) }
          return told(api.hazards[':id'].register.$post({ param: { id: hazard.id }, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => {
        const deadline = values.sameDay ? 'same-day' : values.severity
        const dueByRule = deadline === '' ? null : preview.on(deadline)
        const changeTask = (id: string, change: Partial<TaskDraft>): void =>
          set({ tasks: values.tasks.map((task) => (task.id === id ? { ...task, ...change } : task)) })
        return (
          <>
            <SeverityChoice value={values.severity} sameDay={values.sameDay} onChange={set} />
            <CodeChoice value={values.code} onChange={(code) => set({ code })} error={faultOf('code')} />
            <OtherCodesChoice
              value={values.otherCodes}
              primary={values.code}
              onChange={(otherCodes) => set({ otherCodes })}
            />
            <WordsField
              label={text.descriptionLabel}
              value={values.description}
              onChange={(description) => set({ description })}
              mostLetters={2000}
              error={faultOf('description')}
            />
            <TextInput
              label={`${text.spotLabel}（${text.optional}）`}
              placeholder={text.spotHow}
              maxLength={200}
              value={values.spot}
              onChange={(event) => set({ spot: event.currentTarget.value })}
              error={faultOf('spot')}
            />
            {values.tasks.map((task, index) => (
              <NewTaskFields
                key={task.id}
                number={index + 1}
                task={task}
                onChange={(change) => changeTask(task.id, change)}
                onRemove={
                  values.tasks.length > 1 ? () => set({ tasks: values.tasks.filter(({ id }) => id !== task.id) }) : null
                }
                suggestion={task.unitId === suggested?.unitId ? suggestion : null}
                dueByRule={dueByRule}
              />
            ))}
            {values.tasks.length < mostTasks && (
              <Button
                leftSection={<Icon name="plus" />}
                onClick={() => set({ tasks: [...values.tasks, emptyTask('')] })}
                style={{ alignSelf: 'flex-start' }}
              >
                {text.addTask}
              </Button>
            )}
          </>
        )
      }}
    </StepForm>
  )
}
