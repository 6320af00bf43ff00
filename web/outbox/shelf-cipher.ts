/** Bytes as they lie on the device: under the person's key, or plain where the browser has no cipher (no HTTPS). */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer> | null
  readonly bytes: ArrayBuffer
}

export interface Cipher {
  /** False where what is kept can be read by whoever holds the device, and where nothing can be kept. */
  readonly encrypts: boolean
  /** `context` says whose and what it is; opened under another one it is refused. */
  seal(context: string, bytes: ArrayBuffer): Promise<Sealed>
  /** Null for what this key does not open, or what is not whole. */
  open(context: string, sealed: Sealed): Promise<ArrayBuffer | null>
}

export const plainCipher: Cipher = {
  encrypts: false,
  seal: async (_context, bytes) => ({ iv: null, bytes }),
  open: async (_context, { iv, bytes }) => (iv === null ? bytes : null),
}

/** Where the browser could encrypt and has no key: nothing opens, and nothing is kept that no key would open later. */
export const shutCipher: Cipher = {
  encrypts: false,
  seal: () => Promise.reject(new Error('no key')),
  open: async () => null,
}

const ivBytes = 12

/** AES-GCM, a fresh iv for each. Plain bytes are refused: who has a key kept nothing without it, so others put them there. */
export const cipherUnder = (key: CryptoKey): Cipher => {
  const how = (context: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(context),
  })
  return {
    encrypts: true,
    seal: async (context, bytes) => {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      return { iv, bytes: await crypto.subtle.encrypt(how(context, iv), key, bytes) }
    },
    open: async (context, { iv, bytes }) => {
      if (iv === null) return null
      try {
        return await crypto.subtle.decrypt(how(context, iv), key, bytes)
      } catch {
        return null
      }
    },
  }
}

export const sealValue = (cipher: Cipher, context: string, value: unknown): Promise<Sealed> =>
  cipher.seal(context, new TextEncoder().encode(JSON.stringify(value)).buffer)

export const openValue = async (cipher: Cipher, context: string, sealed: Sealed): Promise<unknown> => {
  const bytes = await cipher.open(context, sealed)
  if (bytes === null) return null
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  return value
}
