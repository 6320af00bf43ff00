import { Select, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { api, onVersion, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { useAsked } from '../asking.ts'
import { newId } from '../new-id.ts'
import { faultWords } from '../text/fault-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { BecauseField } from './because-field.tsx'
import { ElsewhereHint } from './elsewhere-hint.tsx'
import { HandOverList } from './hand-over-list.tsx'
import { useZoneAct } from './use-zone-act.ts'

interface Props {
  readonly zone: ZoneWhole
  readonly onClose: () => void
}

/** From one chief to the next: first what goes along and what stays, then one button for all of it. */
export const HandOverDialog = ({ zone, onClose }: Props) => {
  const text = useWords(zoneWords)
  const faults = useWords(faultWords)
  const { chiefLevels } = useWords(tradeWords)
  const time = useTime()
  const act = useZoneAct(zone.id)
  const newPostId = useRef(newId())
  const current = zone.posts.filter(({ when }) => when === 'now')
  const former = current.find(({ level }) => level === zone.level) ?? current[0]
  const [asked, setAsked] = useState({ postId: former?.id ?? '', toPersonId: '', fromOn: time.today })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const ready = asked.toPersonId !== '' && asked.fromOn !== ''
  const dryRun = useAsked(
    ['zones', 'hand-over', zone.id, zone.version, asked],
    () => told(api.zones[':id']['hand-over'].$get({ param: { id: zone.id }, query: asked })),
    { enabled: ready, staleTimeMs: 0 },
  )
  const plan = ready && !dryRun.isError ? dryRun.data : undefined
  const refusal = ready && dryRun.isError ? dryRun.error : null
  const faultAt = (field: string): string | null => {
    const fault = refusal instanceof ApiProblem ? refusal.faultOf(field) : null
    return fault === null ? null : faults.of(fault)
  }
  const going = (plan?.moves ?? []).filter(({ taskId }) => !left.has(taskId))
  const submit = async ({ because }: { because: string }): Promise<void> => {
    if (plan === undefined) return
    const json = { ...act.said(), ...asked, because, plan: plan.plan, taskIds: going.map(({ taskId }) => taskId) }
    const param = { id: zone.id, postId: newPostId.current }
    const handOver = () =>
      told(api.zones[':id']['hand-over'][':postId'].$post({ param, json }, onVersion(zone.version)))
    try {
      await act.run(handOver, text.handedOver(going.length))
    } catch (error) {
      void dryRun.refetch()
      throw error
    }
  }
  const people = zone.candidates.filter(({ leads, id }) => !leads && id !== former?.personId)
  return (
    <FormDialog
      opened
      size="lg"
      title={text.handOverTitle(zone.name)}
      draftKey={null}
      initial={{ because: '' }}
      submitLabel={text.confirmHandOver(going.length)}
      onSubmit={submit}
      onClose={onClose}
      notYet={({ because }) =>
        asked.toPersonId === ''
          ? text.personNeeded
          : refusal !== null
            ? (faultAt('postId') ?? faultAt('toPersonId') ?? faultAt('fromOn') ?? text.planChanged)
            : plan === undefined
              ? text.reckoning
              : because.trim() === ''
                ? text.becauseNeeded
                : null
      }
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="quiet">{text.handOverHow}</p>
          <div className="zone-two">
            <Select
              label={text.former}
              data={current.map(({ id, name, level }) => ({ value: id, label: `${name} ${chiefLevels[level]}` }))}
              value={asked.postId}
              allowDeselect={false}
              onChange={(postId) => setAsked({ ...asked, postId: postId ?? '' })}
              error={faultAt('postId')}
            />
            <Select
              label={text.next}
              data={people.map(({ id, name, unit }) => ({ value: id, label: [name, unit ?? ''].join(' ').trim() }))}
              value={asked.toPersonId || null}
              searchable
              placeholder={text.choose}
              nothingFoundMessage={text.onlyChiefs}
              onChange={(toPersonId) => setAsked({ ...asked, toPersonId: toPersonId ?? '' })}
              error={faultAt('toPersonId')}
            />
            <TextInput
              type="date"
              label={text.handOverFrom}
              max={time.today}
              value={asked.fromOn}
              onChange={(event) => setAsked({ ...asked, fromOn: event.currentTarget.value })}
              error={faultAt('fromOn')}
            />
            <BecauseField values={values} set={set} faultOf={faultOf} placeholder={text.becausePlaceholder} />
          </div>
          <ElsewhereHint zone={zone} personId={asked.toPersonId} />
          {refusal !== null && !(refusal instanceof ApiProblem && refusal.code === 'invalid') && (
            <ErrorLine problem={refusal} />
          )}
          {ready && dryRun.isPending && <p role="status">{text.reckoning}</p>}
          {plan !== undefined && (
            <HandOverList
              plan={plan}
              left={left}
              onLeave={(taskId, leave) => {
                const next = new Set(left)
                if (leave) next.add(taskId)
                else next.delete(taskId)
                setLeft(next)
              }}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}
