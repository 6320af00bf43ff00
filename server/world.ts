import type { OpenDatabase } from '../db/unit-of-work.ts'
import type { Instant } from './domain/county-calendar.ts'
import type { UploadDrawer } from './imports/upload-drawer.ts'
import type { DocumentShelf } from './notices/document-shelf.ts'
import type { PhotoStore } from './photos/photo-store-disk.ts'

/** What acts need from outside. Tests and the demo pass their own clock and ids; nothing else is ever faked. */
export interface World {
  readonly db: OpenDatabase
  readonly photos: PhotoStore
  /** Finished files of documents; what is missing is made again. */
  readonly documents: DocumentShelf
  /** Files of the county's own data between their dry run and their confirmation. */
  readonly uploads: UploadDrawer
  /** Division code of the county this server runs for. */
  readonly county: string
  readonly now: () => Instant
  /** A new UUIDv7. */
  readonly newId: () => string
}
