import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { stepAddress } from '../hazards/use-open-step.ts'
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
  const variant = prominent ? 'filled' : 'default'
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
