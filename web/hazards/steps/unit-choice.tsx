import { Select } from '@mantine/core'
import type { UnitKind } from '../../../db/vocabulary.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { useCounty } from '../../ui/use-county.ts'
import { usePeople } from '../use-people.ts'

interface UnitProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (unitId: string | null) => void
  readonly without?: string | null
  readonly error?: string | null
  readonly description?: string
  /** Where nobody is an answer too. */
  readonly clearLabel?: string
  /** The kind it most likely is; it heads the list. */
  readonly first?: UnitKind
}

/** Kinds of units that cure hazards; squads find and verify, they are never handed a task. */
const curing: readonly UnitKind[] = ['township', 'department', 'county-office', 'village']

/** Who is to be responsible: searchable, grouped by kind. */
export const UnitChoice = (props: UnitProps) => {
  const { label, value, onChange, without = null, error = null, description, clearLabel, first } = props
  const { units } = useCounty()
  const text = useWords(stepWords)
  const { unitKinds } = useWords(tradeWords)
  const kinds = first === undefined ? curing : [first, ...curing.filter((kind) => kind !== first)]
  const groups = kinds
    .map((kind) => ({
      group: unitKinds[kind],
      items: units
        .filter((unit) => unit.kind === kind && unit.id !== without)
        .map(({ id, name }) => ({ value: id, label: name })),
    }))
    .filter(({ items }) => items.length > 0)
  return (
    <Select
      label={label}
      placeholder={text.chooseUnit}
      data={groups}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
      error={error}
      {...(description !== undefined && { description })}
      {...(clearLabel !== undefined && { clearable: true, clearButtonProps: { 'aria-label': clearLabel } })}
    />
  )
}

interface PersonProps {
  readonly unitId: string
  readonly value: string | null
  readonly onChange: (personId: string | null) => void
}

/** A person of that unit by name, or left to the unit. */
export const PersonChoice = ({ unitId, value, onChange }: PersonProps) => {
  const text = useWords(stepWords)
  const { roles } = useWords(tradeWords)
  const people = usePeople()
  if (people.isError) return <p className="quiet">{text.people}</p>
  const ofUnit = (people.data?.people ?? []).filter((person) => person.unitId === unitId && person.active)
  return (
    <Select
      label={text.personLabel}
      placeholder={text.personByUnit}
      data={ofUnit.map(({ id, name, role }) => ({ value: id, label: `${name} · ${roles[role]}` }))}
      value={ofUnit.some(({ id }) => id === value) ? value : null}
      onChange={onChange}
      disabled={people.isPending || ofUnit.length === 0}
      clearable
      searchable
    />
  )
}
