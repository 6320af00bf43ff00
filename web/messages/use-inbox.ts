import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { api, told } from '../api.ts'
import { gathered } from '../gathered.ts'
import { hazardKey } from '../hazards/use-hazard.ts'
import { bellWords } from '../text/bell-words.ts'
import { wordsNow } from '../text/language.ts'
import { say } from '../ui/say.tsx'
import { openLine } from './live-line.ts'

export const messagesKey = ['messages'] as const
const unreadKey = ['messages', 'unread'] as const
const lookEveryMs = 60_000
/** What one act sets off comes as several messages, and a phone that sends its queue gets one for each hazard. */
const gatherMs = 2_000

/** How many messages wait. The line keeps it true; without the line it is looked up once a minute. */
export const useUnread = (): { readonly unread: number; readonly newest: number | null } => {
  const asked = useQuery({
    queryKey: unreadKey,
    queryFn: () => told(api.messages.$get({ query: { size: '1' } })),
    staleTime: 15_000,
    refetchInterval: lookEveryMs,
  })
  return { unread: asked.data?.unread ?? 0, newest: asked.data?.messages[0]?.seq ?? null }
}

/** Listens while somebody is signed in: new messages refresh the inbox, and the hazard on the screen if it is theirs. */
export const useLiveMessages = (): { readonly live: boolean } => {
  const client = useQueryClient()
  const [here] = useLocation()
  const [live, setLive] = useState(false)
  const [changedId, setChangedId] = useState<string | null>(null)
  useEffect(() => {
    const readAnew = gathered(() => void client.invalidateQueries({ queryKey: messagesKey }), gatherMs)
    return openLine({
      onLive: setLive,
      onBack: readAnew,
      onNews: ({ hazardId }) => {
        readAnew()
        if (hazardId === null) return
        void client.invalidateQueries({ queryKey: hazardKey(hazardId) })
        void client.invalidateQueries({ queryKey: ['map-hazards'] })
        setChangedId(hazardId)
      },
    })
  }, [client])
  useEffect(() => {
    if (changedId === null) return
    setChangedId(null)
    if (here === `/hazards/${changedId}`) say.done(wordsNow(bellWords).changedHere)
  }, [changedId, here])
  return { live }
}
