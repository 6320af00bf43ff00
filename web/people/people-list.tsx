import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../new-id.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Icon } from '../ui/icons.tsx'
import { EmptyState } from '../ui/nothing-to-show.tsx'
import { FirstPasswordDialog, type Handed } from './first-password-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'
import type { Person, Unit } from './wire-types.ts'

interface Props {
  readonly people: readonly Person[]
  readonly units: readonly Unit[]
}

export const PeopleList = ({ people, units }: Props) => {
  const text = useWords(peopleWords)
  const { roles } = useWords(tradeWords)
  const [sought, setSought] = useState('')
  const [edited, setEdited] = useState<{ id: string; person: Person | null } | null>(null)
  const [reset, setReset] = useState<Person | null>(null)
  const [handed, setHanded] = useState<Handed | null>(null)
  const unitName = (id: string | null): string => units.find((unit) => unit.id === id)?.name ?? text.noUnit
  const needle = sought.trim().toLowerCase()
  const found = people.filter((person) =>
    [person.name, person.account ?? '', unitName(person.unitId)].some((word) => word.toLowerCase().includes(needle)),
  )
  const columns: readonly Column<Person>[] = [
    { key: 'name', header: text.name, cell: ({ name }) => <strong>{name}</strong> },
    { key: 'account', header: text.account, cell: ({ account }) => <span className="code">{account}</span> },
    { key: 'role', header: text.role, cell: ({ role }) => roles[role] },
    { key: 'unit', header: text.unit, cell: ({ unitId }) => unitName(unitId) },
    { key: 'phone', header: text.phone, cell: ({ phone }) => <span className="figures">{phone ?? '—'}</span> },
    { key: 'state', header: text.state, cell: ({ active }) => (active ? text.active : <b>{text.inactive}</b>) },
    {
      key: 'acts',
      header: <span className="for-ears">{text.changePerson}</span>,
      align: 'end',
      cell: (row) => acts(row),
    },
  ]
  const acts = (person: Person) => (
    <span className="row-acts">
      <button
        type="button"
        className="plain-link"
        aria-label={`${text.changePerson} ${person.name}`}
        onClick={() => setEdited({ id: person.id, person })}
      >
        {text.change}
      </button>
      <button
        type="button"
        className="plain-link"
        aria-label={`${text.resetPassword} ${person.name}`}
        onClick={() => setReset(person)}
      >
        {text.resetPassword}
      </button>
    </span>
  )
  const add = (
    <Button
      variant="filled"
      leftSection={<Icon name="plus" sizePixels={16} />}
      onClick={() => setEdited({ id: newId(), person: null })}
    >
      {text.addPerson}
    </Button>
  )
  return (
    <>
      <div className="list-head">
        <TextInput
          aria-label={text.findPerson}
          placeholder={text.findPerson}
          leftSection={<Icon name="search" sizePixels={16} />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        {add}
      </div>
      {people.length === 0 ? (
        <EmptyState title={text.peopleNone}>{text.peopleNoneHow}</EmptyState>
      ) : found.length === 0 ? (
        <EmptyState title={text.nobodyFits}>{text.nobodyFitsHow}</EmptyState>
      ) : (
        <DataTable
          label={text.peopleList}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          card={(person) => (
            <div className="person-card">
              <div>
                <strong>{person.name}</strong> <span className="code quiet">{person.account}</span>
                {!person.active && <b> {text.inactive}</b>}
              </div>
              <div className="quiet">
                {unitName(person.unitId)} · {roles[person.role]}
              </div>
              {acts(person)}
            </div>
          )}
        />
      )}
      {edited && (
        <PersonDialog
          key={`${edited.id}-${edited.person?.version ?? 'new'}`}
          id={edited.id}
          person={edited.person}
          units={units}
          onClose={() => setEdited(null)}
          onAdded={setHanded}
        />
      )}
      <ResetDialog person={reset} onClose={() => setReset(null)} onReset={setHanded} />
      <FirstPasswordDialog handed={handed} onClose={() => setHanded(null)} />
    </>
  )
}
