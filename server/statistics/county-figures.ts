import { and } from 'drizzle-orm'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { medianAndP90, rateOf } from '../domain/clearance-rate.ts'
import { dayOf, daysBetween, type Instant } from '../domain/county-calendar.ts'
import { namesFor } from '../hazards/names.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'
import { findCounty } from '../hazards/store.ts'
import { meanings, registerConditions } from '../register/conditions.ts'
import { countHazards } from '../register/store.ts'
import type { World } from '../world.ts'
import { clearedSpans, dueSpans, tallies } from './store.ts'
import type { CountyFigures, Period } from './wire.ts'

type Tally = Awaited<ReturnType<typeof tallies>>[number]
type Sums = Omit<Tally, 'key'>

/**
 * The county's figures for a cohort, within the asker's scope (domain.md §7): cleared of what is to be cleared, with
 * what is budgeted for later counted apart. Each figure is the count of the register under the like-named filter.
 */
export const countyFigures = async (world: World, actor: Actor, period: Period): Promise<CountyFigures> => {
  const { db } = world
  const county = await findCounty(db, actor.county)
  const now = world.now()
  const { timeZone } = county
  const today = dayOf(now, timeZone)
  const scope = hazardInScope(db, scopeOf(actor))
  const cohort = and(
    scope,
    registerConditions(db, { ...period, registered: 'yes' }, { today, timeZone, placesNamed: [] }),
  )
  const waiting = and(scope, meanings(db, today).notVoid, meanings(db, today).unregistered)
  if (!cohort || !waiting) throw new Error('figures without conditions would leave the scope')

  const byTownship = await tallies(db, actor.county, cohort, 'townshipCode', today)
  const byCode = await tallies(db, actor.county, cohort, 'code', today)
  const spans = await clearedSpans(db, actor.county, cohort, today)
  const days = spans.flatMap(({ registeredAt, clearedAt }) =>
    registeredAt && clearedAt ? [daysBetween(dayOf(registeredAt, timeZone), dayOf(clearedAt, timeZone))] : [],
  )
  const sums = added(byTownship)
  const due = await dueSpans(db, actor.county, cohort, today)
  const onTimeBy = (deadline: 'firstDueOn' | 'dueOn') => {
    const passed = due.filter((span) => (span[deadline] ?? today) < today)
    const inTime = passed.filter(
      ({ clearedAt, ...span }) => clearedAt !== null && dayOf(clearedAt, timeZone) <= (span[deadline] ?? ''),
    )
    return rateOf(inTime.length, passed.length, now)
  }
  const names = await namesFor(db, actor.county, { people: [], units: [], places: byTownship.map(({ key }) => key) })
  return {
    asOf: now,
    today,
    from: period.from ?? null,
    until: period.until ?? null,
    ...figuresOf(sums, now),
    onTime: onTimeBy('firstDueOn'),
    onTimeInForce: onTimeBy('dueOn'),
    extended: sums.extended,
    relapses: rateOf(sums.relapsed, sums.everCleared, now),
    daysToClear: medianAndP90(days),
    unregistered: await countHazards(db, actor.county, waiting),
    byTownship: byTownship
      .map((tally) => ({ code: tally.key, name: names.place(tally.key), ...figuresOf(tally, now) }))
      .sort((a, b) => (a.code ?? '~').localeCompare(b.code ?? '~')),
    byCategory: [...Map.groupBy(byCode, ({ key }) => key?.charAt(0) ?? '')]
      .map(([group, those]) => ({ group, ...figuresOf(added(those), now) }))
      .sort((a, b) => a.group.localeCompare(b.group)),
  }
}

const figuresOf = (sums: Sums, asOf: Instant) => ({
  registered: sums.all,
  open: sums.open,
  overdue: sums.overdue,
  planned: sums.planned,
  cleared: sums.cleared,
  reopened: sums.reopened,
  openMajor: sums.major,
  clearance: rateOf(sums.cleared, sums.all - sums.planned, asOf),
  revisits: rateOf(sums.revisited, sums.cleared, asOf),
})

const added = (those: readonly Sums[]): Sums =>
  those.reduce(
    (sum, each) => ({
      all: sum.all + each.all,
      open: sum.open + each.open,
      overdue: sum.overdue + each.overdue,
      planned: sum.planned + each.planned,
      cleared: sum.cleared + each.cleared,
      revisited: sum.revisited + each.revisited,
      reopened: sum.reopened + each.reopened,
      everCleared: sum.everCleared + each.everCleared,
      relapsed: sum.relapsed + each.relapsed,
      extended: sum.extended + each.extended,
      major: sum.major + each.major,
    }),
    {
      ...{ all: 0, open: 0, overdue: 0, planned: 0, cleared: 0, revisited: 0, reopened: 0, major: 0 },
      ...{ everCleared: 0, relapsed: 0, extended: 0 },
    },
  )
