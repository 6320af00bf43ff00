import { type DraftShelf, openDraftShelf, type ShelfOwner } from '../outbox/draft-shelf.ts'

/** Bytes of photos whose step is not taken yet. Where nothing can be kept they last as long as the page. */
export interface PhotoShelf {
  put: (id: string, bytes: Blob) => Promise<void>
  take: (id: string) => Promise<Blob | null>
  drop: (id: string) => Promise<void>
}

/** The tray of one dialog on the person's draft shelf. */
export const photoShelfOf = (owner: ShelfOwner, draftKey: string): PhotoShelf => {
  const shelf: DraftShelf = openDraftShelf(owner, draftKey)
  return {
    // full or shut: the photo is still in the page
    put: (id, bytes) => shelf.keepPhoto(id, bytes, null).catch(() => undefined),
    take: (id) => shelf.photo(id).catch(() => null),
    drop: (id) => shelf.dropPhoto(id).catch(() => undefined),
  }
}
