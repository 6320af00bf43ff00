import { strictly, withDatabase } from './outbox-database.ts'

const leaseMs = 30_000

// typed as always there, but pages without HTTPS have none
const locks = (): LockManager | null =>
  typeof navigator !== 'undefined' && 'locks' in navigator ? (navigator.locks ?? null) : null

const underLock = (manager: LockManager, name: string, act: () => Promise<void>): Promise<boolean> =>
  manager.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false
    await act()
    return true
  })

/** Takes or prolongs the lease; false while another page holds it. A page that was killed holds it half a minute more. */
const leased = (name: string, holder: string): Promise<boolean> =>
  withDatabase(async (database) => {
    const tx = database.transaction('leases', 'readwrite', strictly)
    const lease = await tx.store.get(name)
    const isFree = lease === undefined || lease.holder === holder || lease.untilMs < Date.now()
    // a clock set back must not keep it shut for years
    const isMine = isFree || lease.untilMs > Date.now() + 2 * leaseMs
    if (isMine) await tx.store.put({ name, holder, untilMs: Date.now() + leaseMs })
    await tx.done
    return isMine
  })

const underLease = async (name: string, holder: string, act: () => Promise<void>): Promise<boolean> => {
  if (!(await leased(name, holder))) return false
  const prolong = setInterval(() => void leased(name, holder).catch(() => undefined), leaseMs / 3)
  try {
    await act()
  } finally {
    clearInterval(prolong)
    await withDatabase((database) => database.delete('leases', name)).catch(() => undefined)
  }
  return true
}

/** Runs while no other page of this browser does the same for this person; false where one does. */
export const aloneFor = (person: string, page: string, act: () => Promise<void>): Promise<boolean> => {
  const name = `luqing-outbox ${person}`
  const manager = locks()
  return manager === null ? underLease(name, page, act) : underLock(manager, name, act)
}
