import type { HazardWhole } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { remedyStepWords } from '../text/remedy-step-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import './revisits.css'

/** Looks that are owed, and those that were taken with what was found. */
export const Revisits = ({ revisits }: Pick<HazardWhole, 'revisits'>) => {
  const text = useWords(hazardWords)
  const { revisitOutcomes } = useWords(tradeWords)
  const remedy = useWords(remedyStepWords)
  const time = useTime()
  return (
    <ul className="revisits">
      {revisits.map(({ id, dueOn, outcome, doneAt, doneBy, remark, droppedAt, kind, unit }) => (
        <li key={id}>
          <p className="figures">
            {outcome !== null && doneAt !== null
              ? text.revisitDone(revisitOutcomes[outcome], doneBy?.name ?? '', time.instant(doneAt))
              : text.revisitDue(time.day(dueOn))}
            {kind === 'spot-check' && <strong> {remedy.spotCheck}</strong>}
            {unit !== null && outcome === null && <span className="quiet"> {remedy.ofUnit(unit.name)}</span>}
            {droppedAt !== null && outcome === null && <span className="quiet">（{text.revisitDropped}）</span>}
          </p>
          {remark !== null && remark !== '' && <p className="quiet">{remark}</p>}
        </li>
      ))}
    </ul>
  )
}
