import type { BaseMapAnswer } from '../../server/base-map/wire.ts'

/**
 * The county's base map on this device, whole, for where there is no connection. It says nothing about anybody, but it
 * goes with everything else at signing out.
 */
const shelfName = 'luqing-base-map'

/** More than this is not put on a phone unasked. */
export const mostKeptBytes = 30_000_000

export type BaseMapStanding = 'none' | 'kept' | 'fetching' | 'too-big' | 'no-room'

// typed as always there, but browsers leave it out where the page is not secure
const canShelve = (): boolean => typeof caches !== 'undefined'

let standing: BaseMapStanding = 'none'
const ears = new Set<() => void>()
const set = (next: BaseMapStanding): void => {
  standing = next
  for (const tell of ears) tell()
}
export const baseMapStanding = (): BaseMapStanding => standing
export const onBaseMapStanding = (tell: () => void): (() => void) => {
  ears.add(tell)
  return () => ears.delete(tell)
}

/** A file that lies here whole; null where it has to be asked for. */
export const keptArchive = async (address: string): Promise<Blob | null> => {
  if (!canShelve()) return null
  try {
    const kept = await caches.match(address, { cacheName: shelfName, ignoreVary: true })
    return kept === undefined ? null : await kept.blob()
  } catch {
    return null
  }
}

/** Brings the files of the base map here and drops those of the one before. A full device is left without them. */
export const keepBaseMap = async (
  answer: BaseMapAnswer,
  fetchFile: (address: string) => Promise<Response>,
): Promise<void> => {
  if (!canShelve()) return
  const files = [answer.ground, answer.heights].filter((file) => file !== null)
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > mostKeptBytes) {
    await dropBaseMap()
    return set('too-big')
  }
  if (files.length === 0) return dropBaseMap()
  try {
    const shelf = await caches.open(shelfName)
    const wanted = new Set(files.map(({ address }) => address))
    for (const { url } of await shelf.keys()) if (!wanted.has(new URL(url).pathname)) await shelf.delete(url)
    for (const { address } of files) {
      if ((await shelf.match(address, { ignoreVary: true })) !== undefined) continue
      set('fetching')
      await shelf.put(address, await fetchFile(address))
    }
    set('kept')
  } catch (fault) {
    const isFull = fault instanceof DOMException && fault.name === 'QuotaExceededError'
    if (isFull) await dropBaseMap()
    set(isFull ? 'no-room' : 'none')
    if (!isFull) throw fault
  }
}

export const dropBaseMap = async (): Promise<void> => {
  set('none')
  if (canShelve()) await caches.delete(shelfName).catch(() => false)
}
