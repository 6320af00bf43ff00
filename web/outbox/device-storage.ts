import type { StorageState } from './entry.ts'

// typed as always there; older Safari and pages without HTTPS have none of it
const manager = (): Partial<StorageManager> | null =>
  typeof navigator !== 'undefined' && 'storage' in navigator ? navigator.storage : null

const unknown: StorageState = { kept: 'unknown', freeBytes: null }

/** Asks once per page that the browser never clears what is kept; a browser may answer without asking anybody. */
let asked: Promise<StorageState['kept']> | null = null

const askToKeep = async (): Promise<StorageState['kept']> => {
  const storage = manager()
  if (!storage?.persist || !storage.persisted) return 'unknown'
  return (await storage.persisted()) || (await storage.persist()) ? 'persisted' : 'not'
}

export const freeBytes = async (): Promise<number | null> => {
  try {
    const told = await manager()?.estimate?.()
    return told?.quota === undefined || told.usage === undefined ? null : Math.max(0, told.quota - told.usage)
  } catch {
    return null
  }
}

/** Whether the browser promises to keep what is here, and how much more it would take. */
export const storageState = async (): Promise<StorageState> => {
  try {
    asked ??= askToKeep()
    return { kept: await asked, freeBytes: await freeBytes() }
  } catch {
    return unknown
  }
}
