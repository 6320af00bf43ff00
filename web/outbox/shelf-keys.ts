import { strictly, withDatabase } from './outbox-database.ts'
import { type Cipher, cipherUnder, plainCipher } from './shelf-cipher.ts'

/** Tabs tell each other that somebody signed out, so that none goes on sending in their name. */
const channelName = 'luqing-outbox-keys'

const importKey = (base64: string): Promise<CryptoKey> => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

// typed as always there, but browsers leave it out where the page is not secure
const canCipher = (): boolean => {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  return subtle !== undefined
}

/**
 * The person's cipher on this device: by the key the server told at signing in, or the one kept since then, which
 * opens the outbox offline. It cannot be read out of the browser, only used. Without one, things are kept plain.
 */
export const cipherOf = async (personId: string, shelfKey: string | null): Promise<Cipher> => {
  if (!canCipher()) return plainCipher
  try {
    const kept = await withDatabase((database) => database.get('keys', personId))
    if (kept !== undefined) return cipherUnder(kept)
    if (shelfKey === null) return plainCipher
    const key = await importKey(shelfKey)
    await withDatabase(async (database) => {
      const tx = database.transaction('keys', 'readwrite', strictly)
      await tx.store.put(key, personId)
      await tx.done
    })
    return cipherUnder(key)
  } catch {
    return plainCipher // storage is shut: keeping says so when it is tried
  }
}

/** At signing out: what is still unsent stays on the device, and cannot be read until that person signs in again. */
export const forgetKeys = async (): Promise<void> => {
  try {
    await withDatabase(async (database) => {
      const tx = database.transaction('keys', 'readwrite', strictly)
      await tx.store.clear()
      await tx.done
    })
  } catch {
    // nothing is kept where storage is shut
  }
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('forgotten')
  channel.close()
}

export const whenKeysAreForgotten = (tell: () => void): (() => void) => {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = tell
  return () => channel.close()
}
