import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { hookFaultText } from '../../server/domain/hook-faults.ts'
import { api, told } from '../api.ts'
import { ApiProblem, NoAnswer } from '../api-problem.ts'
import { useAsked } from '../asking.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { messageWords } from '../text/message-words.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { sentenceOf } from '../ui/sentence-of.ts'
import { pushStanding, ringHere, switchOff, switchOn } from './push.ts'

const pushKey = ['push'] as const

/** Whether this browser rings: a switch where there can be one, and else the reason why not. */
export const ThisPhone = () => {
  const text = useWords(messageWords)
  const language = useLanguage()
  const time = useTime()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const asked = useAsked(pushKey, async () => ({
    standing: await pushStanding(),
    server: await told(api.messages.push.$get()),
  }))
  if (asked.isPending) return <LoadingRows rows={2} />
  if (asked.error) return <ErrorState problem={asked.error} retry={() => void asked.refetch()} />
  const { standing, server } = asked.data
  const doing = async (what: () => Promise<string | null>): Promise<void> => {
    setBusy(true)
    setAnswer(null)
    try {
      setAnswer(await what())
    } catch (error) {
      // what the browser itself says is shown as it says it
      const ours = error instanceof ApiProblem || error instanceof NoAnswer
      setAnswer(ours ? sentenceOf(error) : text.pushFailed(error instanceof Error ? error.message : String(error)))
    }
    setBusy(false)
    await client.invalidateQueries({ queryKey: pushKey })
  }
  const turnOn = () => doing(async () => ((await switchOn(server.publicKey)) ? null : text.pushDenied))
  const turnOff = () =>
    doing(async () => {
      await switchOff()
      return null
    })
  const ring = () =>
    doing(async () => {
      const fault = await ringHere()
      if (fault !== null) return text.pushTestFailed(hookFaultText(fault, language))
      say.done(text.pushTested)
      return null
    })
  const shut = { 'no-support': text.pushNoSupport, insecure: text.pushInsecure, denied: text.pushDenied }
  return (
    <Section title={text.thisPhone}>
      <p className="quiet">{text.thisPhoneHow}</p>
      {standing === 'on' || standing === 'off' ? (
        <div className="this-phone">
          <span className={`this-phone-standing this-phone-${standing}`}>
            {standing === 'on' ? text.pushIsOn : text.pushIsOff}
          </span>
          {standing === 'on' ? (
            <>
              <Button onClick={ring} loading={busy}>
                {text.pushTest}
              </Button>
              <Button onClick={turnOff} disabled={busy}>
                {text.pushOff}
              </Button>
            </>
          ) : (
            <Button variant="filled" onClick={turnOn} loading={busy}>
              {text.pushOn}
            </Button>
          )}
        </div>
      ) : (
        <p className="this-phone-shut">{shut[standing]}</p>
      )}
      {answer !== null && (
        <p className="this-phone-shut" role="alert">
          {answer}
        </p>
      )}
      {server.phones.length > 0 && (
        <>
          <h3 className="this-phone-list">{text.devices}</h3>
          <ul className="devices-list">
            {server.phones.map(({ id, device, addedAt }) => (
              <li key={id}>
                {device} <span className="quiet">{text.since(time.day(time.dayKey(addedAt)))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
