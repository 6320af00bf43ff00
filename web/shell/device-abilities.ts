import { canKeepShell, shellNow } from './register-worker.ts'

/** What this browser can do in the field; each has its words in web/text/offline-words.ts. */
export interface Ability {
  readonly what: 'secure' | 'offlineUse' | 'camera' | 'position' | 'keeping'
  readonly standing: 'can' | 'cannot' | 'partly'
  readonly why:
    | 'secureYes'
    | 'secureNo'
    | 'offlineYes'
    | 'offlineComing'
    | 'offlineInsecure'
    | 'offlineNoSupport'
    | 'cameraYes'
    | 'cameraDenied'
    | 'cameraInsecure'
    | 'cameraNone'
    | 'positionYes'
    | 'positionAsk'
    | 'positionDenied'
    | 'positionInsecure'
    | 'positionNone'
    | 'keepingYes'
    | 'keepingNo'
    | 'keepingUnknown'
}

const offline = (): Ability => {
  if (!window.isSecureContext) return { what: 'offlineUse', standing: 'cannot', why: 'offlineInsecure' }
  if (!canKeepShell()) return { what: 'offlineUse', standing: 'cannot', why: 'offlineNoSupport' }
  const { kept } = shellNow()
  return { what: 'offlineUse', standing: kept ? 'can' : 'partly', why: kept ? 'offlineYes' : 'offlineComing' }
}

/** A browser that does not know the question by this name says nothing about it. */
const leaveFor = async (name: string): Promise<PermissionState | null> => {
  try {
    const asked: unknown = Object.assign({}, { name })
    return isQuestion(asked) ? (await navigator.permissions.query(asked)).state : null
  } catch {
    return null
  }
}
const isQuestion = (value: unknown): value is PermissionDescriptor => typeof value === 'object'

const camera = async (): Promise<Ability> => {
  if (!window.isSecureContext) return { what: 'camera', standing: 'cannot', why: 'cameraInsecure' }
  // typed as always there, but older browsers leave it out
  const devices: MediaDevices | undefined = navigator.mediaDevices
  const found = await devices?.enumerateDevices().catch(() => [])
  if (!found?.some(({ kind }) => kind === 'videoinput'))
    return { what: 'camera', standing: 'cannot', why: 'cameraNone' }
  const denied = (await leaveFor('camera')) === 'denied'
  return { what: 'camera', standing: denied ? 'cannot' : 'can', why: denied ? 'cameraDenied' : 'cameraYes' }
}

const position = async (): Promise<Ability> => {
  if (!window.isSecureContext) return { what: 'position', standing: 'cannot', why: 'positionInsecure' }
  if (!('geolocation' in navigator)) return { what: 'position', standing: 'cannot', why: 'positionNone' }
  const leave = await leaveFor('geolocation')
  if (leave === 'denied') return { what: 'position', standing: 'cannot', why: 'positionDenied' }
  return { what: 'position', standing: 'can', why: leave === 'granted' ? 'positionYes' : 'positionAsk' }
}

const keeping = async (): Promise<Ability> => {
  // typed as always there, but browsers leave it out where the page is not secure
  const storage: StorageManager | undefined = navigator.storage
  if (typeof storage?.persisted !== 'function') return { what: 'keeping', standing: 'partly', why: 'keepingUnknown' }
  const promised = await storage.persisted().catch(() => false)
  return { what: 'keeping', standing: promised ? 'can' : 'partly', why: promised ? 'keepingYes' : 'keepingNo' }
}

export const deviceAbilities = async (): Promise<readonly Ability[]> => {
  const secure: Ability = window.isSecureContext
    ? { what: 'secure', standing: 'can', why: 'secureYes' }
    : { what: 'secure', standing: 'cannot', why: 'secureNo' }
  return [secure, offline(), ...(await Promise.all([camera(), position(), keeping()]))]
}
