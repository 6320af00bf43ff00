import { Button, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { mostDuties, type SignTexts } from '../../server/zones/sign-wire.ts'
import { api, onVersion, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { useAct, useAsked } from '../asking.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { faultWords } from '../text/fault-words.ts'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'
import { ErrorLine, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'
import { signTextsKey } from '../zones/zone-key.ts'
import './signs.css'

/** What stands on every road chief's sign: the hotline and the duties. */
export const SignsPart = () => {
  const text = useWords(zoneWords)
  const asked = useAsked(signTextsKey, () => told(api['sign-texts'].$get()))
  if (asked.isPending) return <LoadingRows rows={4} />
  if (asked.data === undefined)
    return <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
  return (
    <div className="settings">
      <p className="section-why">{text.signPartHow}</p>
      {!asked.data.hasAddress && <p className="section-why">{text.noAddress}</p>}
      <Fields key={asked.data.version} texts={asked.data} />
    </div>
  )
}

const Fields = ({ texts }: { readonly texts: SignTexts }) => {
  const text = useWords(zoneWords)
  const faults = useWords(faultWords)
  const client = useQueryClient()
  const actId = useRef(newId())
  const [hotline, setHotline] = useState(texts.hotline)
  const [typed, setTyped] = useState(texts.duties.join('\n'))
  const duties = typed.split('\n').filter((line) => line.trim() !== '')
  const tooMany = duties.length > mostDuties
  const tooLong = duties.some((line) => line.length > 80)
  const save = useAct(
    () =>
      told(
        api['sign-texts'].$put(
          { json: { actId: actId.current, deviceAt: serverNow(), hotline, duties } },
          onVersion(texts.version),
        ),
      ),
    {
      onDone: async () => {
        say.done(text.saved)
        await client.invalidateQueries({ queryKey: signTextsKey })
      },
    },
  )
  const fault = save.error instanceof ApiProblem ? save.error.faultOf('hotline') : null
  const same = hotline === texts.hotline && duties.join('\n') === texts.duties.join('\n')
  return (
    <form
      className="settings-signs"
      onSubmit={(event) => {
        event.preventDefault()
        if (!same && !tooMany && !tooLong) save.mutate()
      }}
    >
      <TextInput
        label={text.hotline}
        description={text.hotlineHow}
        type="tel"
        value={hotline}
        maxLength={40}
        disabled={!texts.mayChange}
        onChange={(event) => setHotline(event.currentTarget.value)}
        error={fault === null ? null : faults.of(fault)}
      />
      <Textarea
        label={text.duties}
        description={text.dutiesHow(mostDuties)}
        placeholder={texts.usualDuties.join('\n')}
        value={typed}
        autosize
        minRows={5}
        disabled={!texts.mayChange}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={tooMany ? text.dutiesTooMany(mostDuties) : tooLong ? text.dutyTooLong : null}
      />
      {save.error !== null && fault === null && <ErrorLine problem={save.error} />}
      <div className="settings-signs-doors">
        <Button type="submit" variant="filled" loading={save.isPending} disabled={same || tooMany || tooLong}>
          {text.save}
        </Button>
        {typed.trim() === '' && <Button onClick={() => setTyped(texts.usualDuties.join('\n'))}>{text.useUsual}</Button>}
      </div>
    </form>
  )
}
