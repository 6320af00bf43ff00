import { dialect } from '../../db/dialect.ts'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { hazardCodeEntry } from '../domain/hazard-codes.ts'
import { shortCodeOf } from '../domain/short-code.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { attachPhotos, plausible, positionColumns } from './attach-photos.ts'
import { codeIsKnown, placeIsKnown } from './code-lists.ts'
import { readHazard } from './hazard-whole.ts'
import { whereItLies } from './place-columns.ts'
import { addHazard, findCounty, findHazard } from './store.ts'
import type { ReportHazard } from './wire.ts'

const reporters: readonly Role[] = ['squad', 'road-chief', 'department', 'county-reviewer', 'light-reporter']

/**
 * A lead enters under the id its author gave it. A squad's own report is at once its dispatch, and its photos
 * open the second stage: each step still leaves its own entry. Sent again it is answered again, never doubled.
 */
export const reportHazard = async (world: World, actor: Actor, id: string, body: ReportHazard) => {
  if (!reporters.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: reporters })
  const reportHash = hashOfContent({ id, body })
  const where = await whereItLies(world, actor.county, body.position, body.placeCode)
  const isNew = await inTransaction(world.db, async (tx) => {
    const turn = dialect.takeTurns(tx.engine, `${actor.county} ${id}`)
    if (turn) await tx.q.execute(turn)
    const before = await findHazard(tx, actor.county, id)
    if (before) {
      if (before.reportHash !== reportHash || before.reportedBy !== actor.id) throw new Problem('other-content')
      return false
    }
    const county = await findCounty(tx, actor.county)
    const outside = body.position ? plausible(county, body.position).outsideCounty : false
    if (!(await codeIsKnown(tx, actor.county, 'hazard', body.code)))
      throw new Problem('invalid', { fields: [{ pointer: '/code', fault: 'unknown' }] })
    if (hazardCodeEntry(body.code)?.needsDescription && body.description === '')
      throw new Problem('invalid', { fields: [{ pointer: '/description', fault: 'required' }] })
    if (body.placeCode !== null && !(await placeIsKnown(tx, actor.county, body.placeCode)))
      throw new Problem('invalid', { fields: [{ pointer: '/placeCode', fault: 'unknown' }] })

    const now = world.now()
    const teamUnitId = actor.role === 'squad' ? actor.unitId : null
    const onScene = teamUnitId !== null && body.photos.length > 0
    const complete = onScene && body.sceneComplete && body.position !== null
    await addHazard(tx, {
      county: actor.county,
      id,
      version: 1,
      shortCode: shortCodeOf(id),
      stage: onScene ? 'camera' : 'team',
      source: body.source,
      code: body.code,
      otherCodes: [],
      description: body.description,
      spot: body.spot,
      ...positionColumns(body.position),
      ...where,
      outsideCounty: where.outsideCounty || outside,
      reportedAt: now,
      reportedBy: actor.id,
      capturedAt: body.capturedAt,
      reportHash,
      teamUnitId,
      dispatchedAt: teamUnitId === null ? null : now,
      sceneCompletedAt: complete ? now : null,
      timesReopened: 0,
      changedAt: now,
    })
    await attachPhotos(
      tx,
      { county, hazardId: id, taskId: null, role: 'scene', takenBy: actor.id, at: now },
      body.photos,
    )
    const entry = { county: actor.county, at: now, actorId: actor.id, subjectId: id }
    const photos = body.photos.map(({ sha256 }) => sha256)
    await note(tx, {
      ...entry,
      kind: 'hazard-reported',
      body: { source: body.source, code: body.code, capturedAt: body.capturedAt, position: body.position, photos },
    })
    if (teamUnitId !== null) await note(tx, { ...entry, kind: 'team-dispatched', body: { unitId: teamUnitId } })
    if (onScene) await note(tx, { ...entry, kind: 'scene-photo-added', body: { photos } })
    if (complete) await note(tx, { ...entry, kind: 'scene-completed' })
    return true
  })
  return { isNew, hazard: await readHazard(world, actor, id) }
}
