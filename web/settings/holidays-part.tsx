import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { daysOfLines, type HolidayLineRead, linesOfDays, readHolidayLines } from '../../server/domain/holiday-lines.ts'
import { api, onVersion, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { settingsWords } from '../text/settings-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'
import { useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'
import { useKeptForm } from './kept-form.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { Differences, SaveBar } from './save-bar.tsx'

const holidaysKey = ['holidays'] as const

/** One year's days off and worked weekends, typed or pasted as lines, with what was understood of each. */
export const HolidaysPart = () => {
  const text = useWords(settingsWords)
  const time = useTime()
  const { settings } = useCounty()
  const thisYear = Number(time.today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const table = useAsked([...holidaysKey, year], () =>
    told(api.county.holidays.$get({ query: { year: String(year) } })),
  )
  return (
    <div className="settings">
      <div className="settings-years">
        <EitherOr
          label={text.year}
          choices={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({
            value: String(one),
            label: text.yearOf(one),
          }))}
          value={String(year)}
          onChange={(one) => setYear(Number(one))}
        />
        {settings.countedIn === 'calendar' && <p className="quiet">{text.countsCalendar}</p>}
      </div>
      {table.isPending ? (
        <LoadingRows rows={6} />
      ) : table.data === undefined ? (
        <ErrorState problem={table.error} retry={() => void table.refetch()} retrying={table.isFetching} />
      ) : (
        <YearForm key={year} table={table.data} />
      )}
    </div>
  )
}

type Table = Parameters<typeof linesOfDays>[0]

const YearForm = ({ table }: { readonly table: { year: number; version: number; days: Table } }) => {
  const text = useWords(settingsWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const me = useMe()
  const phone = usePhone()
  const { year } = table
  const present = { lines: linesOfDays(table.days) }
  const refresh = () =>
    Promise.all([
      client.refetchQueries({ queryKey: [...holidaysKey, year] }),
      client.invalidateQueries({ queryKey: ['county'] }),
    ])
  const form = useKeptForm({
    draftKey: `holidays.${year}.${me.person.id}`,
    present,
    version: table.version,
    save: async ({ lines }, act, version) => {
      const json = { ...act, days: daysOfLines(readHolidayLines(lines, year)) }
      await told(api.county.holidays[':year'].$put({ param: { year: String(year) }, json }, onVersion(version)))
      await refresh()
      say.done(ui.saved)
    },
    readAnew: refresh,
  })
  const read = readHolidayLines(form.values.lines, year)
  const wrong = read.filter(({ fault }) => fault !== null && fault !== 'no-date').length
  return (
    <>
      <div className="holidays">
        <div>
          <Textarea
            label={text.linesLabel(year)}
            description={text.linesHow}
            placeholder={text.linesExample}
            value={form.values.lines}
            onChange={(event) => form.set({ lines: event.currentTarget.value })}
            rows={phone ? 6 : 12}
            maxLength={8000}
            error={form.faultAt('/days')}
          />
          {table.days.length === 0 && !form.unsaved && <p className="quiet">{text.noHolidays(year)}</p>}
        </div>
        <Understood read={read} />
      </div>
      <SaveBar
        form={form}
        notYet={wrong > 0 ? text.linesWrong(wrong) : null}
        onSave={() => void form.submit()}
        differences={
          <Differences rows={[{ label: text.yearOf(year), theirs: present.lines, mine: form.values.lines }]} />
        }
      />
      <LeaveGuard unsaved={form.unsaved} />
    </>
  )
}

const Understood = ({ read }: { readonly read: readonly HolidayLineRead[] }) => {
  const text = useWords(settingsWords)
  const time = useTime()
  const ui = useWords(uiWords)
  const days = daysOfLines(read)
  const count = (kind: 'off' | 'work'): number => days.filter((day) => day.kind === kind).length
  const runs = (line: HolidayLineRead, kind: 'off' | 'work'): string =>
    ui.listOf(runsOf(line.days.filter((day) => day.kind === kind).map(({ on }) => on)).map((run) => runText(run, time)))
  return (
    <section className="understood" aria-live="polite" aria-label={text.understood}>
      <h3>
        {text.understood}{' '}
        <span className="quiet figures">{days.length > 0 && text.totals(count('off'), count('work'))}</span>
      </h3>
      {read.length === 0 ? (
        <p className="quiet">{text.nothingTyped}</p>
      ) : (
        <ol>
          {read.map((line) => (
            <li key={line.number} data-fault={line.fault !== null && line.fault !== 'no-date'}>
              <span className="quiet figures">{text.line(line.number)}</span>
              <span>
                {line.fault !== null && (
                  <>
                    <strong>{text.lineFaults[line.fault]}</strong> <span className="quiet">{line.text}</span>
                  </>
                )}
                {line.days.some(({ kind }) => kind === 'off') && <span>{text.off(runs(line, 'off'))}</span>}
                {line.days.some(({ kind }) => kind === 'work') && <span>{text.work(runs(line, 'work'))}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Days one after another, as first and last. */
const runsOf = (days: readonly string[]): [string, string][] => {
  const runs: [string, string][] = []
  for (const on of [...days].sort()) {
    const last = runs.at(-1)
    if (last && Date.parse(on) - Date.parse(last[1]) === 86_400_000) last[1] = on
    else runs.push([on, on])
  }
  return runs
}

const runText = ([from, until]: readonly [string, string], time: { day: (on: string) => string }): string =>
  from === until ? time.day(from) : `${time.day(from)}–${time.day(until)}`
