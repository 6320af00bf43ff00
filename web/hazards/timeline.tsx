import type { HazardWhole } from '../../server/hazards/answers.ts'
import { photoUrl } from '../api.ts'
import { useWords } from '../text/language.ts'
import { remedyStepWords } from '../text/remedy-step-words.ts'
import { timelineWords } from '../text/timeline-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { happenedEarlier, textIn, textsIn } from './entry-body.ts'
import { useTimelineNames } from './use-timeline-names.ts'
import './timeline.css'

interface Props {
  readonly hazard: HazardWhole
  readonly onOpen: (photoId: string) => void
}

/** The whole history from the journal, newest first: who did what, in one sentence each. */
export const Timeline = ({ hazard, onOpen }: Props) => {
  const text = useWords(timelineWords)
  const remedy = useWords(remedyStepWords)
  const time = useTime()
  const names = useTimelineNames(hazard)
  const entries = [...hazard.timeline].sort((a, b) => b.seq - a.seq)
  const days = [...new Set(entries.map(({ at }) => time.dayKey(at)))]
  const unitOfTask = (taskId: string): string | null =>
    hazard.tasks.length < 2 ? null : (hazard.tasks.find(({ id }) => id === taskId)?.unit?.name ?? null)
  const photosOf = (shas: readonly string[]) => hazard.photos.filter(({ sha256 }) => shas.includes(sha256))
  return (
    <div className="timeline">
      {days.map((day) => (
        <section key={day}>
          <h3 className="figures">{time.day(day)}</h3>
          <ol>
            {entries
              .filter(({ at }) => time.dayKey(at) === day)
              .map((entry) => {
                const early = happenedEarlier(entry)
                const unit = unitOfTask(textIn(entry.body, 'taskId'))
                const from = hazard.merged.find(({ id }) => id === entry.fromHazardId)
                const photos = entry.kind === 'hazard-reported' ? [] : photosOf(textsIn(entry.body, 'photos'))
                return (
                  <li key={entry.seq}>
                    <time className="figures" dateTime={entry.at}>
                      {time.clock(entry.at)}
                    </time>
                    <div className="timeline-words">
                      <p>
                        <strong>{entry.actor?.name ?? text.system}</strong>
                        {entry.actor?.unitName && <span className="quiet"> {entry.actor.unitName}</span>}{' '}
                        {text.tell[entry.kind](entry.body, names)}
                      </p>
                      {from !== undefined && (
                        <p className="timeline-note">{remedy.fromMerged(from.registerNumber ?? from.shortCode)}</p>
                      )}
                      {unit !== null && <p className="timeline-note">{text.ofTask(unit)}</p>}
                      {early !== null && (
                        <p className="timeline-note">
                          <Icon name="clock" sizePixels={14} /> {text.late(time.instant(early))}
                        </p>
                      )}
                      {photos.length > 0 && (
                        <div className="timeline-photos">
                          {photos.map((photo) => (
                            <button
                              key={photo.id}
                              type="button"
                              onClick={() => onOpen(photo.id)}
                              aria-label={`${text.photos} ${time.instant(photo.capturedAt)}`}
                            >
                              <img src={photoUrl(photo.sha256, 'small')} alt="" loading="lazy" />
                            </button>
                          ))}
                        </div>
                      )}
                    </div>
                  </li>
                )
              })}
          </ol>
        </section>
      ))}
    </div>
  )
}
