import { Link } from 'wouter'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { Icon } from '../ui/icons.tsx'
import { useUnsentSteps } from './use-unsent.ts'
import './unsent-note.css'

/** Says on a hazard that steps taken on it are still on this device, with the way to them. */
export const UnsentNote = ({ hazardId }: { readonly hazardId: string }) => {
  const text = useWords(outboxWords)
  const { waiting, toSettle } = useUnsentSteps(hazardId)
  const [first] = toSettle
  if (waiting.length === 0 && first === undefined) return null
  return (
    <Link href={first === undefined ? '/outbox' : `/outbox/${first.id}`} className="unsent-note figures">
      <Icon name={first === undefined ? 'outbox' : 'warning'} sizePixels={18} />
      {first === undefined ? text.unsentSteps(waiting.length) : text.unsentStepsSettle(toSettle.length)}
    </Link>
  )
}
