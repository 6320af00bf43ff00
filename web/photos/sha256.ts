import { sha256ByHand } from '../../server/domain/sha-256.ts'

/** The hash by which a photo is known: lower-case hex of the SHA-256 of its bytes. */
export const sha256Of = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  // typed as always there, but browsers leave it out where the page is not secure
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return sha256ByHand(bytes)
  const digest = await subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
