import { useState } from 'react'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { timelineWords } from '../../text/timeline-words.ts'
import { useTime } from '../../text/use-time.ts'
import { useTimelineNames } from '../use-timeline-names.ts'
import './changed-meanwhile.css'

const lastSeq = ({ timeline }: HazardWhole): number => Math.max(0, ...timeline.map(({ seq }) => seq))

/** What others have done to the hazard since this dialog was opened, in the words of the timeline. */
export const ChangedMeanwhile = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(stepWords)
  const telling = useWords(timelineWords)
  const time = useTime()
  const names = useTimelineNames(hazard)
  const [seen] = useState(() => lastSeq(hazard))
  const news = hazard.timeline.filter(({ seq }) => seq > seen)
  if (news.length === 0) return null
  return (
    <div className="changed-meanwhile" role="status">
      <p>
        <strong>{text.changedMeanwhile}</strong>
      </p>
      <ul>
        {news.map(({ seq, at, actor, kind, body }) => (
          <li key={seq}>
            <span className="figures">{time.ago(at)}</span> <strong>{actor?.name ?? telling.system}</strong>{' '}
            {telling.tell[kind](body, names)}
          </li>
        ))}
      </ul>
      <p>{text.changedStill}</p>
    </div>
  )
}
