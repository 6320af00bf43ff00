import type { HazardWhole } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { workflowWords } from '../text/workflow-words.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { FourOnes } from '../ui/four-ones.tsx'
import { Icon } from '../ui/icons.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import { textIn } from './entry-body.ts'
import { placeText } from './place-text.ts'

/** When each of the four stages ended, as the record has it. */
const endsOf = (hazard: HazardWhole) => ({
  team: hazard.timeline.find(({ kind }) => kind === 'scene-photo-added')?.at ?? null,
  camera: hazard.registeredAt,
  register: hazard.clearedAt,
})

/** What, how bad, where, by when, and how far it has come. */
export const HazardHead = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(hazardWords)
  const { colours } = useWords(tradeWords)
  const { setAsides } = useWords(workflowWords)
  const names = useCodeNames()
  const voiding = hazard.timeline.filter(({ kind }) => kind === 'hazard-voided').pop()
  const why = voiding ? textIn(voiding.body, 'because') : ''
  // merged and transferred are not void: the mark is the same, the word is not
  const movedOn = hazard.setAside === 'void' ? null : hazard.setAside
  const isOpen = hazard.stage === 'register' && hazard.setAside === null
  return (
    <div className="hazard-head">
      {hazard.setAside === 'void' && (
        <div className="hazard-void">
          <p>{text.voided}</p>
          {why !== '' && <p>{text.voidedBecause(why)}</p>}
        </div>
      )}
      <div className="hazard-what">
        <h2>
          <span className="code">{hazard.code}</span> {names.hazard(hazard.code)}
        </h2>
        <p className="hazard-marks">
          <SeverityMark
            kind={markOf(hazard)}
            sizePixels={22}
            {...(movedOn === null ? { withWord: true } : { silent: true })}
          />
          {movedOn !== null && <span>{setAsides[movedOn]}</span>}
          {hazard.colour !== null && <span className="quiet">{text.colourNow(colours[hazard.colour])}</span>}
          {isOpen && <DueChip dueOn={hazard.dueOn} />}
          {hazard.timesReopened > 0 && <strong>{text.reopened(hazard.timesReopened)}</strong>}
        </p>
        <p className="hazard-place">
          <Icon name="place" sizePixels={18} />
          <span>{placeText(hazard) || text.noPlace}</span>
        </p>
        {hazard.description !== '' && <p className="hazard-description">{hazard.description}</p>}
      </div>
      <FourOnes stage={hazard.stage} endedAt={endsOf(hazard)} />
    </div>
  )
}
