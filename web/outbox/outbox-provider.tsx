import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { gathered } from '../gathered.ts'
import { useMe } from '../ui/use-me.ts'
import { type OutboxOwner, openOutbox } from './open-outbox.ts'
import type { OpenOutbox } from './outbox.ts'
import { OutboxContext } from './use-outbox.ts'

/** What a hazard that has arrived changes on other pages. */
const changedByArrival = ['register', 'mine', 'map-hazards', 'figures'] as const

/** A queue that goes up brings one arrival after the other. */
const gatherMs = 2_000

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
  const present = useRef(me)
  present.current = me
  const [outbox] = useState(() => {
    const refreshLists = gathered(() => {
      for (const key of changedByArrival) void client.invalidateQueries({ queryKey: [key] })
    }, gatherMs)
    return outboxOf({
      personId: me.person.id,
      shelfKey: () => present.current.shelfKey || null,
      arrived: (hazardId) => {
        refreshLists()
        void client.invalidateQueries({ queryKey: ['hazard', hazardId] })
      },
    })
  })
  const { sessionId, shelfKey } = me
  useEffect(() => {
    // a page that opened on a kept answer, on a device that has lost its key, could open nothing until now
    if (shelfKey !== '' && !outbox.facts().loaded) void outbox.readAnew().catch(() => undefined)
  }, [outbox, shelfKey])
  useEffect(() => {
    // signed in again on top of the page: what stood still goes on
    if (sessionId !== '') outbox.flush()
  }, [outbox, sessionId])
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}
