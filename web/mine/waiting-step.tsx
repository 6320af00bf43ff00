import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { stepAddress } from '../hazards/use-open-step.ts'
import { useUnsentSteps } from '../outbox/use-unsent.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import type { WaitingItem } from './due-groups.ts'

interface Props {
  readonly item: WaitingItem
  readonly label: string
  readonly onAccept: (item: WaitingItem) => Promise<void>
  readonly taking: boolean
  readonly prominent: boolean
}

/** The one step wanted: accepting is done here and now, everything else opens its dialog before the evidence. */
export const WaitingStep = ({ item, label, onAccept, taking, prominent }: Props) => {
  const { hazard, wants, taskId } = item
  const ofOutbox = useWords(outboxWords)
  const unsent = useUnsentSteps(hazard.id)
  const variant = prominent ? 'filled' : 'default'
  // what the list asks for was done here already; what comes next stands on the hazard's own page
  if (unsent.waiting.length > 0)
    return (
      <Button component={Link} href={`/hazards/${hazard.id}`}>
        {ofOutbox.goOn}
      </Button>
    )
  if (wants === 'accept-task')
    return (
      <Button variant={variant} loading={taking} onClick={() => void onAccept(item)}>
        {label}
      </Button>
    )
  const href = wants === null ? `/hazards/${hazard.id}` : stepAddress(hazard.id, { move: wants, taskId })
  return (
    <Button component={Link} href={href} variant={wants === null ? 'default' : variant}>
      {label}
    </Button>
  )
}
