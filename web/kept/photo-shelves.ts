/** Where the worker (web/sw.ts) keeps pictures, by size; it cannot take the names from here, so a test compares them. */
export const photoShelves = { small: 'luqing-photos-small', large: 'luqing-photos-large' } as const

// typed as always there, but browsers leave it out where the page is not secure
export const canShelvePhotos = (): boolean => typeof caches !== 'undefined'

export const dropPhotos = async (): Promise<void> => {
  if (!canShelvePhotos()) return
  await Promise.all(Object.values(photoShelves).map((name) => caches.delete(name).catch(() => false)))
}
