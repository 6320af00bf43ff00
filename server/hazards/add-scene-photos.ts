import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { attachPhotos, plausible, positionColumns } from './attach-photos.ts'
import { whereItLies } from './place-columns.ts'
import { type Asked, takeStep } from './step-frame.ts'
import type { AddScenePhotos } from './wire.ts'

/** More photos of the scene; the team's first opens the second stage. A better fix moves the hazard to where it is. */
export const addScenePhotos = async (world: World, actor: Actor, asked: Asked<z.infer<typeof AddScenePhotos>>) => {
  const { photos, position } = asked.body
  const where = position ? await whereItLies(world, actor.county, position, null) : null
  return takeStep(world, actor, asked, { move: 'add-scene-photo', kind: 'scene-photo-added' }, async (ground) => {
    const { tx, hazard, county, now } = ground
    const outside = position ? plausible(county, position).outsideCounty : false
    await attachPhotos(
      tx,
      { county, hazardId: hazard.id, taskId: null, role: 'scene', takenBy: actor.id, carrier: actor, at: now },
      photos,
    )
    return {
      ...(where && {
        change: { ...where, ...positionColumns(position), outsideCounty: where.outsideCounty || outside },
      }),
      body: { photos: photos.map(({ sha256 }) => sha256), ...(position && { position }) },
    }
  })
}
