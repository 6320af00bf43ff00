import { api } from '../api.ts'
import { ApiProblem, NoAnswer } from '../api-problem.ts'

/**
 * Somebody left this device while the server could not be reached. The cookie is out of a page's reach, so their session
 * lives on the server until it is told; it is remembered here that it must be, before anything else is asked.
 */
const owedKey = 'luqing.sign-out-owed'
const patienceMs = 6_000
const ears = new Set<() => void>()

/** To this tab, once it has wiped what it kept; the others hear it by themselves. */
export const tellOwed = (): void => {
  for (const tell of ears) tell()
}

export const isSignOutOwed = (): boolean => {
  try {
    return localStorage.getItem(owedKey) !== null
  } catch {
    return false
  }
}

/** False where the browser remembers nothing. This tab is told by `tellOwed`. */
export const oweSignOut = (): boolean => {
  try {
    localStorage.setItem(owedKey, 'owed')
    return true
  } catch {
    return false
  }
}

const settle = (): void => {
  try {
    localStorage.removeItem(owedKey)
  } catch {
    // nothing was remembered then
  }
  tellOwed()
}

/** Told in every tab. */
export const onSignOutOwed = (tell: () => void): (() => void) => {
  const stored = ({ key }: StorageEvent): void => {
    if (key === owedKey || key === null) tell()
  }
  ears.add(tell)
  window.addEventListener('storage', stored)
  return () => {
    ears.delete(tell)
    window.removeEventListener('storage', stored)
  }
}

/** Ends the session of this device at the server. Throws NoAnswer where it does not answer in time. */
export const endOnServer = async (): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(false, null)), patienceMs)
  })
  try {
    await Promise.race([api.session.$delete(), silence])
  } catch (error) {
    // a session that had ended already is signed out all the same
    if (!(error instanceof ApiProblem && error.code === 'not-signed-in')) throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Does nothing where nothing is owed; throws while the server cannot be told. */
export const endOwedSession = async (): Promise<void> => {
  if (!isSignOutOwed()) return
  await endOnServer()
  settle()
}
