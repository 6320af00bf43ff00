import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { attachPhotos, plausible, positionColumns } from './attach-photos.ts'
import { extentOf, whereExtentLies } from './extent-of.ts'
import { redrawExtent } from './extent-store.ts'
import { laneNamed, whereItLies } from './place-columns.ts'
import { type Asked, takeStep } from './step-frame.ts'
import type { AddScenePhotos } from './wire.ts'

/**
 * More photos of the scene; the team's first opens the second stage. A better fix moves the hazard to where it is, an
 * extent drawn anew to where that lies; what has an extent is not moved by a fix alone.
 */
export const addScenePhotos = async (world: World, actor: Actor, asked: Asked<z.infer<typeof AddScenePhotos>>) => {
  const { photos, position, extent } = asked.body
  const drawn = extent ? await extentOf(world, actor.county, extent) : null
  const byExtent = drawn ? await whereExtentLies(world, actor.county, drawn, position?.at ?? world.now()) : null
  const byFix = position && { position, where: await whereItLies(world, actor.county, position, null) }
  const lane = await laneNamed(world, (byExtent ?? byFix)?.position ?? null, null)
  return takeStep(world, actor, asked, { move: 'add-scene-photo', kind: 'scene-photo-added' }, async (ground) => {
    const { tx, hazard, county, now } = ground
    const outside = position ? plausible(county, position).outsideCounty : false
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: null, role: 'scene', takenBy: actor.id, carrier: actor, at: now },
      photos,
    )
    if (extent !== undefined)
      await redrawExtent(tx, { county: actor.county, hazardId: hazard.id, by: actor.id, at: now }, drawn)
    const staysDrawn = hazard.extent !== null && extent === undefined
    const placed = byExtent ?? (staysDrawn ? null : byFix)
    return {
      change: {
        ...(extent === null && { extent: null }),
        ...(placed && {
          ...{ ...placed.where, ...positionColumns(placed.position) },
          outsideCounty: placed.where.outsideCounty || (byExtent === null && outside),
          ...(hazard.spot === '' && lane !== null && { spot: lane }),
        }),
      },
      body: {
        photos: photos.map(({ sha256 }) => sha256),
        ...(position && { position }),
        ...(extent !== undefined && { extent: drawn?.asked ?? null }),
      },
    }
  })
}
