import { takeTurn } from '../../db/take-turn.ts'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { hazardCodeEntry } from '../domain/hazard-codes.ts'
import { shortCodeOf } from '../domain/short-code.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { planPhotos, plausible, positionColumns, writePhotos } from './attach-photos.ts'
import { authorOf } from './author-of.ts'
import { codeIsKnown, placeIsKnown } from './code-lists.ts'
import { contentOf } from './content-of.ts'
import { extentOf, whereExtentLies } from './extent-of.ts'
import { redrawExtent } from './extent-store.ts'
import { readHazard } from './hazard-whole.ts'
import { laneNamed, whereItLies } from './place-columns.ts'
import { addHazard, findCounty, findHazard } from './store.ts'
import type { ReportHazard } from './wire.ts'

/** As long as a spot that is written by hand may be. */
const mostSpotSigns = 200

/**
 * A lead enters under the id its author gave it. A squad's own report is at once its dispatch, and its photos
 * open the second stage: each step still leaves its own entry. Sent again it is answered again, never doubled,
 * whoever carries it in and whether its photos are here or follow.
 */
export const reportHazard = async (world: World, carrier: Actor, id: string, body: ReportHazard) => {
  const { onBehalfOf, photosFollow, ...content } = body
  const actor = await authorOf(world, carrier, onBehalfOf)
  const carried = actor.id === carrier.id ? {} : { onBehalfOf: actor.id }
  const reportHash = hashOfContent({ id, body: contentOf(content) })
  const drawn = body.extent === null ? null : await extentOf(world, actor.county, body.extent)
  const { position, where } = drawn
    ? await whereExtentLies(world, actor.county, drawn, body.position?.at ?? body.capturedAt)
    : {
        position: body.position,
        where: await whereItLies(world, actor.county, body.position, body.placeCode),
      }
  // no column holds the name of a road without a code: it stands where people say what they call the spot
  const spot = body.spot || ((await laneNamed(world, position, body.placeCode)) ?? '').slice(0, mostSpotSigns)
  const isNew = await inTransaction(world.db, async (tx) => {
    await takeTurn(tx, `${actor.county} ${id}`)
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
    const onto = { county, hazardId: id, taskId: null, role: 'scene' as const, takenBy: actor.id, carrier, at: now }
    const planned = await planPhotos(tx, onto, body.photos, photosFollow)
    const here = planned.rows.map(({ sha256 }) => sha256)
    const onScene = teamUnitId !== null && here.length > 0
    const saidComplete = teamUnitId !== null && body.photos.length > 0 && body.sceneComplete
    const complete = saidComplete && planned.awaited === 0 && position !== null
    await addHazard(tx, {
      stage: onScene ? 'camera' : 'team',
      sceneCompletedAt: complete ? now : null,
      completeOnArrival: saidComplete && planned.awaited > 0,
      county: actor.county,
      id,
      version: 1,
      shortCode: shortCodeOf(id),
      source: body.source,
      code: body.code,
      otherCodes: [],
      description: body.description,
      spot,
      ...positionColumns(position),
      ...where,
      outsideCounty: where.outsideCounty || outside,
      reportedAt: now,
      reportedBy: actor.id,
      capturedAt: body.capturedAt,
      reportHash,
      teamUnitId,
      dispatchedAt: teamUnitId === null ? null : now,
      sentAt: body.sentAt,
      clockOffsetMs: body.clockOffsetMs,
      timesReopened: 0,
      changedAt: now,
    })
    if (drawn) await redrawExtent(tx, { county: actor.county, hazardId: id, by: actor.id, at: now }, drawn)
    await writePhotos(tx, planned)
    const entry = { county: actor.county, at: now, actorId: carrier.id, subjectId: id }
    const { source, code, capturedAt, sentAt, clockOffsetMs } = body
    const said = { position: body.position, ...(drawn && { extent: drawn.asked }) }
    const clocks = { capturedAt, ...(sentAt !== null && { sentAt }), ...(clockOffsetMs !== null && { clockOffsetMs }) }
    const photos = body.photos.map(({ sha256 }) => sha256)
    await note(tx, {
      ...entry,
      kind: 'hazard-reported',
      body: { source, code, ...clocks, ...said, photos, ...carried },
    })
    if (teamUnitId !== null)
      await note(tx, { ...entry, kind: 'team-dispatched', body: { unitId: teamUnitId, ...carried } })
    if (onScene) await note(tx, { ...entry, kind: 'scene-photo-added', body: { photos: here, ...carried } })
    if (complete) await note(tx, { ...entry, kind: 'scene-completed', body: carried })
    return true
  })
  return { isNew, hazard: await seenBy(world, carrier, actor, id) }
}

/** As its carrier sees it; a colleague out of whose sight it lies is answered what its author sees. */
const seenBy = async (world: World, carrier: Actor, author: Actor, id: string) => {
  try {
    return await readHazard(world, carrier, id)
  } catch (error) {
    if (carrier.id !== author.id && error instanceof Problem && error.code === 'not-there')
      return readHazard(world, author, id)
    throw error
  }
}
