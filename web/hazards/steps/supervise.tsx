import { NumberInput, SegmentedControl, Select } from '@mantine/core'
import { type SupervisionLevel, supervisionLevels } from '../../../db/vocabulary.ts'
import { tableOfMoves } from '../../../server/domain/table-of-moves.ts'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { remedyStepWords } from '../../text/remedy-step-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { useCounty } from '../../ui/use-county.ts'
import { usePeople } from '../use-people.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

const levelOf = (text: string): SupervisionLevel => supervisionLevels.find((level) => level === text) ?? 'county'

/** Supervised handling: level, a person named, how often progress is owed, and why. */
export const Supervise = ({ hazard, onClose }: StepProps) => {
  const text = useWords(remedyStepWords)
  const { because: becauseLabel, becauseNeeded } = useWords(stepWords)
  const trade = useWords(tradeWords)
  const { settings } = useCounty()
  const level: string = 'county'
  const everyDays: number | '' = settings.progressEveryDays
  return (
    <StepForm
      hazard={hazard}
      move="supervise"
      submitLabel={text.superviseIt}
      initial={{
        level,
        supervisorId: hazard.tasks[0]?.person?.id ?? '',
        everyDays: String(everyDays),
        because: '',
      }}
      notYet={(values) => {
        const days = Number(values.everyDays)
        if (values.supervisorId === '') return text.supervisorNeeded
        if (!Number.isInteger(days) || days < 1 || days > 90) return text.everyDaysNeeded
        return values.because.trim() === '' ? becauseNeeded : null
      }}
      post={(values) => (act, version) => {
        const { supervisorId, because } = values
        const json = {
          ...{ ...act, supervisorId, because },
          ...{ level: levelOf(values.level), everyDays: Number(values.everyDays) },
        }
        return told(api.hazards[':id'].supervise.$post({ param: { id: hazard.id }, json }, version))
      }}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <SegmentedControl
            aria-label={text.level}
            fullWidth
            value={values.level}
            onChange={(chosen) => set({ level: chosen })}
            data={supervisionLevels.map((value) => ({ value, label: trade.supervisionLevels[value] }))}
          />
          <SupervisorChoice
            value={values.supervisorId || null}
            onChange={(supervisorId) => set({ supervisorId })}
            error={faultOf('supervisorId')}
          />
          <NumberInput
            label={text.everyDays}
            description={text.everyDaysHow}
            min={1}
            max={90}
            allowDecimal={false}
            value={values.everyDays}
            onChange={(days) => set({ everyDays: String(days) })}
            error={faultOf('everyDays')}
          />
          <WordsField
            label={becauseLabel}
            hint={text.superviseHint}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
        </>
      )}
    </StepForm>
  )
}

interface ChoiceProps {
  readonly value: string | null
  readonly onChange: (personId: string) => void
  readonly error: string | null
}

/** Anybody of the county who could enter progress, by name and unit. */
const SupervisorChoice = ({ value, onChange, error }: ChoiceProps) => {
  const text = useWords(remedyStepWords)
  const { people: failed } = useWords(stepWords)
  const { roles } = useWords(tradeWords)
  const { units } = useCounty()
  const people = usePeople()
  if (people.isError) return <p className="quiet">{failed}</p>
  const unitName = (id: string | null): string => units.find((unit) => unit.id === id)?.name ?? ''
  const able = tableOfMoves['report-progress'].by
  const choices = (people.data?.people ?? [])
    .filter((person) => person.active && able.includes(person.role))
    .map(({ id, name, role, unitId }) => ({
      value: id,
      label: [name, unitName(unitId), roles[role]].filter((part) => part !== '').join(' · '),
    }))
  return (
    <Select
      label={text.supervisor}
      placeholder={text.choosePerson}
      data={choices}
      value={choices.some((choice) => choice.value === value) ? value : null}
      onChange={(id) => id !== null && onChange(id)}
      disabled={people.isPending}
      allowDeselect={false}
      searchable
      error={error}
    />
  )
}
