import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { Role } from '../../db/vocabulary.ts'
import { type Reason, reasonWords } from '../../server/domain/reasons.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from './icons.tsx'
import './move-button.css'

/** A move as every hazard carries it: open, or shut with the reason and those who could. */
export interface Door {
  readonly ok: boolean
  readonly because: Reason | null
  readonly who: readonly Role[]
}

interface Props {
  readonly label: ReactNode
  readonly door: Door
  readonly onTake: () => void
  /** The step that most likely comes next. */
  readonly prominent?: boolean
  readonly taking?: boolean
  /** What the step waits for, where the reason alone does not tell. */
  readonly until?: string
}

/** A door of the workflow. Shut, it stays in view and says why; it never repeats a rule of its own. */
export const MoveButton = ({ label, door, onTake, prominent = false, taking = false, until = '' }: Props) => {
  const language = useLanguage()
  const text = useWords(uiWords)
  const { roles } = useWords(tradeWords)
  const reasonId = useId()
  if (door.ok)
    return (
      <Button variant={prominent ? 'filled' : 'default'} onClick={onTake} loading={taking} className="move-button">
        {label}
      </Button>
    )
  // a reason about roles is followed by whose step it is; the others say it all
  const who = door.because === 'another-role' ? text.whoCould(text.listOf(door.who.map((role) => roles[role]))) : ''
  return (
    <div className="shut-door">
      <Button data-disabled aria-disabled aria-describedby={reasonId} onClick={(event) => event.preventDefault()}>
        <span className="shut-door-label">
          <Icon name="locked" sizePixels={16} />
          {label}
        </span>
      </Button>
      <p id={reasonId}>
        {door.because !== null && reasonWords[door.because][language]} {who}
        {until}
      </p>
    </div>
  )
}
