import { NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { addDays } from '../../server/domain/county-calendar.ts'
import { api, told } from '../api.ts'
import { newId } from '../new-id.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { useCounty } from '../ui/use-county.ts'
import { plansKey } from './use-plans.ts'

const usualDays = 30

/** G353 is what stands by the road; the register knows it with the county's six digits behind. */
const codesIn = (text: string, county: string): string[] =>
  text
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
    .map((part) => part.toUpperCase())
    .map((code) => (code.length <= 6 ? `${code}${county}` : code))

export const PlanDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(junctionWords)
  const { townships, units, code } = useCounty()
  const { today } = useTime()
  const client = useQueryClient()
  const id = useRef(newId())
  const squads = units.filter(({ kind }) => kind === 'squad')
  const initial = {
    ...{ name: '', fromOn: today, untilOn: addDays(today, usualDays), unitId: squads[0]?.id ?? '' },
    ...{ routeCodes: '', townshipCodes: '' },
  }
  const submit = async ({ routeCodes, townshipCodes, ...plain }: typeof initial): Promise<void> => {
    const json = {
      ...{ ...plain, routeCodes: codesIn(routeCodes, code) },
      townshipCodes: townshipCodes === '' ? [] : [townshipCodes],
    }
    await told(api['patrol-plans'][':id'].$put({ param: { id: id.current }, json }))
    await client.invalidateQueries({ queryKey: plansKey })
    say.done(text.planMade)
  }
  return (
    <FormDialog
      opened
      title={text.makePlan}
      draftKey={null}
      initial={initial}
      submitLabel={text.makePlan}
      onSubmit={submit}
      onClose={onClose}
      notYet={({ name, routeCodes, townshipCodes, fromOn, untilOn }) =>
        name.trim() === ''
          ? text.nameNeeded
          : untilOn < fromOn
            ? text.daysWrong
            : routeCodes.trim() === '' && townshipCodes === ''
              ? text.planNeeds
              : null
      }
    >
      {({ values, set, faultOf }) => (
        <>
          <TextInput
            label={text.planName}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultOf('name')}
            data-autofocus
          />
          <div className="junction-two">
            <TextInput
              type="date"
              label={text.fromOn}
              value={values.fromOn}
              onChange={(event) => set({ fromOn: event.currentTarget.value })}
              error={faultOf('fromOn')}
            />
            <TextInput
              type="date"
              label={text.untilOn}
              value={values.untilOn}
              onChange={(event) => set({ untilOn: event.currentTarget.value })}
              error={faultOf('untilOn')}
            />
          </div>
          <NativeSelect
            label={text.squad}
            value={values.unitId}
            onChange={(event) => set({ unitId: event.currentTarget.value })}
            error={faultOf('unitId')}
            data={squads.map(({ id: value, name }) => ({ value, label: name }))}
          />
          <TextInput
            label={text.planRoutes}
            placeholder="X001, Y204"
            value={values.routeCodes}
            onChange={(event) => set({ routeCodes: event.currentTarget.value })}
            error={faultOf('routeCodes')}
          />
          <NativeSelect
            label={text.planTownship}
            value={values.townshipCodes}
            onChange={(event) => set({ townshipCodes: event.currentTarget.value })}
            error={faultOf('townshipCodes')}
            data={[
              { value: '', label: text.noneChosen },
              ...townships.map(({ code: value, name }) => ({ value, label: name })),
            ]}
          />
        </>
      )}
    </FormDialog>
  )
}
