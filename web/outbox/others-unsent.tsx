import { useEffect, useState } from 'react'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { useMe } from '../ui/use-me.ts'
import { withDatabase } from './outbox-database.ts'

/** Entries on this device that belong to other people: only how many, nothing of what they hold. */
const countOthers = async (personId: string): Promise<number> =>
  withDatabase(async (database) => {
    const [all, own] = await Promise.all([
      database.count('entries'),
      database.countFromIndex('entries', 'person', personId),
    ])
    return all - own
  })

export const OthersUnsent = () => {
  const text = useWords(outboxWords)
  const { id } = useMe().person
  const [others, setOthers] = useState(0)
  useEffect(() => {
    // where storage is shut nobody has anything kept
    void countOthers(id).then(setOthers, () => setOthers(0))
  }, [id])
  return others === 0 ? null : <p className="outbox-note outbox-others">{text.others(others)}</p>
}
