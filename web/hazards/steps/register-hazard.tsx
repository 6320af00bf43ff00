import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Severity } from '../../../db/vocabulary.ts'
import type { ProposedOwners } from '../../../server/county/wire.ts'
import { hazardCodeEntry } from '../../../server/domain/hazard-codes.ts'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { responsibilityWords } from '../../text/responsibility-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { useTime } from '../../text/use-time.ts'
import { Icon } from '../../ui/icons.tsx'
import { useCodeNames } from '../../ui/use-county.ts'
import { CodeChoice, OtherCodesChoice } from './code-choice.tsx'
import { useDeadlinePreview } from './deadline-preview.ts'
import { emptyTask, faultOfTask, type TaskDraft, type TaskFault, taskOnWire } from './new-task.ts'
import { NewTaskFields } from './new-task-fields.tsx'
import { extentOnWire, RegisterExtent, tasksAtFirst } from './register-extent.tsx'
import { asProposed, ResponsibleUnits, responsibleOnWire } from './responsible-units.tsx'
import { SeverityChoice } from './severity-choice.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'
import { useDrawnExtent } from './use-drawn-extent.ts'
import { useProposedOwners } from './use-proposed-owners.ts'
import { WordsField } from './words-field.tsx'

const mostTasks = 10

/** Units the matrix holds answerable on the spot that no task names yet; a tap gives each its own. */
const withoutTask = (proposed: ProposedOwners | undefined, tasks: readonly TaskDraft[]) =>
  [proposed?.cure ?? null, proposed?.local ?? null]
    .filter((unit) => unit !== null)
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
    .filter(({ id }) => tasks.every(({ unitId }) => unitId !== id))

interface OwnersProps {
  readonly hazardId: string
  readonly code: string
  readonly children: (proposed: ProposedOwners | undefined) => ReactNode
}

/** Another code may be another unit's: the proposal follows the code that stands in the form. */
const OwnersFor = ({ hazardId, code, children }: OwnersProps) => children(useProposedOwners(hazardId, code).data)

/** Onto the register: what it is, how bad, whose duty, what is to be done, by when. */
export const RegisterHazard = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  const time = useTime()
  const names = useCodeNames()
  const preview = useDeadlinePreview()
  const ofMatrix = useWords(responsibilityWords)
  const owners = useProposedOwners(hazard.id, hazard.code)
  const drawn = useDrawnExtent(hazard)
  // the form keeps what it is first given, so the proposal must be known before it opens; offline there is none
  if (owners.isPending && owners.fetchStatus !== 'paused') return null
  if (drawn.asking) return null
  const suggestionFor = (unitId: string, proposed: ProposedOwners | undefined): string | null => {
    if (unitId !== '' && unitId === proposed?.cure?.id) return ofMatrix.cureByMatrix
    return unitId !== '' && unitId === proposed?.local?.id ? ofMatrix.localByMatrix : null
  }
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
    ...asProposed,
    extent: drawn.data,
    tasks: tasksAtFirst(drawn.data, owners.data?.cure?.id ?? ''),
  }
  type Values = typeof initial

  const notYet = ({ code, severity, description, tasks }: Values): string | null => {
    if (code === '') return text.codeNeeded
    if (severity === '') return text.severityNeeded
    if (description.trim() === '' && hazardCodeEntry(code)?.needsDescription) return text.descriptionNeeded
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
      post={({ severity, otherCodes, tasks, extent, localUnitId, sectorUnitId, cureUnitId, ...values }) =>
        (act, version) => {
          // `notYet` holds the door until a severity is chosen
          if (severity === '') throw new Error('no severity')
          const others = otherCodes.filter((code) => code !== values.code)
          const responsible = responsibleOnWire({ localUnitId, sectorUnitId, cureUnitId })
          const json = {
            ...act,
            ...values,
            ...responsible,
            severity,
            // nobody has to type at the roadside: the name of the code describes it well enough
            description: values.description.trim() === '' ? names.hazard(values.code) : values.description,
            otherCodes: others,
            ...extentOnWire(extent, drawn.data),
            tasks: tasks.map(taskOnWire),
          }
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
              {...(values.code !== '' &&
                !hazardCodeEntry(values.code)?.needsDescription && {
                  optional: true,
                  hint: text.descriptionHint(names.hazard(values.code)),
                })}
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
            <RegisterExtent
              hazard={hazard}
              code={values.code}
              value={values.extent}
              tasks={values.tasks}
              onExtent={(extent) => set({ extent })}
              onTasks={(tasks) => set({ tasks })}
            />
            <OwnersFor hazardId={hazard.id} code={values.code}>
              {(proposed) => (
                <>
                  {owners.isError && <p>{ofMatrix.noProposal}</p>}
                  <ResponsibleUnits draft={values} onChange={set} proposed={proposed} faultOf={faultOf} />
                  {values.tasks.map((task, index) => (
                    <NewTaskFields
                      key={task.id}
                      number={index + 1}
                      task={task}
                      onChange={(change) => changeTask(task.id, change)}
                      onRemove={
                        values.tasks.length > 1
                          ? () => set({ tasks: values.tasks.filter(({ id }) => id !== task.id) })
                          : null
                      }
                      suggestion={suggestionFor(task.unitId, proposed)}
                      dueByRule={dueByRule}
                    />
                  ))}
                  {values.tasks.length < mostTasks && (
                    <div className="more-tasks">
                      {withoutTask(proposed, values.tasks).map(({ id, name }) => (
                        <Button
                          key={id}
                          leftSection={<Icon name="plus" />}
                          onClick={() => set({ tasks: [...values.tasks, emptyTask(id)] })}
                        >
                          {ofMatrix.taskFor(name)}
                        </Button>
                      ))}
                      <Button
                        leftSection={<Icon name="plus" />}
                        onClick={() => set({ tasks: [...values.tasks, emptyTask('')] })}
                      >
                        {text.addTask}
                      </Button>
                    </div>
                  )}
                </>
              )}
            </OwnersFor>
          </>
        )
      }}
    </StepForm>
  )
}
