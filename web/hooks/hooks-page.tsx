import { Button } from '@mantine/core'
import { useState } from 'react'
import type { HookOnWire } from '../../server/hooks/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { newId } from '../new-id.ts'
import { hookWords } from '../text/hook-words.ts'
import { useWords } from '../text/language.ts'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { DeliveryRow } from './delivery-row.tsx'
import { HookCard } from './hook-card.tsx'
import { HookDialog } from './hook-dialog.tsx'
import './hooks.css'

export const hooksKey = ['hooks'] as const

/** Receivers outside: each with how it does, and what got stuck on the way. */
export default function HooksPage() {
  const text = useWords(hookWords)
  const all = useAsked(hooksKey, () => told(api.hooks.$get()))
  const [open, setOpen] = useState<{ id: string; hook: HookOnWire | null } | null>(null)
  const add = (
    <Button variant="filled" onClick={() => setOpen({ id: newId(), hook: null })}>
      {text.add}
    </Button>
  )
  return (
    <Page title={text.title} width="reading" actions={all.data && all.data.hooks.length > 0 ? add : null}>
      {all.isPending ? (
        <LoadingRows rows={4} heightPixels={88} />
      ) : all.error ? (
        <ErrorState problem={all.error} retry={() => void all.refetch()} retrying={all.isFetching} />
      ) : (
        <>
          <p className="quiet hooks-lead">{text.lead}</p>
          {all.data.hooks.length === 0 && (
            <EmptyState title={text.none} action={add}>
              {text.noneHow}
            </EmptyState>
          )}
          {all.data.stopped.length > 0 && (
            <Section title={`${text.stopped} ${all.data.stopped.length}`}>
              <p className="quiet">{text.stoppedHow}</p>
              <ul className="deliveries">
                {all.data.stopped.map((delivery) => (
                  <DeliveryRow
                    key={delivery.id}
                    delivery={delivery}
                    to={all.data.hooks.find(({ id }) => id === delivery.hookId)?.name ?? ''}
                    mayResend
                  />
                ))}
              </ul>
            </Section>
          )}
          {all.data.hooks.map((hook) => (
            <HookCard key={hook.id} hook={hook} onEdit={() => setOpen({ id: hook.id, hook })} />
          ))}
        </>
      )}
      {open && <HookDialog {...open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
