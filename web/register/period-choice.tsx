import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../text/language.ts'
import { registerWords } from '../text/register-words.ts'
import { useTime } from '../text/use-time.ts'
import type { Filter } from './filter.ts'
import { daysOfPeriod, periodIn, reportedPeriods, withReported } from './reported-period.ts'

interface Props {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** When it was reported: a month or year by name, or the days from one to another. */
export const PeriodChoice = ({ filter, onChange }: Props) => {
  const text = useWords(registerWords)
  const { today } = useTime()
  const period = periodIn(filter, today)
  const [byDays, setByDays] = useState(period === 'days')
  const choose = (value: string): void => {
    const named = reportedPeriods.find((each) => each === value)
    setByDays(value === 'days')
    if (named !== undefined) {
      const { from, until } = daysOfPeriod(named, today)
      onChange(withReported(filter, from, until))
    } else if (value === '') onChange(withReported(filter, null, null))
  }
  const [from, until] = [filter['reported-from'] ?? '', filter['reported-until'] ?? '']
  return (
    <>
      <NativeSelect
        aria-label={text.period}
        value={byDays ? 'days' : (period ?? '')}
        data-chosen={period !== null}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: text.anyPeriod },
          ...reportedPeriods.map((value) => ({ value, label: text.periods[value] })),
          { value: 'days', label: text.otherDays },
        ]}
      />
      {byDays && (
        <div className="filter-days">
          <TextInput
            type="date"
            aria-label={text.reportedFrom}
            value={from}
            max={until === '' ? today : until}
            onChange={(event) => onChange(withReported(filter, event.currentTarget.value, until))}
          />
          <TextInput
            type="date"
            aria-label={text.reportedUntil}
            value={until}
            min={from}
            onChange={(event) => onChange(withReported(filter, from, event.currentTarget.value))}
          />
        </div>
      )}
    </>
  )
}
