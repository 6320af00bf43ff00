/**
 * Whether the server can be reached, as far as this page knows: what the device says, put right by what became of
 * the last request. A phone on a mountain road is "online" long after the last byte came through.
 */
type Fate = 'answered' | 'unanswered'

let lastFate: Fate | null = null
const ears = new Set<() => void>()

const deviceSaysOnline = (): boolean => typeof navigator === 'undefined' || navigator.onLine !== false

export const isOnline = (): boolean => (lastFate === null ? deviceSaysOnline() : lastFate === 'answered')

const setFate = (fate: Fate | null): void => {
  const before = isOnline()
  lastFate = fate
  if (isOnline() !== before) for (const tell of ears) tell()
}

/** The server answered, whatever it said. */
export const noteAnswered = (): void => setFate('answered')

/** No answer came, or none within patience. */
export const noteUnanswered = (): void => setFate('unanswered')

/** Told whenever `isOnline` changes; gives back how to stop. */
export const onOnlineChange = (tell: () => void): (() => void) => {
  ears.add(tell)
  return () => ears.delete(tell)
}

/** Follows the device's own word, which outdates what became of earlier requests. */
export const followDevice = (device: Pick<EventTarget, 'addEventListener'>): void => {
  const heard = (): void => {
    // the answer to whether it changed is worked out anew, for the device has changed its word already
    lastFate = null
    for (const tell of ears) tell()
  }
  device.addEventListener('online', heard)
  device.addEventListener('offline', heard)
}

if (typeof window !== 'undefined') followDevice(window)
