import type { Sending } from '../photos/send-photo.ts'
import type { Frozen } from './kept.ts'

/** A hazard as it is now, as far as the sender asks. */
export interface Present {
  readonly version: number
  readonly reportedBy: string | null
  readonly photoIds: readonly string[]
  /** Of its journal: who did something, and when by their own device. */
  readonly acts: readonly { readonly by: string | null; readonly deviceAt: string | null }[]
}

/** The server as the sender knows it. Everything but a good answer is thrown, as web/api.ts throws it. */
export interface Wire {
  /** The id of the person whose session the browser holds; null for nobody. Measures the clock by the way. */
  whoIsAsked(): Promise<string | null>
  /** Answers the version that the hazard has now. */
  send(request: Frozen, version: number | null): Promise<number>
  look(hazardId: string): Promise<Present>
  /** Nobody waits for this photo any more; saying it again is harmless. */
  giveUpPhoto(hazardId: string, photoId: string): Promise<void>
  /** Answers the hash that the server returned. */
  upload(bytes: Blob, sha256: string, sending: Sending): Promise<string>
}
