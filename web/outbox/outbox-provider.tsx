import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useMe } from '../ui/use-me.ts'
import { type OutboxOwner, openOutbox } from './open-outbox.ts'
import type { OpenOutbox } from './outbox.ts'
import { OutboxContext } from './use-outbox.ts'

/** What a hazard that has arrived changes on other pages. */
const changedByArrival = ['register', 'mine', 'map-hazards', 'figures'] as const

const opened = new Map<string, OpenOutbox>()

/** One outbox per person for the life of the page: drawing it anew must not open a second sender. */
const outboxOf = (owner: OutboxOwner): OpenOutbox => {
  const known = opened.get(owner.personId)
  if (known) return known
  const { outbox } = openOutbox(owner)
  opened.set(owner.personId, outbox)
  return outbox
}

/** Stands inside the sign-in gate: the outbox is that of whoever is signed in. */
export const OutboxProvider = ({ children }: { readonly children: ReactNode }) => {
  const me = useMe()
  const client = useQueryClient()
  const [outbox] = useState(() =>
    outboxOf({
      personId: me.person.id,
      shelfKey: () => me.shelfKey ?? null,
      arrived: (hazardId) => {
        for (const key of changedByArrival) void client.invalidateQueries({ queryKey: [key] })
        void client.invalidateQueries({ queryKey: ['hazard', hazardId] })
      },
    }),
  )
  const { sessionId } = me
  useEffect(() => {
    // signed in again on top of the page: what stood still goes on
    if (sessionId !== '') outbox.flush()
  }, [outbox, sessionId])
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}
