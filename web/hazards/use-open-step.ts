import { useEffect, useRef } from 'react'
import { useSearchParams } from 'wouter'
import { type Move, moves } from '../../db/vocabulary.ts'

export interface OpenStep {
  readonly move: Move
  readonly taskId: string | null
}

/** The address that opens a hazard with the dialog of a step before it. */
export const stepAddress = (hazardId: string, { move, taskId }: OpenStep): string => {
  const asked = new URLSearchParams({ do: move, ...(taskId !== null && { task: taskId }) })
  return `/hazards/${hazardId}?${asked}`
}

/** Which step's dialog is open stands in the address, so the phone's back key closes it and a reload keeps it. */
export const useOpenStep = () => {
  const [search, setSearch] = useSearchParams()
  const openedHere = useRef(false)
  const openedBy = useRef<Element | null>(null)
  const asked = search.get('do')
  const move = moves.find((known) => known === asked)
  const isOpen = move !== undefined
  // whoever works by keyboard goes on where they were; who came in by a link, at the top of the page
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const heading = document.querySelector('.page-title h1')
      const to = openedBy.current?.isConnected ? openedBy.current : heading
      if (to instanceof HTMLElement) to.focus({ preventScroll: true })
      openedBy.current = null
    }
    wasOpen.current = isOpen
  }, [isOpen])
  return {
    step: move === undefined ? null : { move, taskId: search.get('task') },
    open: ({ move: next, taskId }: OpenStep): void => {
      if (!isOpen) {
        openedHere.current = true
        openedBy.current = document.activeElement
      }
      // one dialog in the place of another is one step back, not two
      setSearch({ do: next, ...(taskId !== null && { task: taskId }) }, { replace: isOpen })
    },
    close: (): void => {
      if (openedHere.current) window.history.back()
      else setSearch({}, { replace: true })
      openedHere.current = false
    },
  }
}
