import type { FetchEvent } from './scope.ts'

/** Pictures by size: small ones of every hazard known here, large ones of those looked at. */
export const photoShelves = { small: 'luqing-photos-small', large: 'luqing-photos-large' } as const
const mostKept = { small: 1_500, large: 80 } as const

const address = /^\/api\/photos\/[0-9a-f]{64}\/(small|large)$/

export const photoSizeOf = (path: string): 'small' | 'large' | null => {
  const [, size] = address.exec(path) ?? []
  return size === 'small' || size === 'large' ? size : null
}

const keep = async (size: 'small' | 'large', url: string, answer: Response): Promise<void> => {
  try {
    const shelf = await caches.open(photoShelves[size])
    await shelf.put(url, answer)
    const kept = await shelf.keys()
    // in the order in which they came: the oldest make room
    for (const oldest of kept.slice(0, Math.max(0, kept.length - mostKept[size]))) await shelf.delete(oldest)
  } catch {
    // no room: it was shown all the same
  }
}

/** A picture's address is that of its content, so what is kept is what the server would send. */
export const answerPhoto = async (event: FetchEvent, size: 'small' | 'large'): Promise<Response> => {
  const { request } = event
  const kept = await caches.match(request.url, { cacheName: photoShelves[size], ignoreVary: true })
  if (kept !== undefined) return kept
  try {
    const answer = await fetch(request)
    if (answer.status === 200) event.waitUntil(keep(size, request.url, answer.clone()))
    return answer
  } catch (fault) {
    // without a connection the small picture says more than none
    const small = request.url.replace(/large$/, 'small')
    const smaller = await caches.match(small, { cacheName: photoShelves.small, ignoreVary: true })
    if (smaller !== undefined) return smaller
    throw fault
  }
}
