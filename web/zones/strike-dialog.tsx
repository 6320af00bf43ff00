import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { api, onVersion, told } from '../api.ts'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { BecauseField } from './because-field.tsx'
import { useZoneAct } from './use-zone-act.ts'

interface Props {
  readonly zone: ZoneWhole
  readonly kind: 'post' | 'helper'
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

/** What was entered by mistake is struck out, with the reason. */
export const StrikeDialog = ({ zone, kind, id, name, onClose }: Props) => {
  const text = useWords(zoneWords)
  const act = useZoneAct(zone.id)
  const strike = ({ because }: { because: string }): Promise<void> => {
    const json = { ...act.said(), because }
    const on = onVersion(zone.version)
    const one = api.zones[':id']
    return act.run(
      () =>
        kind === 'post'
          ? told(one.posts[':postId'].strike.$post({ param: { id: zone.id, postId: id }, json }, on))
          : told(one.helpers[':helperId'].strike.$post({ param: { id: zone.id, helperId: id }, json }, on)),
      text.struck,
    )
  }
  return (
    <FormDialog
      opened
      title={text.strike}
      draftKey={null}
      initial={{ because: '' }}
      submitLabel={text.strike}
      onSubmit={strike}
      onClose={onClose}
      notYet={({ because }) => (because.trim() === '' ? text.becauseNeeded : null)}
    >
      {(form) => (
        <>
          <p>{kind === 'post' ? text.strikeHow(name) : text.strikeHelperHow(name)}</p>
          <BecauseField {...form} data-autofocus />
        </>
      )}
    </FormDialog>
  )
}
