import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { NoticeKind, PhotoRole, Severity } from '../../db/vocabulary.ts'
import { stakesOrMeasure } from '../domain/hazard-extent.ts'
import { measureUnits } from '../domain/measures.ts'
import { tableOfNotices } from '../domain/notice-kinds.ts'
import type { Names } from '../hazards/hazard-view.ts'
import { namesFor } from '../hazards/names.ts'
import type { Case, TaskRow } from '../hazards/store.ts'
import { codesOf } from '../people/county-store.ts'
import { watermarkOf } from '../photos/watermark-of.ts'
import { dayInChinese, instantDayInChinese } from './day-text.ts'
import type { NoticeHazard } from './notice-content.ts'

/** How many photos of each side a document shows of one hazard: enough to recognise the place, few enough to print. */
const mostPhotos = 2

const severityText: Readonly<Record<Severity, string>> = { minor: '一般', serious: '较大', major: '重大' }

interface Setting {
  readonly county: Row<'counties'>
  readonly kind: NoticeKind
  /** The unit it is written to, or that writes it: of several tasks the document tells of its own. */
  readonly unitId: string | null
}

interface Known {
  readonly names: Names
  readonly codes: readonly Row<'codes'>[]
  readonly roads: ReadonlyMap<string, string>
  readonly measures: readonly Row<'taskMeasures'>[]
  readonly photos: readonly Row<'hazardPhotos'>[]
  readonly visits: readonly Row<'revisits'>[]
}

/** Each hazard as a document prints it, in the order given; every word is fixed here and kept with the document. */
export const noticeHazards = async (db: Db, cases: readonly Case[], setting: Setting): Promise<NoticeHazard[]> => {
  const known = await lookUp(db, cases, setting.county.county)
  return cases.map((one, at) => hazardInWords(one, at + 1, setting, known))
}

const lookUp = async (db: Db, cases: readonly Case[], county: string): Promise<Known> => {
  const { hazardPhotos, taskMeasures, revisits, roads } = db.t
  const hazardIds = cases.map(({ hazard }) => hazard.id)
  const tasks = cases.flatMap((one) => one.tasks)
  const routes = [...new Set(cases.flatMap(({ hazard }) => (hazard.routeCode === null ? [] : [hazard.routeCode])))]
  const named = routes.length
    ? await db.q
        .select({ code: roads.routeCode, name: roads.name })
        .from(roads)
        .where(and(eq(roads.county, county), inArray(roads.routeCode, routes)))
    : []
  const measures = tasks.length
    ? await db.q
        .select()
        .from(taskMeasures)
        .where(
          and(
            eq(taskMeasures.county, county),
            inArray(
              taskMeasures.taskId,
              tasks.map(({ id }) => id),
            ),
          ),
        )
        .orderBy(asc(taskMeasures.position))
    : []
  const photos = await db.q
    .select()
    .from(hazardPhotos)
    .where(and(eq(hazardPhotos.county, county), inArray(hazardPhotos.hazardId, hazardIds)))
    .orderBy(asc(hazardPhotos.position))
  return {
    measures,
    photos,
    roads: new Map(named.map(({ code, name }) => [code, name])),
    names: await namesFor(db, county, {
      people: photos.map(({ takenBy }) => takenBy),
      units: tasks.map(({ unitId }) => unitId),
      places: cases.flatMap(({ hazard }) => [hazard.townshipCode, hazard.placeCode]),
    }),
    codes: await codesOf(db, county),
    visits: await db.q
      .select()
      .from(revisits)
      .where(and(eq(revisits.county, county), inArray(revisits.hazardId, hazardIds)))
      .orderBy(asc(revisits.dueOn)),
  }
}

/** The tasks that a document to or from this unit is about: its own, or all where it has none. */
export const tasksFor = (tasks: readonly TaskRow[], unitId: string | null): readonly TaskRow[] => {
  const own = tasks.filter((task) => task.unitId === unitId)
  return own.length > 0 ? own : tasks
}

