import type { Day } from '../../server/domain/county-calendar.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from './icons.tsx'
import './tags.css'

interface Props {
  /** The deadline in force; null where none is running. */
  readonly dueOn: Day | null
  /** Must not outlast the day (不过夜). */
  readonly sameDay?: boolean
  /** The day is told elsewhere, as in a column of its own: only what is left. */
  readonly short?: boolean
}

/** Deadline and days left. Overdue is black on the page, never red: red says major hazard and nothing else. */
export const DueChip = ({ dueOn, sameDay = false, short = false }: Props) => {
  const text = useWords(uiWords)
  const time = useTime()
  if (dueOn === null) return <span className="due due-none">{text.noDeadline}</span>
  const left = time.daysLeft(dueOn)
  const urgency = left < 0 ? 'overdue' : left <= 1 ? 'soon' : 'in-time'
  return (
    <span className={`due due-${urgency} ${short ? 'due-short' : ''}`} title={time.day(dueOn)}>
      <span className="due-day">
        {urgency !== 'in-time' && <Icon name="clock" sizePixels={14} />}
        {short ? <strong>{time.daysLeftText(dueOn)}</strong> : text.dueOn(time.day(dueOn))}
      </span>
      {!short && <strong>{time.daysLeftText(dueOn)}</strong>}
      {sameDay && <span>{text.sameDay}</span>}
    </span>
  )
}
