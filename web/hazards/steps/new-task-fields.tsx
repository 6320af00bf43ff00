import { Button, Checkbox, TextInput } from '@mantine/core'
import type { Day } from '../../../server/domain/county-calendar.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useTime } from '../../text/use-time.ts'
import type { TaskDraft } from './new-task.ts'
import { PlannedMeasures } from './planned-measures.tsx'
import { PersonChoice, UnitChoice } from './unit-choice.tsx'
import { WordsField } from './words-field.tsx'
import './new-task-fields.css'

interface Props {
  readonly number: number
  readonly task: TaskDraft
  readonly onChange: (change: Partial<TaskDraft>) => void
  /** Absent on the only task. */
  readonly onRemove: (() => void) | null
  readonly suggestion: string | null
  readonly dueByRule: Day | null
}

/** One task: who, what is asked, with which measures, by when. */
export const NewTaskFields = ({ number, task, onChange, onRemove, suggestion, dueByRule }: Props) => {
  const text = useWords(stepWords)
  const time = useTime()
  return (
    <fieldset className="new-task">
      <legend>{text.taskNumber(number)}</legend>
      <div className="new-task-who">
        <UnitChoice
          label={text.unitLabel}
          value={task.unitId === '' ? null : task.unitId}
          onChange={(unitId) => onChange({ unitId: unitId ?? '', personId: null })}
          {...(suggestion !== null && { description: suggestion })}
        />
        {task.unitId !== '' && (
          <PersonChoice unitId={task.unitId} value={task.personId} onChange={(personId) => onChange({ personId })} />
        )}
      </div>
      <WordsField
        label={text.demandLabel}
        hint={text.demandHow}
        optional
        value={task.demand}
        onChange={(demand) => onChange({ demand })}
        mostLetters={1000}
      />
      <PlannedMeasures lines={task.measures} onChange={(measures) => onChange({ measures })} />
      <div className="new-task-due">
        <Checkbox
          label={dueByRule === null ? text.ownDue : `${text.ownDue}（${text.dueByRule(time.day(dueByRule))}）`}
          checked={task.ownDue}
          onChange={(event) =>
            onChange({ ownDue: event.currentTarget.checked, dueOn: task.dueOn || (dueByRule ?? time.today) })
          }
        />
        {task.ownDue && (
          <TextInput
            type="date"
            aria-label={text.ownDueDay}
            min={time.today}
            value={task.dueOn}
            onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
          />
        )}
      </div>
      {onRemove && (
        <Button className="new-task-remove" color="ink" variant="subtle" onClick={onRemove}>
          {text.removeTask(number)}
        </Button>
      )}
    </fieldset>
  )
}
