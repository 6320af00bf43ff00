import { Checkbox, TextInput } from '@mantine/core'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useTime } from '../../text/use-time.ts'
import { useDeadlinePreview } from './deadline-preview.ts'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { PersonChoice, UnitChoice } from './unit-choice.tsx'
import { WordsField } from './words-field.tsx'

/** Another unit takes it over; whom the refuser named stands first. */
export const ReassignTask = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(stepWords)
  const time = useTime()
  const preview = useDeadlinePreview().on(hazard.sameDay ? 'same-day' : (hazard.severity ?? 'minor'))
  const refusal =
    task.refusedOwner && task.refusedBecause !== null
      ? text.refuserSaid(task.refusedOwner.name, task.refusedBecause)
      : null
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="reassign-task"
      taskId={task.id}
      submitLabel={text.confirm}
      initial={{
        unitId: task.refusedOwner?.id ?? '',
        personId: null as string | null,
        because: task.refusedBecause ?? '',
        ownDue: false,
        dueOn: '',
      }}
      notYet={({ unitId, because, ownDue, dueOn }) =>
        unitId === ''
          ? text.unitNeeded
          : because.trim() === ''
            ? text.becauseNeeded
            : ownDue && dueOn < time.today
              ? text.ownDueNeeded
              : null
      }
      post={({ unitId, personId, because, ownDue, dueOn }) =>
        (act, version) => {
          const json = { ...act, unitId, personId, because, dueOn: ownDue ? dueOn : null }
          return told(api.hazards[':id'].tasks[':taskId'].reassign.$post({ param, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          {refusal !== null && <p>{refusal}</p>}
          <UnitChoice
            label={text.unitLabel}
            value={values.unitId || null}
            onChange={(unitId) => set({ unitId: unitId ?? '', personId: null })}
            error={faultOf('unitId')}
          />
          {values.unitId !== '' && (
            <PersonChoice unitId={values.unitId} value={values.personId} onChange={(personId) => set({ personId })} />
          )}
          <WordsField
            label={text.because}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
          <p className="quiet">{text.reassignDue(time.day(preview))}</p>
          <Checkbox
            label={text.ownDue}
            checked={values.ownDue}
            onChange={(event) => set({ ownDue: event.currentTarget.checked })}
          />
          {values.ownDue && (
            <TextInput
              type="date"
              label={text.ownDueDay}
              min={time.today}
              value={values.dueOn}
              onChange={(event) => set({ dueOn: event.currentTarget.value })}
              error={faultOf('dueOn')}
            />
          )}
        </>
      )}
    </StepForm>
  )
}
