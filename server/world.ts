import type { OpenDatabase } from '../db/unit-of-work.ts'
import type { Instant } from './domain/county-calendar.ts'
import type { PhotoStore } from './photos/photo-store-disk.ts'

/** What acts need from outside. Tests and the demo pass their own clock and ids; nothing else is ever faked. */
export interface World {
  readonly db: OpenDatabase
  readonly photos: PhotoStore
  /** Division code of the county this server runs for. */
  readonly county: string
  readonly now: () => Instant
  /** A new UUIDv7. */
  readonly newId: () => string
}
