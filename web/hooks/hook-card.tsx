import { Button } from '@mantine/core'
import { useState } from 'react'
import { hookFaultText } from '../../server/domain/hook-faults.ts'
import type { HookOnWire } from '../../server/hooks/wire.ts'
import { api, onVersion, told } from '../api.ts'
import { useAct } from '../asking.ts'
import { hookWords } from '../text/hook-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { DeliveryRow } from './delivery-row.tsx'

/** A receiver: what it is, how it does, what it was sent last. */
export const HookCard = ({ hook, onEdit }: { readonly hook: HookOnWire; readonly onEdit: () => void }) => {
  const { id, version, kind, name, host, active, parkedAt, lastError, deliveries } = hook
  const text = useWords(hookWords)
  const { hookKinds } = useWords(tradeWords)
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const test = useAct(() => told(api.hooks[':id'].test.$post({ param: { id } })))
  const remove = useAct(() => api.hooks[':id'].$delete({ param: { id } }, onVersion(version)), {
    refreshes: [['hooks']],
  })
  const standing = !active ? 'off' : parkedAt !== null ? 'parked' : 'ok'
  return (
    <Section title={name}>
      <p className={`hook-standing hook-${standing}`}>
        <b>{text[standing]}</b>
        <span className="quiet">
          {hookKinds[kind]} · <span className="code">{host}</span>
        </span>
      </p>
      <div className="hook-acts">
        <Button onClick={() => test.mutate(undefined, { onError: say.failed })} loading={test.isPending}>
          {text.test}
        </Button>
        <Button onClick={onEdit}>{text.edit}</Button>
        <Button onClick={() => setAsking(true)}>{text.remove}</Button>
      </div>
      {lastError !== null && active && <p className="delivery-fault">{hookFaultText(lastError, language)}</p>}
      {test.data && (
        <p className={test.data.ok ? 'hook-answer' : 'delivery-fault'} role="status">
          {test.data.ok ? text.tested : `${text.testFailed}${hookFaultText(test.data.fault ?? '', language)}`}
        </p>
      )}
      {deliveries.length === 0 ? (
        <p className="quiet">{text.never}</p>
      ) : (
        <details>
          <summary>{`${text.lastOnes} ${deliveries.length}`}</summary>
          <ul className="deliveries">
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </ul>
        </details>
      )}
      <ConfirmDialog
        opened={asking}
        title={text.removeAsk(name)}
        confirmLabel={text.remove}
        onConfirm={async () => {
          await remove.mutateAsync(undefined)
        }}
        onClose={() => setAsking(false)}
      >
        <p>{text.removeHow}</p>
      </ConfirmDialog>
    </Section>
  )
}
