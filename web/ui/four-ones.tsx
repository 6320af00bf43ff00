import { type Stage, stages } from '../../db/vocabulary.ts'
import type { Instant } from '../../server/domain/county-calendar.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from './icons.tsx'
import { stationState } from './station-state.ts'
import './four-ones.css'

interface Props {
  readonly stage: Stage | null
  /** When each stage ended, where it has. */
  readonly endedAt?: Partial<Readonly<Record<Stage, Instant | null>>>
  /** The question each stage answers, under its name. */
  readonly withQuestions?: boolean
}

/** 四个一: a road in plan. What has been driven is drawn as built, what lies ahead as a dashed line. */
export const FourOnes = ({ stage, endedAt = {}, withQuestions = false }: Props) => {
  const trade = useWords(tradeWords)
  const text = useWords(uiWords)
  const time = useTime()
  const told = { done: text.stageDone, now: text.stageNow, 'to-come': text.stageToCome, named: '' }
  return (
    <ol className="four-ones" aria-label={text.fourOnes}>
      {stages.map((station, index) => {
        const state = stationState(station, stage)
        const ended = endedAt[station] ?? null
        return (
          <li key={station} className={`station station-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="station-road" aria-hidden="true" />
            <span className="station-post" aria-hidden="true">
              {state === 'done' ? <Icon name="tick" sizePixels={15} /> : index + 1}
            </span>
            <span className="station-name">
              {trade.stages[station]}
              {told[state] !== '' && <span className="for-ears"> {told[state]}</span>}
            </span>
            {withQuestions && <span className="station-note">{trade.stageQuestions[station]}</span>}
            {ended !== null && <span className="station-note figures">{time.shortDay(time.dayKey(ended))}</span>}
          </li>
        )
      })}
    </ol>
  )
}
