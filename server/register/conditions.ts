import {
  and,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { Colour, Severity } from '../../db/vocabulary.ts'
import { endOfDay, startOfDay } from '../domain/county-calendar.ts'
import { noZone } from '../domain/no-zone.ts'
import type { RegisterFilter } from './wire.ts'

/** What the figures, the table and the map mean by their words: defined once, here. */
export const meanings = (db: Db, today: string) => {
  const { hazards, tasks, revisits, extensions, zones, zonePosts } = db.t
  const taskOfHazard = and(eq(tasks.county, hazards.county), eq(tasks.hazardId, hazards.id))
  const planned = all(
    eq(hazards.stage, 'register'),
    exists(
      db.q
        .select({ one: sql`1` })
        .from(tasks)
        .where(and(taskOfHazard, eq(tasks.state, 'planned'))),
    ),
  )
  const open = all(eq(hazards.stage, 'register'), not(planned))
  const supervised = all(eq(hazards.stage, 'register'), isNotNull(hazards.supervisionLevel))
  return {
    notVoid: isNull(hazards.setAside),
    registered: isNotNull(hazards.registerNumber),
    unregistered: isNull(hazards.registerNumber),
    planned,
    open,
    overdue: all(open, lt(hazards.dueOn, today)),
    cleared: eq(hazards.stage, 'cleared'),
    /** Cleared, and looked at again since: the visits of an earlier clearing do not count. */
    revisited: all(
      eq(hazards.stage, 'cleared'),
      exists(
        db.q
          .select({ one: sql`1` })
          .from(revisits)
          .where(
            and(
              eq(revisits.county, hazards.county),
              eq(revisits.hazardId, hazards.id),
              eq(revisits.outcome, 'passed'),
              sql`${revisits.doneAt} >= ${hazards.clearedAt}`,
            ),
          ),
      ),
    ),
    reopened: sql`${hazards.timesReopened} > 0`,
    everCleared: sql`(${hazards.stage} = 'cleared' or ${hazards.timesReopened} > 0)`,
    relapsed: isNotNull(hazards.relapsedAt),
    extended: exists(
      db.q
        .select({ one: sql`1` })
        .from(extensions)
        .where(
          and(
            ...[eq(extensions.county, hazards.county), eq(extensions.hazardId, hazards.id)],
            eq(extensions.outcome, 'granted'),
          ),
        ),
    ),
    supervised,
    progressOwed: all(supervised, lte(hazards.progressDueOn, today)),
    coloured: (colour: Colour) =>
      colour === 'blue'
        ? all(isNull(hazards.setAside), eq(hazards.stage, 'cleared'), gte(hazards.watchUntilOn, today))
        : all(isNull(hazards.setAside), ne(hazards.stage, 'cleared'), eq(hazards.severity, severityOf[colour])),
    ofChief: (personId: string) =>
      exists(
        db.q
          .select({ one: sql`1` })
          .from(zonePosts)
          .innerJoin(zones, and(eq(zones.county, zonePosts.county), eq(zones.id, zonePosts.zoneId)))
          .where(
            and(
              ...[eq(zonePosts.county, hazards.county), eq(zonePosts.personId, personId)],
              ...[lte(zonePosts.heldFrom, today), or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, today))],
              or(
                eq(zones.id, hazards.zoneId),
                and(
                  ...[eq(zones.shape, 'area'), gte(hazards.placeCode, zones.placeCode)],
                  sql`${hazards.placeCode} < ${zones.placeCode} || ':'`,
                ),
              ),
            ),
          ),
      ),
    ofUnit: (unitId: string) =>
      exists(
        db.q
          .select({ one: sql`1` })
          .from(tasks)
          .where(and(taskOfHazard, eq(tasks.unitId, unitId))),
      ),
  }
}

/** colourOf of server/domain/warning-colour.ts the other way round; a test holds the two together. */
const severityOf: Readonly<Record<Exclude<Colour, 'blue'>, Severity>> = {
  yellow: 'minor',
  orange: 'serious',
  red: 'major',
}

const all = (...conditions: (SQL | undefined)[]): SQL => and(...conditions) ?? sql`true`

export interface FilterSetting {
  today: string
  timeZone: string
  /** Division codes whose name or alias contains the words searched for. */
  placesNamed: readonly string[]
}

export const registerConditions = (
  db: Db,
  filter: RegisterFilter,
  { today, timeZone, placesNamed }: FilterSetting,
): SQL => {
  const { hazards } = db.t
  const mean = meanings(db, today)
  // counties here keep one offset all year; a zone with summer time would need each day's own
  const minutesEast = (Date.parse(`${today}T00:00:00.000Z`) - Date.parse(startOfDay(today, timeZone))) / 60_000
  const clearedBy = (deadline: 'firstDueOn' | 'dueOn') => {
    const { tasks } = db.t
    const last = sql`(select max(${tasks[deadline]}) from ${tasks} where ${tasks.county} = ${hazards.county} and ${tasks.hazardId} = ${hazards.id})`
    const inTime = sql`${dialect.dayOf(db.engine, hazards.clearedAt, minutesEast)} <= ${last}`
    return all(not(mean.planned), isNotNull(hazards.clearedAt), sql`${last} < ${today}`, inTime)
  }
  const { 'reported-from': reportedFrom, 'reported-until': reportedUntil } = filter
  const within = (code: string) => and(gte(hazards.placeCode, code), lt(hazards.placeCode, `${code}:`))
  return all(
    filter.void ? undefined : mean.notVoid,
    filter.stage && inArray(hazards.stage, filter.stage),
    filter.severity && inArray(hazards.severity, filter.severity),
    filter.colour && or(...filter.colour.map(mean.coloured)),
    filter.source && inArray(hazards.source, filter.source),
    filter.code === undefined ? undefined : like(hazards.code, `${filter.code}%`),
    filter.place === undefined ? undefined : within(filter.place),
    filter.zone === undefined
      ? undefined
      : filter.zone === noZone
        ? isNull(hazards.zoneId)
        : eq(hazards.zoneId, filter.zone),
    filter.chief === undefined ? undefined : mean.ofChief(filter.chief),
    filter.unit === undefined ? undefined : mean.ofUnit(filter.unit),
    filter.registered && mean.registered,
    filter.unregistered && mean.unregistered,
    filter.open && mean.open,
    filter.overdue && mean.overdue,
    filter.planned && mean.planned,
    filter.reopened && mean.reopened,
    filter.revisited && mean.revisited,
    filter.supervised && mean.supervised,
    filter['progress-owed'] && mean.progressOwed,
    filter.extended && mean.extended,
    filter.relapsed && mean.relapsed,
    filter['on-time'] && clearedBy('firstDueOn'),
    filter['on-time-in-force'] && clearedBy('dueOn'),
    filter.outside && eq(hazards.outsideCounty, true),
    filter.from === undefined ? undefined : gte(hazards.registeredAt, startOfDay(filter.from, timeZone)),
    filter.until === undefined ? undefined : lte(hazards.registeredAt, endOfDay(filter.until, timeZone)),
    reportedFrom === undefined ? undefined : gte(hazards.reportedAt, startOfDay(reportedFrom, timeZone)),
    reportedUntil === undefined ? undefined : lte(hazards.reportedAt, endOfDay(reportedUntil, timeZone)),
    filter.among && inArray(hazards.id, filter.among),
    filter.q
      ? or(
          ...[hazards.registerNumber, hazards.shortCode, hazards.description, hazards.spot, hazards.routeCode].map(
            (column) => dialect.contains(column, filter.q ?? ''),
          ),
          ...placesNamed.map(within),
        )
      : undefined,
  )
}
