import { type KeptEntry, type OutboxStore, type Progress, withPhoto } from './kept.ts'

/** What survives a killed page: entries and bytes. It refuses to let go of bytes whose hash nobody returned. */
export const makeFakeDisk = (answered: ReadonlySet<string>) => {
  const rows = new Map<string, KeptEntry>()
  const parts = new Map<string, { sha256: string; bytes: ArrayBuffer }>()
  const receipts: Awaited<ReturnType<OutboxStore['load']>>['receipts'][number][] = []
  const wrongs: string[] = []
  let seq = 0

  const drop = (key: string): void => {
    const part = parts.get(key)
    const original = parts.get(key.replace('/copy', '/original'))
    if (part && !answered.has(part.sha256) && !(original !== undefined && answered.has(original.sha256)))
      wrongs.push(`${key} left before its hash was returned`)
    parts.delete(key)
  }
  /** One page's hold on the disk; after `kill` it writes and reads no more. */
  const openStore = () => {
    let alive = true
    const onDisk = async <Answer>(act: () => Answer): Promise<Answer> => {
      await Promise.resolve()
      if (!alive) return new Promise<Answer>(() => undefined)
      return act()
    }
    const change = (id: string, to: (before: Progress) => Progress): Progress | null => {
      const row = rows.get(id)
      if (!row) return null
      rows.set(id, { ...row, progress: to(row.progress) })
      return rows.get(id)?.progress ?? null
    }
    const store: OutboxStore = {
      load: () => onDisk(() => ({ entries: [...rows.values()].sort((a, b) => a.seq - b.seq), receipts, locked: 0 })),
      add: (fresh) =>
        onDisk(() =>
          fresh.map(({ id, facts, frozen, progress, parts: given }) => {
            const entry: KeptEntry = { id, seq: ++seq, facts, frozen, progress }
            rows.set(id, entry)
            for (const { photoId, part, sha256, bytes } of given) parts.set(`${photoId}/${part}`, { sha256, bytes })
            return entry
          }),
        ),
      change: (id, to, gone = []) =>
        onDisk(() => {
          const progress = change(id, to)
          // the original first asks for itself, the copy may go with it
          for (const { photoId, part } of [...gone].sort((a) => (a.part === 'copy' ? -1 : 1)))
            drop(`${photoId}/${part}`)
          return progress
        }),
      freeze: (id, frozen) =>
        onDisk(() => {
          const row = rows.get(id)
          if (!row) return null
          const kept = row.frozen ?? frozen
          rows.set(id, { ...row, frozen: kept })
          return kept
        }),
      keepCopy: (id, photoId, copy, bytes) =>
        onDisk(() => {
          parts.set(`${photoId}/copy`, { sha256: copy.sha256, bytes })
          return change(id, (now) => withPhoto(now, photoId, { copy }))
        }),
      bytesOf: (_id, { photoId, part }) => onDisk(() => parts.get(`${photoId}/${part}`)?.bytes ?? null),
      remove: (id, receipt) =>
        onDisk(() => {
          for (const photo of rows.get(id)?.facts.photos ?? []) {
            drop(`${photo.id}/copy`)
            drop(`${photo.id}/original`)
          }
          rows.delete(id)
          if (receipt) receipts.push(receipt)
        }),
    }
    return {
      store,
      kill: (): void => {
        alive = false
      },
    }
  }
  return { openStore, rows, parts, receipts, wrongs }
}
