import type { ReactNode } from 'react'
import type { TaskState } from '../../db/vocabulary.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import './tags.css'

/** A box that fills as the work goes on; off the path it is struck, turned back or put on the calendar. */
const glyphs: Readonly<Record<TaskState, ReactNode>> = {
  assigned: <path d="M3 3h10v10H3Z" />,
  accepted: (
    <>
      <path d="M3 3h10v10H3Z" />
      <path d="M3 10.6h10" />
    </>
  ),
  'under-way': (
    <>
      <path d="M3 3h10v10H3Z" />
      <path className="solid" d="M3 7.4h10V13H3Z" />
    </>
  ),
  submitted: <path className="solid" d="M3 3h10v10H3Z" />,
  returned: <path d="M6.5 3L3 6.5 6.5 10M3 6.5h6.5a3.3 3.3 0 0 1 0 6.6H6" />,
  verified: <path d="M2.5 8.5l3.6 3.8L13.5 3.8" />,
  refused: <path d="M3 3h10v10H3ZM3 13L13 3" />,
  planned: <path d="M3 4h10v9H3ZM3 7h10M6 2.5V5M10 2.5V5" />,
}

export const TaskStateTag = ({ state }: { readonly state: TaskState }) => {
  const { taskStates } = useWords(tradeWords)
  return (
    <span className={`task-state task-state-${state}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {glyphs[state]}
      </svg>
      {taskStates[state]}
    </span>
  )
}
