import { api, told } from '../api.ts'
import { languageNow } from '../text/language.ts'

/** What this browser says about being rung. */
export type PushStanding = 'no-support' | 'insecure' | 'denied' | 'off' | 'on'

const worker = '/sw.js'
const shelf = 'luqing-choices'

/** The worker cannot see what the page remembers, so the language is put where both look. */
const leaveLanguage = async (): Promise<void> => {
  const choices = await caches.open(shelf)
  await choices.put('/language', new Response(languageNow()))
}

const ownSubscription = async (): Promise<PushSubscription | null> => {
  const registration = await navigator.serviceWorker.getRegistration(worker)
  return (await registration?.pushManager.getSubscription()) ?? null
}

export const pushStanding = async (): Promise<PushStanding> => {
  if (!window.isSecureContext) return 'insecure'
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'no-support'
  if (Notification.permission === 'denied') return 'denied'
  return (await ownSubscription()) === null ? 'off' : 'on'
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** Asks the browser, then tells the server where to ring. False when the reader said no; throws what the browser says. */
export const switchOn = async (publicKey: string): Promise<boolean> => {
  if ((await Notification.requestPermission()) !== 'granted') return false
  await navigator.serviceWorker.register(worker)
  const registration = await navigator.serviceWorker.ready
  await leaveLanguage()
  const made = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  })
  const { keys } = made.toJSON()
  const json = { endpoint: made.endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }
  try {
    await told(api.messages.push.on.$post({ json }))
  } catch (error) {
    // the browser must not believe that it will be rung when the server does not know of it
    await made.unsubscribe()
    throw error
  }
  return true
}

export const switchOff = async (): Promise<void> => {
  const own = await ownSubscription()
  if (own === null) return
  await told(api.messages.push.off.$post({ json: { endpoint: own.endpoint } }))
  await own.unsubscribe()
}

/** Null when all went well, else what the push service said. */
export const ringHere = async (): Promise<string | null> => {
  const own = await ownSubscription()
  if (own === null) return 'receiver-removed'
  await leaveLanguage()
  const { ok, fault } = await told(api.messages.push.test.$post({ json: { endpoint: own.endpoint } }))
  return ok ? null : (fault ?? '')
}
