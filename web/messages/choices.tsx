import { Checkbox, Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { messageKinds } from '../../db/vocabulary.ts'
import type { MessageChoices } from '../../server/messages/wire.ts'
import { api, told } from '../api.ts'
import { useAct, useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { messageWords } from '../text/message-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { kindsByGroup, messageGroups } from './message-groups.ts'
import { ThisPhone } from './this-phone.tsx'

const choicesKey = ['message-choices'] as const

/** What rings, when it does not, and whether this device does. Each change is kept at once. */
export const Choices = () => {
  const text = useWords(messageWords)
  const { messageKinds: names } = useWords(tradeWords)
  const client = useQueryClient()
  const asked = useAsked(choicesKey, () => told(api.messages.choices.$get()))
  const put = useAct((json: MessageChoices) => told(api.messages.choices.$put({ json })), {
    onDone: (kept) => client.setQueryData(choicesKey, kept),
  })
  if (asked.isPending) return <LoadingRows rows={8} />
  if (asked.error) return <ErrorState problem={asked.error} retry={() => void asked.refetch()} />
  // what was ticked a moment ago shows at once; where it could not be kept it goes back
  const choices: MessageChoices = put.isPending && put.variables ? put.variables : asked.data
  const { silent, quietFrom, quietUntil } = choices
  const change = (to: Partial<MessageChoices>): void => put.mutate({ ...choices, ...to }, { onError: say.failed })
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: text.hour(hour) }))
  return (
    <>
      <ThisPhone />
      <Section title={text.quiet}>
        <p className="quiet">{text.quietHow}</p>
        <div className="quiet-hours">
          <Select
            label={text.quietFrom}
            data={[{ value: '', label: text.noQuiet }, ...hours]}
            value={quietFrom === null ? '' : String(quietFrom)}
            allowDeselect={false}
            onChange={(value) =>
              change(
                value === null || value === ''
                  ? { quietFrom: null, quietUntil: null }
                  : { quietFrom: Number(value), quietUntil: quietUntil ?? 7 },
              )
            }
          />
          {quietFrom !== null && (
            <Select
              label={text.quietUntil}
              data={hours}
              value={String(quietUntil ?? 7)}
              allowDeselect={false}
              onChange={(value) => value !== null && change({ quietUntil: Number(value) })}
            />
          )}
        </div>
      </Section>
      <Section title={text.which}>
        <p className="quiet">{text.whichHow}</p>
        {messageGroups.map((group) => (
          <fieldset key={group} className="kinds">
            <legend>{text.groups[group]}</legend>
            {kindsByGroup[group].map((kind) => (
              <Checkbox
                key={kind}
                label={names[kind]}
                checked={!silent.includes(kind)}
                onChange={(event) => {
                  const rings = event.currentTarget.checked
                  change({ silent: messageKinds.filter((one) => (one === kind ? !rings : silent.includes(one))) })
                }}
              />
            ))}
          </fieldset>
        ))}
      </Section>
    </>
  )
}
