import { createHash } from 'node:crypto'
import type { World } from '../world.ts'
import { everyPhotoRow } from './store.ts'
import { unnamedFiles } from './unnamed-files.ts'

/** `missing` and `changed` are evidence lost; `unnamed` is a file that no row names, which a sweep removes. */
export interface PhotoFinding {
  readonly sha256: string
  readonly finding: 'whole' | 'missing' | 'changed' | 'unnamed'
}

/** Re-hashes every original against the name it bears, then looks for files that nothing names. One finding each. */
export async function* verifyPhotos(world: World): AsyncGenerator<PhotoFinding> {
  const { db, county } = world
  for await (const { sha256 } of everyPhotoRow(db, county)) yield { sha256, finding: await findingOf(world, sha256) }
  for await (const sha256 of unnamedFiles(world)) yield { sha256, finding: 'unnamed' }
}

const findingOf = async ({ photos }: World, sha256: string): Promise<'whole' | 'missing' | 'changed'> => {
  const original = await photos.openOriginal(sha256)
  if (!original) return 'missing'
  const hash = createHash('sha256')
  for await (const piece of original.pieces) hash.update(piece)
  return hash.digest('hex') === sha256 ? 'whole' : 'changed'
}
