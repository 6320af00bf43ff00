import type { HazardWhole } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { MoveDoor } from './move-door.tsx'
import { doorsOf } from './next-step.ts'
import type { OpenStep } from './use-open-step.ts'
import './doors.css'

interface Props {
  readonly hazard: HazardWhole
  /** Null for the steps on the hazard as a whole. */
  readonly taskId: string | null
  readonly onOpen: (step: OpenStep) => void
}

/** Every step there is: the open ones as buttons, the shut ones with their reasons; on the phone those of the whole hazard are folded. */
export const Doors = ({ hazard, taskId, onOpen }: Props) => {
  const text = useWords(hazardWords)
  const phone = usePhone()
  // of many tasks the reasons would fill the page; of one they stand open
  const isDone = hazard.tasks.some(({ id, state }) => id === taskId && state === 'verified')
  const shown = taskId === null || (hazard.tasks.length === 1 && !isDone)
  const { open, shut } = doorsOf(hazard.moves, taskId)
  const openDoors = open.length > 0 && (
    <div className="doors-open">
      {open.map((view) => (
        <MoveDoor key={view.move} hazard={hazard} view={view} onOpen={onOpen} />
      ))}
    </div>
  )
  const shutDoors = (
    <ul className="doors-shut">
      {shut.map((view) => (
        <li key={view.move}>
          <MoveDoor hazard={hazard} view={view} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
  if (phone && taskId === null)
    return (
      <details className="doors">
        <summary>
          <Icon name="down" sizePixels={18} />
          {text.moreSteps(open.length, shut.length)}
        </summary>
        {openDoors}
        {shutDoors}
      </details>
    )
  return (
    <div className="doors">
      {openDoors}
      {shut.length > 0 && (
        <details open={shown && !phone}>
          <summary>
            <Icon name="down" sizePixels={16} />
            {text.shutSteps(shut.length)}
          </summary>
          {shutDoors}
        </details>
      )}
    </div>
  )
}
