import { afterFirstPage } from './first-page.ts'

const worker = '/sw.js'
const lookAgainMs = 30 * 60_000

/** What is known of the app as a thing on this device. */
export interface ShellState {
  /** A new version is whole on this device and waits. */
  readonly newVersion: boolean
  /** The reader asked for the new version: the one in use gives way once its last answer is given; then it is here. */
  readonly change: 'asked' | 'here' | null
  /** The app opens without a connection. */
  readonly kept: boolean
}

let state: ShellState = { newVersion: false, change: null, kept: false }
let registration: ServiceWorkerRegistration | null = null
const ears = new Set<() => void>()

const become = (next: Partial<ShellState>): void => {
  state = { ...state, ...next }
  for (const ear of ears) ear()
}

export const shellNow = (): ShellState => state
export const onShellChange = (tell: () => void): (() => void) => {
  ears.add(tell)
  return () => ears.delete(tell)
}

export const canKeepShell = (): boolean => window.isSecureContext && 'serviceWorker' in navigator

/** On every load, once the page rests: its own work goes before what it will need another day. */
export const registerWorker = (): void => {
  if (!canKeepShell()) return
  const start = (): void =>
    void afterFirstPage()
      .then(register)
      .catch(() => undefined)
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}

const register = async (): Promise<void> => {
  registration = await navigator.serviceWorker.register(worker, { updateViaCache: 'none' })
  look(registration)
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  // files of former versions go once no page is left that may ask for them
  registration.active?.postMessage({ kind: 'started', script: script?.src ?? '' })
  let lookedAtMs = Date.now()
  const lookForNew = (): void => {
    if (document.visibilityState === 'hidden' || Date.now() - lookedAtMs < lookAgainMs) return
    lookedAtMs = Date.now()
    void registration?.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', lookForNew)
  window.addEventListener('online', lookForNew)
}

const look = (at: ServiceWorkerRegistration): void => {
  const tell = (): void => {
    // the very first one is no new version of anything
    become({ newVersion: at.waiting !== null && at.active !== null, kept: at.active !== null })
  }
  const follow = (): void => at.installing?.addEventListener('statechange', tell)
  at.addEventListener('updatefound', follow)
  follow()
  tell()
  void navigator.serviceWorker.ready.then(tell)
}

/** The reader asked for it: the waiting version takes over, and this page alone is to start anew with it. */
export const takeNewVersion = (): void => {
  const waiting = registration?.waiting ?? null
  if (waiting === null) {
    window.location.reload()
    return
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => become({ change: 'here' }), { once: true })
  waiting.postMessage({ kind: 'use-now' })
  become({ change: 'asked' })
}
