import { daysBetween } from '../../server/domain/county-calendar.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { useWords } from '../text/language.ts'
import { remedyStepWords } from '../text/remedy-step-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { textIn } from './entry-body.ts'
import './linked.css'

/** Supervised handling in force: level, who answers, when progress is owed, and the last entry. */
export const Supervision = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(remedyStepWords)
  const { supervisionLevels } = useWords(tradeWords)
  const time = useTime()
  const { supervision } = hazard
  if (!supervision) return null
  const { level, supervisor, because, everyDays, progressDueOn, startedAt } = supervision
  const late = daysBetween(progressDueOn, time.today)
  const last = hazard.timeline
    .filter(({ kind, at, fromHazardId }) => kind === 'progress-reported' && fromHazardId === null && at >= startedAt)
    .at(-1)
  return (
    <aside className="linked linked-strong" aria-label={text.supervision}>
      <p>
        <Icon name="clock" sizePixels={18} />
        <strong>{text.supervisedBy(supervisionLevels[level], supervisor?.name ?? '')}</strong>
      </p>
      <p className="quiet">{because === '' ? text.supervisedByRule : because}</p>
      <p className="figures">
        {late > 0 ? (
          <strong>{text.progressOverdue(late)}</strong>
        ) : late === 0 ? (
          <strong>{text.progressToday}</strong>
        ) : (
          text.progressDue(time.day(progressDueOn), everyDays)
        )}
      </p>
      <p className="quiet">
        {last
          ? text.lastProgress(last.actor?.name ?? '', time.instant(last.at), textIn(last.body, 'words'))
          : text.noProgress}
      </p>
    </aside>
  )
}
