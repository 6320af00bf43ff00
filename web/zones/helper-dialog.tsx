import { NativeSelect, TextInput } from '@mantine/core'
import { useRef } from 'react'
import {
  helperKinds as allKinds,
  stationKinds as allStations,
  type HelperKind,
  type StationKind,
} from '../../db/vocabulary.ts'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { api, onVersion, told } from '../api.ts'
import { newId } from '../new-id.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { HeldFields, whyNotHeld } from './held-fields.tsx'
import { useZoneAct } from './use-zone-act.ts'

interface Props {
  readonly zone: ZoneWhole
  /** Null enters somebody new. */
  readonly helper: ZoneWhole['allHelpers'][number] | null
  readonly onClose: () => void
}

const isKind = (value: string): value is HelperKind => allKinds.some((kind) => kind === value)
const stationIn = (value: string): StationKind | null => allStations.find((kind) => kind === value) ?? null

export const HelperDialog = ({ zone, helper, onClose }: Props) => {
  const text = useWords(zoneWords)
  const { helperKinds, stationKinds } = useWords(tradeWords)
  const { today } = useTime()
  const act = useZoneAct(zone.id)
  const id = useRef(helper?.id ?? newId())
  const kind: HelperKind = helper?.kind ?? 'persuader'
  const initial = {
    ...{ kind, name: helper?.name ?? '', phone: helper?.phone ?? '', title: helper?.title ?? '' },
    ...{ stationKind: helper?.stationKind ?? null, station: helper?.station ?? '' },
    ...{ heldFrom: helper?.heldFrom ?? today, heldUntil: helper?.heldUntil ?? '' },
  }
  const submit = ({ phone, heldUntil, ...rest }: typeof initial): Promise<void> => {
    const json = { ...act.said(), ...rest, phone: phone.trim() || null, heldUntil: heldUntil || null }
    const param = { id: zone.id, helperId: id.current }
    const one = api.zones[':id'].helpers[':helperId']
    const on = onVersion(zone.version)
    return act.run(
      () => told(helper === null ? one.$put({ param, json }, on) : one.$post({ param, json }, on)),
      text.saved,
    )
  }
  return (
    <FormDialog
      opened
      title={helper === null ? text.addHelper : text.changeHelper}
      draftKey={null}
      initial={initial}
      submitLabel={helper === null ? text.addHelper : text.changeHelper}
      onSubmit={submit}
      onClose={onClose}
      notYet={({ name, phone, ...held }) =>
        name.trim() === ''
          ? text.nameNeeded
          : phone.trim() !== '' && !/^[0-9+][0-9 -]{2,19}$/.test(phone.trim())
            ? text.phoneWrong
            : whyNotHeld(text, held)
      }
    >
      {({ values, set, faultOf }) => (
        <>
          <NativeSelect
            label={text.kind}
            data={allKinds.map((value) => ({ value, label: helperKinds[value] }))}
            value={values.kind}
            onChange={({ currentTarget: { value } }) => isKind(value) && set({ kind: value })}
            error={faultOf('kind')}
          />
          <div className="zone-two">
            <TextInput
              label={text.name}
              value={values.name}
              maxLength={40}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={faultOf('name')}
              data-autofocus
            />
            <TextInput
              label={text.phone}
              type="tel"
              value={values.phone}
              maxLength={20}
              onChange={(event) => set({ phone: event.currentTarget.value })}
              error={faultOf('phone')}
            />
          </div>
          <TextInput
            label={text.office}
            value={values.title}
            maxLength={40}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={faultOf('title')}
          />
          {values.kind !== 'leader-in-charge' && (
            <div className="zone-two">
              <NativeSelect
                label={text.stationKind}
                data={[
                  { value: '', label: text.noStation },
                  ...allStations.map((value) => ({ value, label: stationKinds[value] })),
                ]}
                value={values.stationKind ?? ''}
                onChange={({ currentTarget: { value } }) => set({ stationKind: stationIn(value) })}
                error={faultOf('stationKind')}
              />
              <TextInput
                label={text.station}
                value={values.station}
                maxLength={60}
                onChange={(event) => set({ station: event.currentTarget.value })}
                error={faultOf('station')}
              />
            </div>
          )}
          <HeldFields values={values} set={set} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  )
}
