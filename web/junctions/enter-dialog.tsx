import { NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { api, told } from '../api.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { MyPlace } from './my-place.tsx'
import { refreshJunctions } from './refresh-junctions.ts'

const isDegrees = (text: string): boolean => /^-?\d{1,3}(\.\d+)?$/.test(text.trim())

/** A junction that no finding knows: a name, a place, how many arms. */
export const EnterDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(junctionWords)
  const client = useQueryClient()
  const [, go] = useLocation()
  const id = useRef(newId())
  const initial = { name: '', longitude: '', latitude: '', arms: '3' }
  const submit = async ({ name, longitude, latitude, arms }: typeof initial): Promise<void> => {
    const json = {
      ...{ name, longitude: Number(longitude), latitude: Number(latitude) },
      ...{ arms: Number(arms), deviceAt: serverNow() },
    }
    await told(api.junctions[':id'].$put({ param: { id: id.current }, json }))
    await refreshJunctions(client)
    say.done(text.entered)
    go(`/junctions/${id.current}`)
  }
  return (
    <FormDialog
      opened
      title={text.enterTitle}
      draftKey={null}
      initial={initial}
      submitLabel={text.enter}
      onSubmit={submit}
      onClose={onClose}
      notYet={({ name, longitude, latitude }) =>
        name.trim() === '' ? text.nameNeeded : isDegrees(longitude) && isDegrees(latitude) ? null : text.enterHow
      }
    >
      {({ values, set, faultOf }) => (
        <>
          <TextInput
            label={text.name}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultOf('name')}
            data-autofocus
          />
          <div className="junction-two">
            <TextInput
              label={text.longitude}
              inputMode="decimal"
              value={values.longitude}
              onChange={(event) => set({ longitude: event.currentTarget.value })}
              error={faultOf('longitude')}
            />
            <TextInput
              label={text.latitude}
              inputMode="decimal"
              value={values.latitude}
              onChange={(event) => set({ latitude: event.currentTarget.value })}
              error={faultOf('latitude')}
            />
          </div>
          <MyPlace
            onFix={({ longitude, latitude }) => set({ longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) })}
          />
          <NumberInput
            label={text.arms}
            min={3}
            max={12}
            value={values.arms}
            onChange={(arms) => set({ arms: String(arms) })}
            error={faultOf('arms')}
          />
        </>
      )}
    </FormDialog>
  )
}
