import { useState } from 'react'
import type { LeadSource } from '../../db/vocabulary.ts'
import { newId } from '../new-id.ts'
import { NotKept } from '../outbox/entry.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { serverClockOffsetMs } from '../server-clock.ts'
import type { CardDesk, Share } from './card-desk.ts'
import { reportOfGroup } from './kept-groups.ts'
import type { Receipts } from './receipts.ts'
import type { ShownGroup } from './use-card-desk.ts'

export type Stopped = 'no-room' | 'no-storage' | 'not-read-back' | 'no-file'

const stoppedBy = (error: unknown): Stopped | null =>
  error instanceof NotKept ? error.why : error instanceof DOMException ? 'no-file' : null

/** The id these photos were begun under before, where they were; else a new one. */
const hazardIdFor = (group: ShownGroup, receipts: Receipts): string => {
  const begun = new Set(group.photos.map(({ photo }) => receipts.of(photo.sha256)?.hazardId ?? ''))
  const [only = ''] = begun
  const keptAlready = group.photos.some(({ photo }) => receipts.of(photo.sha256)?.state === 'kept')
  return begun.size === 1 && only !== '' && !keptAlready ? only : newId()
}

/** Keeps hazards-to-be one after the other; what is kept leaves the desk, and a failure stops right there. */
export const useKeeping = (desk: CardDesk, receipts: Receipts) => {
  const outbox = useOutbox()
  const [share, setShare] = useState<Share | null>(null)
  const [stopped, setStopped] = useState<Stopped | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [kept, setKept] = useState(0)
  const keep = async (
    groups: readonly ShownGroup[],
    batch: { readonly source: LeadSource; readonly sceneComplete: boolean },
  ): Promise<void> => {
    setStopped(null)
    setProblem(null)
    setShare({ done: 0, total: groups.length })
    try {
      for (const [index, group] of groups.entries()) {
        const sha256s = group.photos.map(({ photo }) => photo.sha256)
        const hazardId = hazardIdFor(group, receipts)
        // a card that was pulled out is told from a disk that is full
        for (const { photo } of group.photos) await photo.file.slice(0, 1).arrayBuffer()
        receipts.begin(sha256s, hazardId)
        const serverAheadMs = serverClockOffsetMs()
        await outbox.keep([reportOfGroup(hazardId, group, group.photos, { ...batch, serverAheadMs })])
        receipts.done(sha256s)
        desk.kept(group.photoIds)
        setKept((before) => before + 1)
        setShare({ done: index + 1, total: groups.length })
      }
    } catch (error) {
      const why = stoppedBy(error)
      setStopped(why)
      if (why === null) setProblem(error)
    } finally {
      setShare(null)
    }
  }
  return { keep, share, stopped, problem, kept }
}
