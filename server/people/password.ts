import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../http/problem.ts'

/** OWASP's floor for argon2id (2024): 19 MiB, two passes, one lane. The library's default variant is argon2id. */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 2
const mostWaiting = 64

let running = 0
const waiting: (() => void)[] = []

/** Few hashes at once: each takes a core and 19 MiB, and a flood of sign-ins must not stop everybody else. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Problem('try-again', { retryAfterSeconds: 5 })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** Salted argon2id of a password; always before a transaction, never inside one. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), passwordCost))

/** Of random bytes that nobody kept: what a password is held against where there is no such account. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$Pwhl+IhhO94gvwB+S72/Xg$nRjvMvMXtMUNrYFnx7LFzSmqAEejfuHyp9K6qRWa/ng'

/** With no hash (no such account) it takes as long as with one, and is false. */
export const passwordFits = async (stored: string | null, password: string): Promise<boolean> => {
  const fits = await inTurn(() => verify(stored ?? nobodysHash, password.normalize('NFC')))
  return fits && stored !== null
}
