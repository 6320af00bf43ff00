import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { gathered } from '../gathered.ts'
import type { OutboxEntry } from './entry.ts'
import { useOutboxEntries } from './use-outbox.ts'

const notOnServer = (entries: readonly OutboxEntry[]): ReadonlySet<string> =>
  new Set(entries.filter(({ state }) => state === 'waiting' || state === 'sending').map(({ id }) => id))

/** County, session and people do not change by what was done in the field. */
const untouched: readonly unknown[] = ['session', 'county', 'people']

/** On a weak line a hundred captures arrive one by one, and their photos need it more than our lists do. */
const gatherMs = 2_000

/** Lists and hazards are read anew when something of this device has arrived, or has come back as a conflict. */
export const useRefreshAfterSending = (): void => {
  const client = useQueryClient()
  const entries = useOutboxEntries()
  const before = useRef<ReadonlySet<string>>(new Set())
  const refresh = useMemo(
    () =>
      gathered(
        () => void client.invalidateQueries({ predicate: ({ queryKey }) => !untouched.includes(queryKey[0]) }),
        gatherMs,
      ),
    [client],
  )
  useEffect(() => {
    const now = notOnServer(entries)
    const settled = [...before.current].some((id) => !now.has(id))
    before.current = now
    if (settled) refresh()
  }, [refresh, entries])
}
