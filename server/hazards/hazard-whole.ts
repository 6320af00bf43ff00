import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { verdictsFor } from '../domain/hazard-workflow.ts'
import { Problem } from '../http/problem.ts'
import { extensionsOf } from '../remediation/extension-store.ts'
import { supervisionInForce } from '../remediation/supervision-store.ts'
import type { World } from '../world.ts'
import type { HazardWhole } from './answers.ts'
import { chiefsOfHazard } from './chiefs-of-hazard.ts'
import { drawnOf } from './extent-parts.ts'
import {
  entryView,
  hazardLine,
  moveView,
  photoView,
  responsibilityView,
  revisitView,
  supervisionView,
  taskView,
  transferView,
} from './hazard-view.ts'
import { entriesOf, hazardsNamed, mergedInto, type NamedHazard, relapsesToldOf } from './linked-store.ts'
import { namesFor } from './names.ts'
import { awaitedOf, originalsEnded } from './promise-store.ts'
import { factsOf, findCounty, openCase, photosOf, whereaboutsOf } from './store.ts'
import { transfersOf } from './transfer-store.ts'

/** A hazard whole: photos, tasks, revisits, timeline, and every move with its verdict for the one who asks. */
export const readHazard = async (world: World, actor: Actor, id: string): Promise<HazardWhole> => {
  const { db } = world
  const { revisits, taskMeasures } = db.t
  const found = await openCase(db, actor.county, id)
  if (!found || !inScope(scopeOf(actor), whereaboutsOf(found))) throw new Problem('not-there')
  const { hazard, tasks } = found
  const merged = await mergedInto(db, actor.county, id)
  const mergedIds = merged.map((one) => one.id)
  const photos = await photosOf(db, actor.county, id)
  for (const mergedId of mergedIds) photos.push(...(await photosOf(db, actor.county, mergedId)))
  const awaited = await awaitedOf(db, actor.county, [id, ...mergedIds])
  const entries = await entriesOf(db, actor.county, [id, ...mergedIds])
  const relapseIds = relapsesToldOf(entries)
  const linked = await hazardsNamed(db, actor.county, [hazard.mergedIntoId, hazard.relapseOfId, ...relapseIds])
  const extensions = tasks.length > 0 ? await extensionsOf(db, actor.county, id) : []
  const askedAway = hazard.transferToUnitId !== null || hazard.transferToCounty !== null
  const transfers = askedAway || hazard.setAside === 'transferred' ? await transfersOf(db, actor.county, id) : []
  const supervision = hazard.supervisionLevel === null ? null : await supervisionInForce(db, actor.county, id)
  const visits = await db.q
    .select()
    .from(revisits)
    .where(and(eq(revisits.county, actor.county), eq(revisits.hazardId, id)))
    .orderBy(asc(revisits.dueOn))
  const taskIds = tasks.map((task) => task.id)
  const measures = taskIds.length
    ? await db.q
        .select()
        .from(taskMeasures)
        .where(and(eq(taskMeasures.county, actor.county), inArray(taskMeasures.taskId, taskIds)))
        .orderBy(asc(taskMeasures.position))
    : []
  const county = await findCounty(db, actor.county)
  const ended = await originalsEnded(
    ...[db, actor.county],
    photos.flatMap(({ hazardPhoto: { id, sha256, copySha256 } }) => (sha256 === copySha256 ? [id] : [])),
  )
  const now = world.now()
  const today = dayOf(now, county.timeZone)
  const drawn = await drawnOf(world, hazard)
  const names = await namesFor(db, actor.county, {
    people: [
      hazard.reportedBy,
      hazard.clearedBy,
      hazard.severitySetBy,
      ...tasks.flatMap((task) => [task.personId, task.submittedBy, task.verifiedBy]),
      ...photos.map(({ hazardPhoto }) => hazardPhoto.takenBy),
      ...entries.map((entry) => entry.actorId),
      ...visits.map((visit) => visit.doneBy),
      ...extensions.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
      ...[hazard.supervisorId, supervision?.startedBy ?? null, ...transfers.map(({ askedBy }) => askedBy)],
    ],
    units: [
      ...[hazard.teamUnitId, hazard.localUnitId, hazard.sectorUnitId, hazard.cureUnitId],
      ...tasks.flatMap((task) => [task.unitId, task.refusedOwnerUnitId]),
      ...[...visits.map(({ unitId }) => unitId), ...transfers.map(({ toUnitId }) => toUnitId)],
    ],
    places: [hazard.townshipCode, hazard.placeCode],
  })
  const first = photos.find(({ hazardPhoto }) => hazardPhoto.role === 'scene')?.photo.sha256 ?? null
  return {
    ...hazardLine(hazard, names, now, county.timeZone, first),
    otherCodes: [...hazard.otherCodes],
    position:
      hazard.longitude === null || hazard.latitude === null
        ? null
        : {
            longitude: hazard.longitude,
            latitude: hazard.latitude,
            accuracyMetres: hazard.accuracyMetres,
            source: hazard.positionSource,
            at: hazard.positionedAt,
          },
    drawn,
    zoneId: hazard.zoneId,
    chiefs: await chiefsOfHazard(world, hazard, drawn, today),
    reportedBy: names.person(hazard.reportedBy),
    capturedAt: hazard.capturedAt,
    sentAt: hazard.sentAt,
    clockOffsetMs: hazard.clockOffsetMs,
    team: names.unit(hazard.teamUnitId),
    responsibility: responsibilityView(hazard, names),
    dispatchedAt: hazard.dispatchedAt,
    sceneCompletedAt: hazard.sceneCompletedAt,
    severitySetBy: names.person(hazard.severitySetBy),
    firstDueOn: hazard.firstDueOn,
    clearedBy: names.person(hazard.clearedBy),
    watchUntilOn: hazard.watchUntilOn,
    photos: photos.map((row) => ({
      ...photoView(row, names, id),
      ...(ended.get(row.hazardPhoto.id) === 'unlike' && { originalUnlike: true as const }),
      ...(ended.get(row.hazardPhoto.id) === 'given-up' && { originalGivenUp: true as const }),
    })),
    ...awaited,
    tasks: tasks.map((task) =>
      taskView(
        task,
        {
          measures: measures.filter(({ taskId }) => taskId === task.id),
          extensions: extensions.filter(({ taskId }) => taskId === task.id),
        },
        names,
      ),
    ),
    revisits: visits.map((visit) => revisitView(visit, names)),
    sameDay: hazard.sameDay,
    supervision: supervisionView(hazard, supervision, names),
    ...transferView(hazard, transfers, names),
    merged,
    mergedInto: nameOf(linked, hazard.mergedIntoId),
    relapseOf: nameOf(linked, hazard.relapseOfId),
    relapses: linked.filter((one) => relapseIds.includes(one.id)),
    relapsedAt: hazard.relapsedAt,
    moves: verdictsFor(factsOf(found, today), actor).map(moveView),
    timeline: entries.map((entry) => entryView(entry, names, id)),
  }
}

const nameOf = (linked: readonly NamedHazard[], id: string | null) => {
  const found = linked.find((one) => one.id === id)
  return found ? { id: found.id, shortCode: found.shortCode, registerNumber: found.registerNumber } : null
}
