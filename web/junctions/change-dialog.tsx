import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { JunctionWhole } from '../../server/junctions/wire.ts'
import { api, onVersion, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { refreshJunctions } from './refresh-junctions.ts'

export type Change = 'rename' | 'retire' | 'restore'

interface Props {
  readonly junction: JunctionWhole
  readonly change: Change
  readonly onClose: () => void
}

/** A keeper's change to a junction, always with its reason. */
export const ChangeDialog = ({ junction, change, onClose }: Props) => {
  const text = useWords(junctionWords)
  const client = useQueryClient()
  const actId = useRef(newId())
  const { id, version } = junction
  const submit = async ({ name, because }: { name: string; because: string }): Promise<void> => {
    const param = { id }
    const said = { actId: actId.current, deviceAt: serverNow(), because }
    const one = api.junctions[':id']
    try {
      if (change === 'rename') await told(one.rename.$post({ param, json: { ...said, name } }, onVersion(version)))
      else await told(one[change].$post({ param, json: said }, onVersion(version)))
    } catch (error) {
      // the junction as it is now is fetched, so that whoever still means it can say so once more
      if (error instanceof ApiProblem && error.code === 'changed-meanwhile') await refreshJunctions(client)
      throw error
    }
    await refreshJunctions(client)
    say.done(text.saved)
  }
  return (
    <FormDialog
      opened
      title={text[change]}
      draftKey={null}
      initial={{ name: junction.name, because: '' }}
      submitLabel={text[change]}
      onSubmit={submit}
      onClose={onClose}
      notYet={({ name, because }) =>
        name.trim() === '' ? text.nameNeeded : because.trim() === '' ? text.reasonNeeded : null
      }
    >
      {({ values, set, faultOf }) => (
        <>
          {change === 'retire' && <p className="quiet">{text.retireHow}</p>}
          {change === 'rename' && (
            <TextInput
              label={text.newName}
              value={values.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={faultOf('name')}
              data-autofocus
            />
          )}
          <TextInput
            label={text.because}
            value={values.because}
            onChange={(event) => set({ because: event.currentTarget.value })}
            error={faultOf('because')}
          />
        </>
      )}
    </FormDialog>
  )
}
