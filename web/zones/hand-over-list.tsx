import { Checkbox } from '@mantine/core'
import type { HandOverPlan } from '../../server/zones/whole-wire.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'

interface Props {
  readonly plan: HandOverPlan
  /** Tasks left where they are. */
  readonly left: ReadonlySet<string>
  readonly onLeave: (taskId: string, leave: boolean) => void
}

/** The dry run in words: the two terms, each task that goes along, each that stays and why. */
export const HandOverList = ({ plan, left, onLeave }: Props) => {
  const text = useWords(zoneWords)
  const { taskStates } = useWords(tradeWords)
  const time = useTime()
  const { moves, stays, from, to, formerUntil, fromOn, holdsAlready, more } = plan
  const about = (task: HandOverPlan['moves'][number] | HandOverPlan['stays'][number]) => (
    <>
      <span className="zone-task-head">
        <strong className="figures">{task.label}</strong> {task.what}
      </span>
      <span className={task.overdue ? 'zone-task-late' : 'quiet'}>
        {[taskStates[task.state], text.dueOn(time.day(task.dueOn)), task.overdue ? text.overdue : '']
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  )
  return (
    <div className="zone-hand-over">
      <p className="zone-terms">
        {formerUntil === null || holdsAlready
          ? text.termsStand(to.name)
          : text.termsAre(from.name, time.day(formerUntil), to.name, time.day(fromOn))}
      </p>
      {moves.length === 0 ? (
        <p>{text.noMoving}</p>
      ) : (
        <section>
          <h3>{text.moving(moves.length - moves.filter(({ taskId }) => left.has(taskId)).length)}</h3>
          <p className="quiet">{text.movingHow}</p>
          <ul className="zone-tasks">
            {moves.map((task) => (
              <li key={task.taskId}>
                <Checkbox
                  checked={!left.has(task.taskId)}
                  onChange={(event) => onLeave(task.taskId, !event.currentTarget.checked)}
                  label={
                    <span className="zone-task">
                      {about(task)}
                      {(task.begun || task.extensionAsked || !task.named) && (
                        <span className="zone-task-note">
                          {[
                            task.begun ? text.begun : '',
                            task.extensionAsked ? text.extensionAsked : '',
                            task.named ? '' : text.ofUnit,
                          ]
                            .filter((part) => part !== '')
                            .join('；')}
                        </span>
                      )}
                    </span>
                  }
                />
              </li>
            ))}
          </ul>
          {more > 0 && <p>{text.more(more)}</p>}
        </section>
      )}
      {stays.length > 0 && (
        <section>
          <h3>{text.staying(stays.length)}</h3>
          <ul className="zone-tasks">
            {stays.map((task) => (
              <li key={task.taskId} className="zone-task">
                {about(task)}
                <span className="zone-task-note">{text.stays[task.because]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
