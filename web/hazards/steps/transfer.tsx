import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import { api, told } from '../../api.ts'
import { grouped } from '../../grouped.ts'
import { useWords } from '../../text/language.ts'
import { remedyStepWords } from '../../text/remedy-step-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { useCounty } from '../../ui/use-county.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'

/** To a unit of the county or to another county; before registering only to another squad. */
export const TransferHazard = ({ hazard, onClose }: StepProps) => {
  const text = useWords(remedyStepWords)
  const { because: becauseLabel, becauseNeeded, chooseUnit } = useWords(stepWords)
  const { unitKinds } = useWords(tradeWords)
  const { units } = useCounty()
  const squadOnly = hazard.stage !== 'register'
  const able = units.filter(({ id, kind }) => (kind === 'squad' ? id !== hazard.team?.id : !squadOnly))
  const groups = [...grouped(able, ({ kind }) => kind)].map(([kind, those]) => ({
    group: unitKinds[kind],
    items: those.map(({ id, name }) => ({ value: id, label: name })),
  }))
  return (
    <StepForm
      hazard={hazard}
      move="transfer-hazard"
      submitLabel={text.transferIt}
      initial={{ where: 'unit', toUnitId: '', toCounty: '', because: '' }}
      notYet={({ where, toUnitId, toCounty, because }) => {
        if (where === 'unit' && toUnitId === '') return text.unitNeeded
        if (where === 'county' && toCounty.trim() === '') return text.countyNeeded
        return because.trim() === '' ? becauseNeeded : null
      }}
      post={({ where, toUnitId, toCounty, because }) =>
        (act, version) => {
          const toUnit = where === 'unit'
          const json = {
            ...act,
            toUnitId: toUnit ? toUnitId : null,
            toCounty: toUnit ? null : toCounty.trim(),
            because,
          }
          return told(api.hazards[':id'].transfer.$post({ param: { id: hazard.id }, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="quiet">{squadOnly ? text.transferTeamHow : text.transferHow}</p>
          <SegmentedControl
            aria-label={text.to}
            fullWidth
            value={values.where}
            onChange={(where) => set({ where })}
            data={[
              { value: 'unit', label: text.toUnit },
              { value: 'county', label: text.toCounty },
            ]}
          />
          {values.where === 'unit' ? (
            <Select
              label={text.to}
              placeholder={chooseUnit}
              data={groups}
              value={values.toUnitId || null}
              onChange={(unitId) => set({ toUnitId: unitId ?? '' })}
              searchable
              allowDeselect={false}
              error={faultOf('toUnitId')}
            />
          ) : (
            <TextInput
              label={text.countyLabel}
              placeholder={text.countyHint}
              maxLength={100}
              value={values.toCounty}
              onChange={(event) => set({ toCounty: event.currentTarget.value })}
              error={faultOf('toCounty')}
            />
          )}
          <WordsField
            label={becauseLabel}
            hint={text.transferHint}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
        </>
      )}
    </StepForm>
  )
}

const Proposal = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(remedyStepWords)
  const { transfer } = hazard
  if (!transfer) return null
  const to = transfer.toUnit?.name ?? transfer.toCounty ?? ''
  return <p>{text.asksTransfer(transfer.askedBy?.name ?? '', to, transfer.because)}</p>
}

/** Taken over by the unit, or the other county's letter recorded by the county. */
export const AcceptTransfer = ({ hazard, onClose, onInstead }: StepProps & { onInstead: () => void }) => {
  const text = useWords(remedyStepWords)
  const { remark } = useWords(stepWords)
  const { units } = useCounty()
  const param = { id: hazard.id }
  const toCounty = hazard.transfer?.toCounty ?? null
  const asTeam = units.some(({ id, kind }) => id === hazard.transfer?.toUnit?.id && kind === 'squad')
  const how = toCounty !== null ? text.acceptCountyHow : asTeam ? text.acceptTeamHow : text.acceptHow
  return (
    <StepForm
      hazard={hazard}
      move="accept-transfer"
      submitLabel={text.acceptIt}
      initial={{ because: '' }}
      notYet={({ because }) => (toCounty !== null && because.trim() === '' ? text.letterNeeded : null)}
      post={({ because }) =>
        (act, version) =>
          told(api.hazards[':id']['accept-transfer'].$post({ param, json: { ...act, because } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <Proposal hazard={hazard} />
          <p className="quiet">{how}</p>
          <WordsField
            label={toCounty === null ? remark : text.letter}
            {...(toCounty === null ? { optional: true } : { hint: text.letterHint })}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
          <Button variant="subtle" onClick={onInstead}>
            {text.orRefuseTransfer}
          </Button>
        </>
      )}
    </StepForm>
  )
}

/** Not theirs, and why. */
export const RefuseTransfer = ({ hazard, onClose }: StepProps) => {
  const text = useWords(remedyStepWords)
  const { because: becauseLabel, becauseNeeded, confirm } = useWords(stepWords)
  const param = { id: hazard.id }
  return (
    <StepForm
      hazard={hazard}
      move="refuse-transfer"
      submitLabel={confirm}
      initial={{ because: '' }}
      notYet={({ because }) => (because.trim() === '' ? becauseNeeded : null)}
      post={({ because }) =>
        (act, version) =>
          told(api.hazards[':id']['refuse-transfer'].$post({ param, json: { ...act, because } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <Proposal hazard={hazard} />
          <p className="quiet">{text.refuseTransferHow}</p>
          <WordsField
            label={becauseLabel}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
            focused
          />
        </>
      )}
    </StepForm>
  )
}
