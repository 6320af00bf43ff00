import { TextInput } from '@mantine/core'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { api, onVersion, told } from '../api.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { BecauseField } from './because-field.tsx'
import { useZoneAct } from './use-zone-act.ts'

interface Props {
  readonly zone: ZoneWhole
  readonly post: ZoneWhole['posts'][number]
  readonly onClose: () => void
}

export const EndDialog = ({ zone, post, onClose }: Props) => {
  const text = useWords(zoneWords)
  const { today } = useTime()
  const act = useZoneAct(zone.id)
  return (
    <FormDialog
      opened
      title={text.end}
      draftKey={null}
      initial={{ heldUntil: today, because: '' }}
      submitLabel={text.end}
      onClose={onClose}
      onSubmit={(values) => {
        const param = { id: zone.id, postId: post.id }
        const json = { ...act.said(), ...values }
        return act.run(
          () => told(api.zones[':id'].posts[':postId'].end.$post({ param, json }, onVersion(zone.version))),
          text.ended,
        )
      }}
      notYet={({ heldUntil }) =>
        heldUntil === '' ? text.untilNeeded : heldUntil < post.heldFrom ? text.untilEarly : null
      }
    >
      {({ values, set, faultOf }) => (
        <>
          <p>{text.endHow(post.name)}</p>
          <TextInput
            type="date"
            label={text.lastDay}
            value={values.heldUntil}
            min={post.heldFrom}
            onChange={(event) => set({ heldUntil: event.currentTarget.value })}
            error={faultOf('heldUntil')}
          />
          <BecauseField values={values} set={set} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  )
}
