import type { HazardWhole } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { mineWords } from '../text/mine-words.ts'
import { useTime } from '../text/use-time.ts'
import { useMe } from '../ui/use-me.ts'
import { MoveDoor } from './move-door.tsx'
import { nextStep } from './next-step.ts'
import type { OpenStep } from './use-open-step.ts'

interface Props {
  readonly hazard: HazardWhole
  readonly onOpen: (step: OpenStep) => void
}

/** The step that waits for the reader, as one would say it; on the phone it stands above the thumb. */
export const NextBox = ({ hazard, onOpen }: Props) => {
  const text = useWords(hazardWords)
  const { wants, buttons } = useWords(mineWords)
  const time = useTime()
  const { person, unit: ownUnit } = useMe()
  const next = nextStep(hazard, { ...person, unitId: ownUnit?.id ?? null }, time.today)
  if (next === null) return null
  const unit = hazard.tasks.length > 1 ? hazard.tasks.find(({ id }) => id === next.taskId)?.unit?.name : undefined
  return (
    <section className="next-box" aria-label={text.nextStep}>
      <p>
        {wants[next.move]}
        {unit !== undefined && <span className="quiet"> {unit}</span>}
      </p>
      <MoveDoor
        key={`${next.move}-${next.taskId}`}
        hazard={hazard}
        view={next}
        onOpen={onOpen}
        label={buttons[next.move]}
        prominent
      />
    </section>
  )
}
