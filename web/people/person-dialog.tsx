import { Checkbox, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { roles as allRoles, type Role } from '../../db/vocabulary.ts'
import { api, onVersion, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import type { Handed } from './first-password-dialog.tsx'
import type { Person, Unit } from './wire-types.ts'

interface Props {
  readonly id: string
  /** Null adds somebody new under this id. */
  readonly person: Person | null
  readonly units: readonly Unit[]
  readonly onClose: () => void
  readonly onAdded: (handed: Handed) => void
}

const isRole = (value: string | null): value is Role => allRoles.some((role) => role === value)

export const PersonDialog = ({ id, person, units, onClose, onAdded }: Props) => {
  const text = useWords(peopleWords)
  const { roles } = useWords(tradeWords)
  const client = useQueryClient()
  const initial: { account: string; name: string; phone: string; role: Role; unitId: string | null; active: boolean } =
    {
      account: person?.account ?? '',
      name: person?.name ?? '',
      phone: person?.phone ?? '',
      role: person?.role ?? 'squad',
      unitId: person?.unitId ?? null,
      active: person?.active ?? true,
    }
  const put = async (values: typeof initial): Promise<void> => {
    const json = { ...values, phone: values.phone.trim() || null }
    const version = person === null ? {} : onVersion(person.version)
    try {
      const saved = await told(api.people[':id'].$put({ param: { id }, json }, version))
      if (person === null) onAdded({ name: saved.person.name, firstPassword: saved.firstPassword })
      else say.done(text.personChanged(saved.person.name))
    } finally {
      await client.invalidateQueries({ queryKey: ['people'] })
    }
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={person === null ? text.addPerson : text.changePerson}
      draftKey={null}
      initial={initial}
      submitLabel={person === null ? text.addPerson : text.savePerson}
      notYet={({ account, name }) => (account.trim() === '' || name.trim() === '' ? text.personNeeds : null)}
      onSubmit={async (values) => {
        try {
          await put(values)
        } catch (error) {
          if (!(error instanceof ApiProblem && error.code === 'changed-meanwhile')) throw error
          say.done(text.changedMeanwhile)
        }
      }}
    >
      {({ values, set, faultOf }) => (
        <>
          <TextInput
            label={text.name}
            value={values.name}
            maxLength={40}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultOf('name')}
            data-autofocus
          />
          <TextInput
            label={text.account}
            description={text.accountHow}
            value={values.account}
            maxLength={64}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => set({ account: event.currentTarget.value })}
            error={faultOf('account')}
          />
          <Select
            label={text.role}
            data={allRoles.map((role) => ({ value: role, label: roles[role] }))}
            value={values.role}
            allowDeselect={false}
            onChange={(value) => isRole(value) && set({ role: value })}
            error={faultOf('role')}
          />
          <Select
            label={text.unit}
            description={text.unitNeededFor}
            data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            value={values.unitId}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': text.noUnit }}
            placeholder={text.noUnit}
            onChange={(unitId) => set({ unitId })}
            error={faultOf('unitId')}
          />
          <TextInput
            label={text.phone}
            type="tel"
            value={values.phone}
            maxLength={20}
            onChange={(event) => set({ phone: event.currentTarget.value })}
            error={faultOf('phone')}
          />
          {person !== null && (
            <Checkbox
              label={text.active}
              description={text.activeHow}
              checked={values.active}
              onChange={(event) => set({ active: event.currentTarget.checked })}
              error={faultOf('active')}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}
