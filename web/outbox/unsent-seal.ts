import type { Cipher } from './shelf-cipher.ts'

/**
 * The author's seal on the file of what is unsent: the manifest's hash under that person's own key, which the server
 * tells to nobody else. What has it was written by the reader; anybody can write a file without.
 */

/** `no-cipher`: this page has no HTTPS, or not the reader's key, and cannot tell. */
export type SealState = 'whole' | 'none' | 'broken' | 'no-cipher'

const ivBytes = 12
const contextOf = (personId: string): string => `luqing-unsent ${personId}`

/** Null where the device has no key of the author's. */
export const sealFor = async (
  cipher: Cipher,
  personId: string,
  manifestHash: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (!cipher.encrypts) return null
  const { iv, bytes } = await cipher.seal(contextOf(personId), new TextEncoder().encode(manifestHash).buffer)
  if (iv === null) return null
  const seal = new Uint8Array(iv.length + bytes.byteLength)
  seal.set(iv)
  seal.set(new Uint8Array(bytes), iv.length)
  return seal
}

/** What the reader's own key makes of the seal; one made under another's is as good as broken. */
export const sealState = async (
  cipher: Cipher,
  personId: string,
  manifestHash: string,
  seal: Uint8Array<ArrayBuffer> | null,
): Promise<SealState> => {
  if (seal === null) return 'none'
  if (!cipher.encrypts) return 'no-cipher'
  const sealed = { iv: seal.slice(0, ivBytes), bytes: seal.slice(ivBytes).buffer }
  const told = await cipher.open(contextOf(personId), sealed)
  return told !== null && new TextDecoder().decode(told) === manifestHash ? 'whole' : 'broken'
}
