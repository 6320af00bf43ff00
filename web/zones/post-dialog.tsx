import { NativeSelect, Select } from '@mantine/core'
import { useRef } from 'react'
import { chiefLevels as allLevels, type ChiefLevel } from '../../db/vocabulary.ts'
import { levelFits, levelsOfZone } from '../../server/domain/zone-levels.ts'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { api, onVersion, told } from '../api.ts'
import { newId } from '../new-id.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { BecauseField } from './because-field.tsx'
import { ElsewhereHint } from './elsewhere-hint.tsx'
import { HeldFields, whyNotHeld } from './held-fields.tsx'
import { useZoneAct } from './use-zone-act.ts'

interface Props {
  readonly zone: ZoneWhole
  /** The post to be put right; null gives a new one. */
  readonly post: ZoneWhole['posts'][number] | null
  readonly onClose: () => void
}

/** Levels to choose from: those that fit the zone, and one that stands already though it does not. */
const levelsFor = (zone: ZoneWhole, stands: ChiefLevel | undefined): readonly ChiefLevel[] =>
  allLevels.filter((level) => level === stands || levelFits(zone, level))

/** The zone’s own level, unless it was entered with one that it should not have: then the lowest that fits. */
const usualLevel = (zone: ZoneWhole): ChiefLevel =>
  levelFits(zone, zone.level) ? zone.level : (levelsOfZone(zone).at(-1) ?? zone.level)

const isLevel = (value: string): value is ChiefLevel => allLevels.some((level) => level === value)

export const PostDialog = ({ zone, post, onClose }: Props) => {
  const text = useWords(zoneWords)
  const { chiefLevels } = useWords(tradeWords)
  const { today } = useTime()
  const act = useZoneAct(zone.id)
  const id = useRef(newId())
  const initial: { personId: string | null; level: ChiefLevel; heldFrom: string; heldUntil: string; because: string } =
    {
      ...{ personId: post?.personId ?? null, level: post?.level ?? usualLevel(zone), because: '' },
      ...{ heldFrom: post?.heldFrom ?? today, heldUntil: post?.heldUntil ?? '' },
    }
  const submit = ({ personId, heldUntil, ...rest }: typeof initial): Promise<void> => {
    const json = { ...act.said(), ...rest, personId: personId ?? '', heldUntil: heldUntil === '' ? null : heldUntil }
    const posts = api.zones[':id'].posts[':postId']
    const on = onVersion(zone.version)
    const sent =
      post === null
        ? () => told(posts.$put({ param: { id: zone.id, postId: id.current }, json }, on))
        : () => told(posts.correct.$post({ param: { id: zone.id, postId: post.id }, json }, on))
    return act.run(sent, post === null ? text.given : text.saved)
  }
  const people = zone.candidates.map((one) => ({
    value: one.id,
    label: [one.name, one.unit ?? ''].join(' ').trim(),
  }))
  const known = post === null || people.some(({ value }) => value === post.personId)
  return (
    <FormDialog
      opened
      title={post === null ? text.give : text.correct}
      draftKey={null}
      initial={initial}
      submitLabel={post === null ? text.give : text.correct}
      onSubmit={submit}
      onClose={onClose}
      notYet={({ personId, because, ...held }) =>
        personId === null
          ? text.personNeeded
          : (whyNotHeld(text, held) ?? (post !== null && because.trim() === '' ? text.becauseNeeded : null))
      }
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="quiet">{post === null ? text.giveHow : text.correctHow}</p>
          <Select
            label={text.person}
            description={text.onlyChiefs}
            data={known ? people : [...people, { value: post.personId, label: post.name }]}
            value={values.personId}
            searchable
            placeholder={text.choose}
            onChange={(personId) => set({ personId })}
            error={faultOf('personId')}
          />
          <ElsewhereHint zone={zone} personId={values.personId} />
          <NativeSelect
            label={text.level}
            data={levelsFor(zone, post?.level).map((level) => ({ value: level, label: chiefLevels[level] }))}
            value={values.level}
            onChange={({ currentTarget: { value } }) => isLevel(value) && set({ level: value })}
            error={faultOf('level')}
          />
          <HeldFields values={values} set={set} faultOf={faultOf} />
          <BecauseField values={values} set={set} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  )
}
