import { photoUrl } from '../api.ts'
import { canShelvePhotos, photoShelves } from '../kept/photo-shelves.ts'

const atOnce = 3
const most = 1_000

/** Pictures of known hazards into the worker's shelf, a few at a time and only those not there yet. */
export const fetchThumbnails = async (hashes: readonly string[]): Promise<void> => {
  if (!canShelvePhotos()) return
  const shelf = await caches.open(photoShelves.small)
  const waiting = [...new Set(hashes)].slice(0, most)
  const fetchSome = async (): Promise<void> => {
    for (let hash = waiting.shift(); hash !== undefined; hash = waiting.shift()) {
      const url = photoUrl(hash, 'small')
      if ((await shelf.match(url, { ignoreVary: true })) !== undefined) continue
      const answer = await fetch(url, { priority: 'low' })
      if (answer.status === 200) await shelf.put(url, answer)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, fetchSome))
}
