import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for the cookie. The server keeps their SHA-256 alone, so a stolen database opens no session. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

const shape = /^[A-Za-z0-9_-]{43}$/

export const looksLikeToken = (text: string): boolean => shape.test(text)