const hazardInWords = ({ hazard, tasks }: Case, index: number, setting: Setting, known: Known): NoticeHazard => {
  const { names } = known
  const zone = setting.county.timeZone
  const mine = tasksFor(tasks, setting.unitId)
  const code = known.codes.find((entry) => entry.list === 'hazard' && entry.code === hazard.code)
  const dueOn = mine.map((task) => task.dueOn).sort()[0] ?? null
  const shows = tableOfNotices[setting.kind].showsCure
  const photos = (roles: readonly PhotoRole[], label: string) =>
    known.photos
      .filter(({ hazardId, role }) => hazardId === hazard.id && roles.includes(role))
      .slice(0, mostPhotos)
      .map((hazardPhoto) => {
        const mark = watermarkOf({ county: setting.county, hazard, hazardPhoto, names })
        const caption = `${label} ${instantDayInChinese(hazardPhoto.capturedAt, zone)}`
        return { sha256: hazardPhoto.sha256, caption, ...(mark.length > 0 && { mark }) }
      })
  return {
    index,
    registerNumber: hazard.registerNumber ?? hazard.shortCode,
    township: names.place(hazard.townshipCode) ?? '',
    village: hazard.placeCode.length === 12 ? (names.place(hazard.placeCode) ?? '') : '',
    route: hazard.routeCode === null ? '' : `${hazard.routeCode} ${known.roads.get(hazard.routeCode) ?? ''}`.trim(),
    stake: stakesOrMeasure(hazard),
    spot: hazard.spot,
    position:
      hazard.longitude === null || hazard.latitude === null
        ? ''
        : `东经${hazard.longitude.toFixed(6)}° 北纬${hazard.latitude.toFixed(6)}°`,
    code: hazard.code,
    codeName: code?.zh ?? hazard.code,
    severity: hazard.severity === null ? '' : severityText[hazard.severity],
    description: hazard.description,
    measures: measuresInWords(mine, known),
    unit: [...new Set(mine.map(({ unitId }) => names.unit(unitId)?.name ?? ''))].filter(Boolean).join('、'),
    foundOn: instantDayInChinese(hazard.capturedAt, zone),
    dueText: dayInChinese(dueOn),
    clearedText: instantDayInChinese(hazard.clearedAt, zone),
    result: shows ? resultInWords(hazard.id, mine, zone, setting.kind, known) : '',
    photos: photos(['scene'], '整改前'),
    afterPhotos: shows
      ? setting.kind === 'revisit-record'
        ? photos(['revisit', 'after'], '整改后')
        : photos(['after'], '整改后')
      : [],
  }
}

const counted = (code: string, quantity: number | null, { codes }: Known): string => {
  const measure = codes.find((entry) => entry.list === 'measure' && entry.code === code)
  const unit = measureUnits.find((entry) => entry.code === measure?.unit)?.zh ?? measure?.unit ?? ''
  return quantity === null ? (measure?.zh ?? code) : `${measure?.zh ?? code}${quantity}${unit}`
}

const measuresInWords = (tasks: readonly TaskRow[], known: Known): string => {
  const planned = known.measures
    .filter(({ taskId, plannedQuantity, installedQuantity }) =>
      tasks.some(({ id }) => id === taskId && (plannedQuantity !== null || installedQuantity === null)),
    )
    .map(({ measure, plannedQuantity }) => counted(measure, plannedQuantity, known))
  const demands = tasks.map(({ demand }) => demand).filter((demand) => demand !== '')
  return [...new Set([...planned, ...(planned.length === 0 ? demands : [])])].join('；')
}

const resultInWords = (
  hazardId: string,
  tasks: readonly TaskRow[],
  zone: string,
  kind: NoticeKind,
  known: Known,
): string => {
  if (kind === 'revisit-record') {
    const done = known.visits.filter((visit) => visit.hazardId === hazardId && visit.doneAt !== null).at(-1)
    if (!done) return ''
    const outcome = done.outcome === 'passed' ? '回头看合格' : '回头看不合格'
    return [`${instantDayInChinese(done.doneAt, zone)}${outcome}`, done.remark ?? ''].filter(Boolean).join('：')
  }
  const installed = known.measures
    .filter(({ taskId, installedQuantity }) => installedQuantity !== null && tasks.some(({ id }) => id === taskId))
    .map(({ measure, installedQuantity }) => counted(measure, installedQuantity, known))
  const remarks = tasks.flatMap(({ submitRemark }) => (submitRemark ? [submitRemark] : []))
  return [installed.length > 0 ? `已实施：${installed.join('；')}` : '', ...remarks].filter(Boolean).join('。')
}
