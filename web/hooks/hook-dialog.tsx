import { Button, Checkbox, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { hookKinds as allKinds, type HookKind, type MessageKind, messageKinds } from '../../db/vocabulary.ts'
import type { HookOnWire } from '../../server/hooks/wire.ts'
import { api, onVersion, told } from '../api.ts'
import { kindsByGroup, messageGroups } from '../messages/message-groups.ts'
import { hookWords } from '../text/hook-words.ts'
import { useWords } from '../text/language.ts'
import { messageWords } from '../text/message-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { EitherOr } from '../ui/either-or.tsx'

interface Props {
  readonly id: string
  /** Null adds a new one under this id. */
  readonly hook: HookOnWire | null
  readonly onClose: () => void
}

type Values = { kind: HookKind; name: string; url: string; secret: string; events: string[]; active: boolean }

/** What a county is likely to want in its chat to begin with. */
const usualEvents: readonly MessageKind[] = ['task-assigned', 'deadline-today', 'deadline-passed', 'escalated']

const newSecret = (): string =>
  [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const HookDialog = ({ id, hook, onClose }: Props) => {
  const text = useWords(hookWords)
  const { groups } = useWords(messageWords)
  const { hookKinds, messageKinds: kinds } = useWords(tradeWords)
  const client = useQueryClient()
  const initial: Values = {
    ...{ kind: hook?.kind ?? 'wecom', name: hook?.name ?? '', url: '', secret: '' },
    ...{ events: [...(hook?.events ?? usualEvents)], active: hook?.active ?? true },
  }
  const put = async ({ url, secret, events, ...values }: Values): Promise<void> => {
    const kept = (entered: string): string | null => (hook !== null && entered.trim() === '' ? null : entered.trim())
    const json = {
      ...{ ...values, url: kept(url), secret: kept(secret) },
      events: messageKinds.filter((kind) => events.includes(kind)),
    }
    const version = hook === null ? {} : onVersion(hook.version)
    await told(api.hooks[':id'].$put({ param: { id }, json }, version))
    await client.invalidateQueries({ queryKey: ['hooks'] })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={hook === null ? text.add : text.change}
      draftKey={null}
      initial={initial}
      size="lg"
      submitLabel={hook === null ? text.add : text.save}
      notYet={({ name, url, events }) =>
        name.trim() === '' || (hook === null && url.trim() === '') || events.length === 0 ? text.needs : null
      }
      onSubmit={put}
    >
      {({ values, set, faultOf }) => (
        <>
          <div>
            <EitherOr
              label={text.kind}
              choices={allKinds.map((value) => ({ value, label: hookKinds[value] }))}
              value={values.kind}
              onChange={(kind) => set({ kind })}
            />
          </div>
          <p className="hook-how">{text.how[values.kind]}</p>
          <TextInput
            label={text.name}
            placeholder={text.nameHow}
            value={values.name}
            maxLength={40}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultOf('name')}
          />
          <Textarea
            label={text.url}
            placeholder={hook === null ? 'https://' : `${hook.host}/…`}
            {...(hook === null ? {} : { description: text.urlKept })}
            value={values.url}
            maxLength={1000}
            autosize
            minRows={1}
            spellCheck={false}
            onChange={(event) => set({ url: event.currentTarget.value.replace(/\s/g, '') })}
            error={faultOf('url')}
          />
          {values.kind !== 'wecom' && (
            <div className="hook-secret">
              {values.kind === 'plain' ? (
                <TextInput
                  label={text.secret}
                  description={hook?.hasSecret ? text.secretKept : text.makeSecretHow}
                  value={values.secret}
                  maxLength={200}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => set({ secret: event.currentTarget.value })}
                  error={faultOf('secret')}
                />
              ) : (
                <PasswordInput
                  label={text.secret}
                  {...(hook?.hasSecret ? { description: text.secretKept } : {})}
                  value={values.secret}
                  maxLength={200}
                  autoComplete="off"
                  onChange={(event) => set({ secret: event.currentTarget.value })}
                  error={faultOf('secret')}
                />
              )}
              {values.kind === 'plain' && (
                <Button onClick={() => set({ secret: newSecret() })}>{text.makeSecret}</Button>
              )}
            </div>
          )}
          <fieldset className="hook-events">
            <legend>{text.events}</legend>
            {messageGroups.map((group) => (
              <div key={group} className="hook-group">
                <span className="quiet">{groups[group]}</span>
                {kindsByGroup[group]
                  .filter((kind) => kind !== 'hook-parked')
                  .map((kind) => (
                    <Checkbox
                      key={kind}
                      label={kinds[kind]}
                      checked={values.events.includes(kind)}
                      onChange={(event) =>
                        set({
                          events: event.currentTarget.checked
                            ? [...values.events, kind]
                            : values.events.filter((one) => one !== kind),
                        })
                      }
                    />
                  ))}
              </div>
            ))}
          </fieldset>
          <Checkbox
            label={text.active}
            checked={values.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        </>
      )}
    </FormDialog>
  )
}
