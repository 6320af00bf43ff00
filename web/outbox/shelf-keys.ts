import { strictly, withDatabase } from './outbox-database.ts'
import { type Cipher, cipherUnder, plainCipher, shutCipher } from './shelf-cipher.ts'

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

const keep = (personId: string, key: CryptoKey): Promise<void> =>
  withDatabase(async (database) => {
    const tx = database.transaction('keys', 'readwrite', strictly)
    await tx.store.put(key, personId)
    await tx.done
  })

/** Neither can be read out: what one seals the other opens, or they differ. */
const areSame = async (one: CryptoKey, other: CryptoKey): Promise<boolean> => {
  const sealed = await cipherUnder(one).seal('same?', new ArrayBuffer(1))
  return (await cipherUnder(other).open('same?', sealed)) !== null
}

/**
 * The person's cipher on this device: by the key the server told at signing in, or the one kept since then, which
 * opens the outbox offline. It cannot be read out of the browser, only used. The server's word goes before what lies
 * here, where somebody may have put it while nobody was signed in. Pages without HTTPS keep things plain; with it
 * nothing is ever kept plain, and nothing at all before the first key. Rejects where the storage is shut and no key was told.
 */
export const cipherOf = async (personId: string, shelfKey: string | null): Promise<Cipher> => {
  if (!canCipher()) return plainCipher
  let told: CryptoKey | null = null
  try {
    // an answer that was kept comes without the key
    told = shelfKey === null || shelfKey === '' ? null : await importKey(shelfKey)
    const kept = await withDatabase((database) => database.get('keys', personId))
    if (told === null) return kept === undefined ? shutCipher : cipherUnder(kept)
    if (kept === undefined || !(await areSame(kept, told))) await keep(personId, told)
    return cipherUnder(told)
  } catch (shut) {
    // kept plain now it would be refused once the key is there again: nothing is kept where storage is shut
    if (told === null) throw shut
    return cipherUnder(told)
  }
}

/** What is still unsent stays on the device, and cannot be read until that person signs in again. */
export const wipeKeys = async (): Promise<void> => {
  try {
    await withDatabase(async (database) => {
      const tx = database.transaction('keys', 'readwrite', strictly)
      await tx.store.clear()
      await tx.done
    })
  } catch {
    // nothing is kept where storage is shut
  }
}

/** At signing out: no other tab goes on sending either. */
export const forgetKeys = async (): Promise<void> => {
  await wipeKeys()
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
