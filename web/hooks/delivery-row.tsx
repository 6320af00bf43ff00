import { Button } from '@mantine/core'
import { hookFaultText } from '../../server/domain/hook-faults.ts'
import type { DeliveryOnWire } from '../../server/hooks/wire.ts'
import { api } from '../api.ts'
import { useAct } from '../asking.ts'
import { hookWords } from '../text/hook-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { say } from '../ui/say.tsx'

interface Props {
  readonly delivery: DeliveryOnWire
  /** Whom it was for, where that does not stand above. */
  readonly to?: string
  readonly mayResend?: boolean
}

/** One message on its way out: what it says, how far it came, and what stopped it. */
export const DeliveryRow = ({ delivery, to, mayResend = false }: Props) => {
  const { id, state, attempts, madeAt, nextAt, sentAt, lastError, sentence } = delivery
  const text = useWords(hookWords)
  const { deliveryStates } = useWords(tradeWords)
  const language = useLanguage()
  const time = useTime()
  const again = useAct(() => api.deliveries[':id']['send-again'].$post({ param: { id } }), {
    refreshes: [['hooks']],
    onDone: () => say.done(text.queued),
  })
  const waits = state === 'waiting' && attempts > 0
  const facts = [
    to,
    deliveryStates[state],
    attempts > 1 || lastError !== null ? text.attempts(attempts) : '',
    waits ? text.nextTry(time.shortInstant(nextAt)) : time.shortInstant(sentAt ?? madeAt),
  ].filter((fact) => fact !== undefined && fact !== '')
  return (
    <li className="delivery">
      <div>
        <p className="delivery-sentence">{sentence[language]}</p>
        {lastError !== null && state !== 'sent' && (
          <p className="delivery-fault">{hookFaultText(lastError, language)}</p>
        )}
        <p className="quiet figures">{facts.join(' · ')}</p>
      </div>
      {mayResend && (
        <Button onClick={() => again.mutate(undefined, { onError: say.failed })} loading={again.isPending}>
          {text.sendAgain}
        </Button>
      )}
    </li>
  )
}
