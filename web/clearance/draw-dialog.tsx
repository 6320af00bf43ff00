import { NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { useLocation } from 'wouter'
import { severities as allSeverities, type Severity } from '../../db/vocabulary.ts'
import { addDays, monthOf } from '../../server/domain/county-calendar.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { useWords } from '../text/language.ts'
import { spotWords } from '../text/spot-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { useCounty } from '../ui/use-county.ts'

interface Values {
  readonly fromOn: string
  readonly untilOn: string
  readonly placeCode: string
  readonly severity: string
  readonly count: string
  readonly unitId: string
  readonly dueOn: string
}

/** Spot checks are to be done within two weeks unless somebody says otherwise. */
const usualDays = 14

const severityOf = (value: string): Severity | null => allSeverities.find((severity) => severity === value) ?? null
const countIsWrong = (count: string): boolean =>
  count.trim() !== '' && !(/^\d+$/.test(count.trim()) && Number(count) >= 1 && Number(count) <= 500)
const daysAreWrong = ({ fromOn, untilOn }: Values): boolean => fromOn === '' || untilOn === '' || untilOn < fromOn

/** What is drawn from, how many, who goes and by when, with how many there are to draw from at this moment. */
export const DrawDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(spotWords)
  const { severities } = useWords(tradeWords)
  const { townships, units } = useCounty()
  const { today } = useTime()
  const client = useQueryClient()
  const [, go] = useLocation()
  // one act, however often it is sent
  const actId = useRef(newId())
  const squads = units.filter(({ kind }) => kind === 'squad')
  const initial: Values = {
    ...{ fromOn: `${monthOf(today)}-01`, untilOn: today, placeCode: '', severity: '', count: '', unitId: '' },
    dueOn: addDays(today, usualDays),
  }
  const submit = async (values: Values): Promise<void> => {
    const { fromOn, untilOn, dueOn } = values
    const drawn = await told(
      api['spot-draws'].$post({
        json: {
          ...{ actId: actId.current, deviceAt: serverNow(), fromOn, untilOn, dueOn },
          placeCode: values.placeCode || null,
          severity: severityOf(values.severity),
          count: values.count.trim() === '' ? null : Number(values.count),
          unitId: values.unitId || null,
        },
      }),
    )
    say.done(text.drawn(drawn.picked))
    await client.invalidateQueries({ queryKey: ['spot-draws'] })
    go(`/spot-checks/${drawn.id}`)
  }
  return (
    <FormDialog
      opened
      title={text.draw}
      draftKey={null}
      initial={{ ...initial }}
      submitLabel={text.submit}
      onSubmit={submit}
      onClose={onClose}
      notYet={(values) =>
        daysAreWrong(values)
          ? text.daysWrong
          : countIsWrong(values.count)
            ? text.countWrong
            : values.dueOn < today
              ? text.dueWrong
              : null
      }
    >
      {({ values, set, faultOf }) => (
        <>
          <div className="spot-days">
            <TextInput
              type="date"
              label={text.from}
              max={today}
              value={values.fromOn}
              onChange={(event) => set({ fromOn: event.currentTarget.value })}
              error={faultOf('fromOn')}
            />
            <TextInput
              type="date"
              label={text.until}
              max={today}
              value={values.untilOn}
              onChange={(event) => set({ untilOn: event.currentTarget.value })}
              error={faultOf('untilOn')}
            />
          </div>
          <div className="spot-days">
            <NativeSelect
              label={text.place}
              value={values.placeCode}
              onChange={(event) => set({ placeCode: event.currentTarget.value })}
              data={[
                { value: '', label: text.wholeCounty },
                ...townships.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
            <NativeSelect
              label={text.severity}
              value={values.severity}
              onChange={(event) => set({ severity: event.currentTarget.value })}
              data={[
                { value: '', label: text.anySeverity },
                ...allSeverities.map((value) => ({ value, label: severities[value] })),
              ]}
            />
          </div>
          <LivePopulation values={values}>
            {(how) => (
              <TextInput
                label={text.count}
                description={how}
                inputMode="numeric"
                value={values.count}
                onChange={(event) => set({ count: event.currentTarget.value })}
                error={faultOf('count')}
              />
            )}
          </LivePopulation>
          <NativeSelect
            label={text.chooseUnit}
            description={text.unitHow}
            value={values.unitId}
            onChange={(event) => set({ unitId: event.currentTarget.value })}
            error={faultOf('unitId')}
            data={[{ value: '', label: text.finders }, ...squads.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <TextInput
            type="date"
            label={text.due}
            min={today}
            value={values.dueOn}
            onChange={(event) => set({ dueOn: event.currentTarget.value })}
            error={faultOf('dueOn')}
          />
        </>
      )}
    </FormDialog>
  )
}

interface LiveProps {
  readonly values: Values
  readonly children: (how: string | undefined) => ReactNode
}

/** How many there are to draw from now, and what the county's share of them is. */
const LivePopulation = ({ values, children }: LiveProps) => {
  const text = useWords(spotWords)
  const { fromOn, untilOn, placeCode } = values
  const severity = severityOf(values.severity)
  const query = { fromOn, untilOn, ...(placeCode !== '' && { placeCode }), ...(severity !== null && { severity }) }
  const population = useAsked(
    ['spot-draws', 'population', query],
    () => told(api['spot-draws'].population.$get({ query })),
    {
      enabled: !daysAreWrong(values),
      keepFormer: true,
    },
  )
  const { data } = population
  return (
    <>
      <p className="spot-live" role="status">
        {data === undefined ? (
          text.counting
        ) : data.count === 0 ? (
          text.nothing
        ) : (
          <strong className="figures">{text.live(data.count)}</strong>
        )}
        {data !== undefined && data.drawnBefore > 0 && (
          <span className="quiet figures"> {text.drawnBefore(data.drawnBefore)}</span>
        )}
      </p>
      {children(data === undefined ? undefined : text.countHow(data.sharePercent, data.share))}
    </>
  )
}
