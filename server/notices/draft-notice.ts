import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { SupervisionLevel } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { addDays, type Day, dayOf } from '../domain/county-calendar.ts'
import { documentNumberOf, mayIssue, tableOfNotices } from '../domain/notice-kinds.ts'
import { hazardDaysOverdue } from '../hazards/hazard-view.ts'
import { namesFor } from '../hazards/names.ts'
import { type Case, findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { findPerson } from '../people/people-store.ts'
import type { World } from '../world.ts'
import type { NoticeDraft } from './answers.ts'
import { noticeHazards, tasksFor } from './notice-hazards.ts'
import { openHazards } from './open-hazards.ts'
import { lastRectificationNumber, reviewersUnit, unitsAmong } from './store.ts'
import { usualTexts } from './usual-texts.ts'
import type { DraftQuery } from './wire.ts'

/** Days given where no deadline is left to run, and for the reply to a letter without one (proposed). */
const daysGiven = 7

const levelText: Readonly<Record<SupervisionLevel, string>> = {
  county: '县级督办',
  city: '市级督办',
  province: '省级督办',
}

/** A document as it would be written about these hazards: everything offered, nothing kept, no number used up. */
export const draftNotice = async (world: World, actor: Actor, query: DraftQuery): Promise<NoticeDraft> => {
  const { db } = world
  const { kind, hazards: ids } = query
  const row = tableOfNotices[kind]
  const refused = mayIssue(kind, actor)
  if (refused) throw new Problem('not-yours', { because: refused, who: row.by })
  const county = await findCounty(db, actor.county)
  const now = world.now()
  const today = dayOf(now, county.timeZone)
  const opened = await openHazards(db, actor, ids, { kind, today })
  const cases = opened.map(({ found }) => found)
  const to = query.unit ?? (await suggestedUnit(db, county, actor, query, cases))
  const about = row.to === 'county-office' ? actor.unitId : to
  const lines = await noticeHazards(db, cases, { county, kind, unitId: about })
  const own = await unitsAmong(db, actor.county, actor.unitId === null ? [] : [actor.unitId])
  const person = await findPerson(db, actor.county, actor.id)
  const supervisors = await namesFor(db, actor.county, {
    ...{ people: cases.map(({ hazard }) => hazard.supervisorId), units: [], places: [] },
  })
  const [first] = cases
  const texts = usualTexts({
    kind,
    hazardCount: cases.length,
    townships: distinct(lines.map(({ township }) => township)),
    measures: lines.map(({ measures }, at) => withIndex(measures, at, lines.length)).filter(Boolean),
    causes: distinct(lines.map(({ codeName }) => codeName)),
    issuerPhone: person?.phone ?? '',
    originalNumber: first ? await lastRectificationNumber(db, actor.county, first.hazard.id) : '',
    daysOverdue: Math.max(0, ...cases.map(({ hazard }) => hazardDaysOverdue(hazard, now, county.timeZone))),
    level: distinct(
      cases.map(({ hazard }) => (hazard.supervisionLevel === null ? '' : levelText[hazard.supervisionLevel])),
    ).join('、'),
    namedPerson: distinct(cases.map(({ hazard }) => supervisors.person(hazard.supervisorId)?.name ?? '')).join('、'),
    results: lines.map(({ result }, at) => withIndex(result, at, lines.length)).filter(Boolean),
  })
  const cureDueOn = row.cureDay === 'needed' ? cureDay(cases, about, today, kind === 'extension') : null
  return {
    kind,
    countyName: county.name,
    numberBegins: documentNumberOf(county.registerPrefix, kind, Number(today.slice(0, 4)), 0).replace(/0+号$/, ''),
    issuerUnit: own.get(actor.unitId ?? '')?.name ?? '',
    issuerPerson: actor.name,
    issuedOn: today,
    addresseeUnitId: to,
    addressee: to === null && kind === 'government-report' ? `${county.name}人民政府` : '',
    texts,
    cureDueOn,
    replyDueOn: row.replyDay === 'none' ? null : (cureDueOn ?? addDays(today, daysGiven)),
    hazards: opened.map(({ found, because }, at) => {
      const line = lines[at]
      if (!line) throw new Error('a hazard of the draft has no line')
      return { id: found.hazard.id, because, line }
    }),
    invented: county.invented,
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))]

const withIndex = (text: string, at: number, count: number): string =>
  text === '' || count === 1 ? text.replace(/。$/, '') : `第${at + 1}处：${text.replace(/。$/, '')}`

/**
 * The last deadline of the tasks it is about, for no place is told an earlier day than its own in the list;
 * a week where all have passed. An extension asks for a month more.
 */
const cureDay = (cases: readonly Case[], unitId: string | null, today: Day, longer: boolean): Day => {
  const days = cases.flatMap(({ tasks }) => tasksFor(tasks, unitId).map(({ dueOn }) => dueOn))
  const last = days.sort().at(-1) ?? today
  if (longer) return addDays(last > today ? last : today, 30)
  return last > today ? last : addDays(today, daysGiven)
}

/** Whom such a document usually goes to: the office, the unit with most of the tasks, or whose trade it is. */
const suggestedUnit = async (
  db: Db,
  county: Row<'counties'>,
  actor: Actor,
  { kind }: DraftQuery,
  cases: readonly Case[],
): Promise<string | null> => {
  if (tableOfNotices[kind].to === 'county-office') return reviewersUnit(db, county.county)
  if (kind === 'government-report') return null
  const wanted =
    kind === 'copy'
      ? cases.map(({ hazard }) => hazard.sectorUnitId)
      : kind === 'risk-alert'
        ? cases.map(({ hazard, tasks }) => hazard.localUnitId ?? tasks[0]?.unitId ?? null)
        : cases.flatMap(({ tasks }) => tasks.filter(({ state }) => state !== 'refused').map(({ unitId }) => unitId))
  const counts = Map.groupBy(
    wanted.filter((id) => id !== null && id !== actor.unitId),
    (id) => id,
  )
  return [...counts].sort(([a, x], [b, y]) => y.length - x.length || (a ?? '').localeCompare(b ?? ''))[0]?.[0] ?? null
}
