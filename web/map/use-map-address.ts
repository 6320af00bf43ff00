import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { type CardAsked, type MapAddress, mapAddress, mapAddressOf } from './map-address.ts'

/** Left in the browser's history by a card that opened with a step of its own, so that "back" closes it. */
const cardStep = 'luqing.map.card'
const isCardStep = (state: unknown): boolean => state === cardStep

/** What the page shows is what the address says; a change of either is a change of the other. */
export const useMapAddress = () => {
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const address = useMemo(() => mapAddressOf(search), [search])
  const latest = useRef(address)
  useEffect(() => {
    latest.current = address
  }, [address])

  const change = useCallback(
    (part: Partial<MapAddress>) => {
      latest.current = { ...latest.current, ...part }
      go(mapAddress(latest.current), { replace: true, state: history.state })
    },
    [go],
  )
  /** Opening a card is a step in the history; turning to another card, or closing it, is none. */
  const openCard = useCallback(
    (card: CardAsked) => {
      if (latest.current.card !== null) return change({ card })
      latest.current = { ...latest.current, card }
      go(mapAddress(latest.current), { state: cardStep })
    },
    [go, change],
  )
  const closeCard = useCallback(() => {
    if (latest.current.card === null) return
    if (isCardStep(history.state)) history.back()
    else change({ card: null })
  }, [change])
  return { address, change, openCard, closeCard }
}
