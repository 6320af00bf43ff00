import type { World } from '../world.ts'
import { namedAmong } from './store.ts'

const pageSize = 500

/** Originals in the folder that no row of the county names, asked a page at a time. One photo folder, one county. */
export async function* unnamedFiles({ db, photos, county }: World): AsyncGenerator<string> {
  let page: string[] = []
  const unnamedOf = async (hashes: readonly string[]): Promise<string[]> => {
    const named = await namedAmong(db, county, hashes)
    return hashes.filter((sha256) => !named.has(sha256))
  }
  for await (const sha256 of photos.listOriginals()) {
    page.push(sha256)
    if (page.length < pageSize) continue
    yield* await unnamedOf(page)
    page = []
  }
  yield* await unnamedOf(page)
}
