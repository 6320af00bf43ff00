import { api, told } from '../api.ts'
import { useAct } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import type { Handed } from './first-password-dialog.tsx'
import type { Person } from './wire-types.ts'

interface Props {
  readonly person: Person | null
  readonly onClose: () => void
  readonly onReset: (handed: Handed) => void
}

export const ResetDialog = ({ person, onClose, onReset }: Props) => {
  const text = useWords(peopleWords)
  const reset = useAct((id: string) => told(api.people[':id']['reset-password'].$post({ param: { id } })), {
    refreshes: [['people']],
  })
  return (
    <ConfirmDialog
      opened={person !== null}
      title={text.resetAsk(person?.name ?? '')}
      confirmLabel={text.resetPassword}
      onClose={onClose}
      onConfirm={async () => {
        if (person === null) return
        const { firstPassword } = await reset.mutateAsync(person.id)
        onReset({ name: person.name, firstPassword })
      }}
    >
      {text.resetWhat}
    </ConfirmDialog>
  )
}
