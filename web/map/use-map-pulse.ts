import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, told } from '../api.ts'
import { useOnline } from '../frame/use-online.ts'

const lookEveryMs = 1_500
/** The list is long to read; what has changed is on the sheet at once, and in the list within this. */
const listEveryMs = 10_000

/**
 * Since when something is new on the map, by this device's clock: asked of the server by one small question again and
 * again while the page is in sight. `listAtMs` is when the list was read last; it is read anew, though not each time.
 */
export const useMapPulse = (listAtMs: number): number => {
  const client = useQueryClient()
  const online = useOnline()
  const { data } = useQuery({
    queryKey: ['map-pulse'],
    queryFn: () => told(api.map.pulse.$get()),
    enabled: online,
    ...{ staleTime: 0, refetchInterval: lookEveryMs, retry: false },
  })
  const tag = data?.tag
  const former = useRef(tag)
  const [changedAtMs, setChangedAtMs] = useState(0)
  useEffect(() => {
    if (tag === undefined || former.current === tag) return
    if (former.current !== undefined) setChangedAtMs(Date.now())
    former.current = tag
  }, [tag])
  const behind = changedAtMs > listAtMs
  useEffect(() => {
    if (!behind) return
    const inMs = Math.max(0, listAtMs + listEveryMs - Date.now())
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: ['map-hazards'] }), inMs)
    return () => clearTimeout(timer)
  }, [behind, listAtMs, client])
  return Math.max(listAtMs, changedAtMs)
}
