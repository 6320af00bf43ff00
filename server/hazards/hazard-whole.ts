import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { verdictsFor } from '../domain/hazard-workflow.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import type { HazardWhole } from './answers.ts'
import { entryView, hazardLine, moveView, photoView, taskView } from './hazard-view.ts'
import { namesFor } from './names.ts'
import { factsOf, findCounty, openCase, photosOf } from './store.ts'

/** A hazard whole: photos, tasks, revisits, timeline, and every move with its verdict for the one who asks. */
export const readHazard = async (world: World, actor: Actor, id: string): Promise<HazardWhole> => {
  const { db } = world
  const { journal, revisits, taskMeasures, zones, zonePosts, people } = db.t
  const found = await openCase(db, actor.county, id)
  if (!found || !inScope(scopeOf(actor), { ...found.hazard, tasks: found.tasks })) throw new Problem('not-there')
  const { hazard, tasks } = found
  const photos = await photosOf(db, actor.county, id)
  const entries = await db.q
    .select()
    .from(journal)
    .where(and(eq(journal.county, actor.county), eq(journal.subjectId, id)))
    .orderBy(asc(journal.seq))
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
  const now = world.now()
  const today = dayOf(now, county.timeZone)
  const posts =
    hazard.zoneId === null
      ? []
      : await db.q
          .select({ zoneName: zones.name, person: people, post: zonePosts })
          .from(zonePosts)
          .innerJoin(zones, and(eq(zones.county, zonePosts.county), eq(zones.id, zonePosts.zoneId)))
          .innerJoin(people, and(eq(people.county, zonePosts.county), eq(people.id, zonePosts.personId)))
          .where(and(eq(zonePosts.county, actor.county), eq(zonePosts.zoneId, hazard.zoneId)))
  const names = await namesFor(db, actor.county, {
    people: [
      hazard.reportedBy,
      hazard.clearedBy,
      hazard.severitySetBy,
      ...tasks.flatMap((task) => [task.personId, task.submittedBy, task.verifiedBy]),
      ...photos.map(({ hazardPhoto }) => hazardPhoto.takenBy),
      ...entries.map((entry) => entry.actorId),
      ...visits.map((visit) => visit.doneBy),
    ],
    units: [hazard.teamUnitId, ...tasks.flatMap((task) => [task.unitId, task.refusedOwnerUnitId])],
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
    zoneId: hazard.zoneId,
    chiefs: posts
      .filter(({ post }) => post.heldFrom <= today && (post.heldUntil === null || today <= post.heldUntil))
      .map(({ zoneName, person, post }) => ({
        id: person.id,
        name: person.name,
        phone: person.phone,
        level: post.level,
        zoneName,
      })),
    reportedBy: names.person(hazard.reportedBy),
    capturedAt: hazard.capturedAt,
    team: names.unit(hazard.teamUnitId),
    dispatchedAt: hazard.dispatchedAt,
    sceneCompletedAt: hazard.sceneCompletedAt,
    severitySetBy: names.person(hazard.severitySetBy),
    firstDueOn: hazard.firstDueOn,
    clearedBy: names.person(hazard.clearedBy),
    watchUntilOn: hazard.watchUntilOn,
    photos: photos.map((row) => photoView(row, names)),
    tasks: tasks.map((task) =>
      taskView(
        task,
        measures.filter(({ taskId }) => taskId === task.id),
        names,
      ),
    ),
    revisits: visits.map(({ id: visitId, dueOn, outcome, doneAt, doneBy, remark, droppedAt }) => ({
      id: visitId,
      dueOn,
      outcome,
      doneAt,
      doneBy: names.person(doneBy),
      remark,
      droppedAt,
    })),
    moves: verdictsFor(factsOf(found), actor).map(moveView),
    timeline: entries.map((entry) => entryView(entry, names)),
  }
}
