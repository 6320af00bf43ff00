import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { administratorsOnly } from '../people/administrators-only.ts'
import type { World } from '../world.ts'
import { dryRun } from './dry-run.ts'
import type { ImportLook } from './wire.ts'

/**
 * Takes a file for an hour and tells what it holds, everything guessed; nothing is written. 422 unreadable-file says
 * why there is nothing to be had of it, and the file is let go.
 */
export const receiveUpload = async (
  world: World,
  actor: Actor,
  { id, fileName }: { readonly id: string; readonly fileName: string },
  body: ReadableStream<Uint8Array> | null,
): Promise<ImportLook> => {
  administratorsOnly(actor)
  const { uploads, now } = world
  await uploads.sweep(now())
  const upload = await uploads.keep({ id, fileName, by: actor.id, at: now() }, body)
  try {
    return (await dryRun(world, upload, null, false)).look
  } catch (error) {
    if (error instanceof Problem && error.code === 'unreadable-file') await uploads.drop(id)
    throw error
  }
}
