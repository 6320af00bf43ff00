/** Which photos of cards this person has kept on this device, by the SHA-256 of their bytes. */
export interface Receipt {
  readonly hazardId: string
  readonly state: 'begun' | 'kept'
  readonly atMs: number
}

export interface Receipts {
  of(sha256: string): Receipt | null
  /** Written before the outbox is asked, so that a page killed in between keeps them under the same id again. */
  begin(sha256s: readonly string[], hazardId: string): void
  done(sha256s: readonly string[]): void
}

/** So many photos are remembered; the oldest are forgotten first. 5,000 are some 600 KB of the 5 MB a page has. */
const mostRemembered = 5_000

const isReceipt = (value: unknown): value is Receipt =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'hazardId') === 'string' &&
  ['begun', 'kept'].includes(String(Reflect.get(value, 'state'))) &&
  typeof Reflect.get(value, 'atMs') === 'number'

export const cardReceipts = (
  personId: string,
  nowMs: () => number = Date.now,
  storage: Pick<Storage, 'getItem' | 'setItem'> | null = pageStorage(),
): Receipts => {
  const key = `luqing.card.${personId}`
  const read = (): Map<string, Receipt> => {
    try {
      const kept: unknown = JSON.parse(storage?.getItem(key) ?? '{}')
      const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
      return new Map(entries.flatMap(([sha256, value]) => (isReceipt(value) ? [[sha256, value]] : [])))
    } catch {
      return new Map()
    }
  }
  const remembered = read()
  const write = (): void => {
    const newest = [...remembered].sort(([, a], [, b]) => b.atMs - a.atMs).slice(0, mostRemembered)
    try {
      storage?.setItem(key, JSON.stringify(Object.fromEntries(newest)))
    } catch {
      // storage full or shut off: this page still knows, only a reload does not
    }
  }
  const note = (sha256s: readonly string[], receipt: (before: Receipt | undefined) => Receipt): void => {
    for (const sha256 of sha256s) remembered.set(sha256, receipt(remembered.get(sha256)))
    write()
  }
  return {
    of: (sha256) => remembered.get(sha256) ?? null,
    begin: (sha256s, hazardId) => note(sha256s, () => ({ hazardId, state: 'begun', atMs: nowMs() })),
    done: (sha256s) => note(sha256s, (before) => ({ hazardId: before?.hazardId ?? '', state: 'kept', atMs: nowMs() })),
  }
}

const pageStorage = (): Storage | null => {
  try {
    return localStorage
  } catch {
    return null
  }
}
