import type { EntryView, HazardWhole } from '../../server/hazards/answers.ts'
import { useTimelineNames } from '../hazards/use-timeline-names.ts'
import { serverClockOffsetMs } from '../server-clock.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { timelineWords } from '../text/timeline-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { workflowWords } from '../text/workflow-words.ts'
import { Facts } from '../ui/page.tsx'
import type { FieldStepFacts } from './entry.ts'

/** What others have done since the picture that the step was decided on; by time where that picture had no history. */
export const sinceThen = (
  timeline: readonly EntryView[],
  { seenSeq, takenAtMs }: Pick<FieldStepFacts, 'seenSeq' | 'takenAtMs'>,
  clockOffsetMs: number,
): readonly EntryView[] => {
  const isSince = ({ seq, at }: EntryView): boolean =>
    seenSeq === null ? Date.parse(at) > takenAtMs + clockOffsetMs : seq > seenSeq
  return timeline.filter(isSince).sort((a, b) => b.seq - a.seq)
}

/** The hazard as it is now, and who changed what since. */
export const TheirSide = ({ hazard, step }: { readonly hazard: HazardWhole; readonly step: FieldStepFacts }) => {
  const text = useWords(outboxWords)
  const telling = useWords(timelineWords)
  const { stages, taskStates } = useWords(tradeWords)
  const { setAsides } = useWords(workflowWords)
  const time = useTime()
  const names = useTimelineNames(hazard)
  const task = hazard.tasks.find(({ id }) => id === step.taskId)
  const news = sinceThen(hazard.timeline, step, serverClockOffsetMs())
  const facts = [
    { label: text.stageNow, value: hazard.setAside === null ? stages[hazard.stage] : setAsides[hazard.setAside] },
    ...(task ? [{ label: text.taskNow, value: `${task.unit?.name ?? ''} · ${taskStates[task.state]}` }] : []),
  ]
  return (
    <section className="outbox-side" aria-label={text.theirs}>
      <h2>{text.theirs}</h2>
      <Facts facts={facts} />
      <h3 className="outbox-since-title">{text.since}</h3>
      {news.length === 0 && <p className="quiet">{text.sinceNone}</p>}
      <ul className="outbox-since">
        {news.map(({ seq, at, actor, kind, body }) => (
          <li key={seq}>
            <span className="quiet figures">{time.instant(at)}</span> <strong>{actor?.name ?? telling.system}</strong>
            {actor?.unitName && <span className="quiet"> {actor.unitName}</span>} {telling.tell[kind](body, names)}
          </li>
        ))}
      </ul>
    </section>
  )
}
