import { useRef } from 'react'
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
  const asked = search.get('do')
  const move = moves.find((known) => known === asked)
  return {
    step: move === undefined ? null : { move, taskId: search.get('task') },
    open: ({ move: next, taskId }: OpenStep): void => {
      // one dialog in the place of another is one step back, not two
      const replace = move !== undefined
      if (!replace) openedHere.current = true
      setSearch({ do: next, ...(taskId !== null && { task: taskId }) }, { replace })
    },
    close: (): void => {
      if (openedHere.current) window.history.back()
      else setSearch({}, { replace: true })
      openedHere.current = false
    },
  }
}
