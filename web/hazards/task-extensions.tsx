import type { TaskView } from '../../server/hazards/answers.ts'
import { useWords } from '../text/language.ts'
import { remedyStepWords } from '../text/remedy-step-words.ts'
import { useTime } from '../text/use-time.ts'

/** Every asking for more time with its answer; the one that waits stands out. */
export const TaskExtensions = ({ extensions }: Pick<TaskView, 'extensions'>) => {
  const text = useWords(remedyStepWords)
  const time = useTime()
  return (
    <>
      {extensions.map((one) => {
        const { fromDueOn, askedDueOn, grantedDueOn, outcome, waiting, because, decidedBecause } = one
        const asked = text.extensionAsked(
          one.askedBy?.name ?? '',
          time.day(time.dayKey(one.askedAt)),
          time.day(fromDueOn),
          time.day(askedDueOn),
        )
        const decider = one.decidedBy?.name ?? ''
        const answer =
          outcome === 'granted' && grantedDueOn !== null
            ? text.extensionGranted(decider, time.day(grantedDueOn))
            : outcome === 'refused'
              ? text.extensionRefused(decider)
              : waiting
                ? text.extensionWaits
                : text.extensionFell
        return (
          <div key={one.id} className={waiting ? 'task-card-note task-card-strong' : 'task-card-note'}>
            <p className="figures">{asked}</p>
            <p className="quiet">{because}</p>
            <p className="figures">{[answer, decidedBecause ?? ''].filter((part) => part !== '').join('：')}</p>
          </div>
        )
      })}
    </>
  )
}
