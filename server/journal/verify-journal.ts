import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import { firstHash, hashOfEntry } from './note.ts'

export interface JournalFault {
  seq: number
  fault: 'missing-before' | 'chain-broken' | 'content-changed'
}

export interface JournalVerdict {
  entries: number
  /** The end of the chain: written down elsewhere, it also proves that nothing was cut off behind it. */
  head: { seq: number; hash: string }
  faults: JournalFault[]
}

const pageSize = 5000

/** Walks a county's chain from its first entry and names every place where it does not hold. */
export const verifyJournal = async (db: Db, county: string): Promise<JournalVerdict> => {
  const { journal } = db.t
  const faults: JournalFault[] = []
  let head = { seq: 0, hash: firstHash }
  let entries = 0
  for (;;) {
    const page = await db.q
      .select()
      .from(journal)
      .where(and(eq(journal.county, county), gt(journal.seq, head.seq)))
      .orderBy(asc(journal.seq))
      .limit(pageSize)
    for (const entry of page) {
      if (entry.seq !== head.seq + 1) faults.push({ seq: entry.seq, fault: 'missing-before' })
      if (entry.previousHash !== head.hash) faults.push({ seq: entry.seq, fault: 'chain-broken' })
      if (hashOfEntry(entry) !== entry.hash) faults.push({ seq: entry.seq, fault: 'content-changed' })
      head = { seq: entry.seq, hash: entry.hash }
    }
    entries += page.length
    if (page.length < pageSize) return { entries, head, faults }
  }
}
