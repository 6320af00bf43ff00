import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { InspectionOutcome } from '../../db/vocabulary.ts'
import { junctionInspectors } from '../../server/domain/junction-doors.ts'
import type { JunctionWhole } from '../../server/junctions/wire.ts'
import { api, told } from '../api.ts'
import { useAct } from '../asking.ts'
import { useOnline } from '../frame/use-online.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { junctionKeys } from './refresh-junctions.ts'

/** Where the camera opens with this junction's position filled in. */
const captureAt = ({ longitude, latitude }: JunctionWhole): string =>
  `/capture?at=${longitude.toFixed(6)},${latitude.toFixed(6)}`

/** For whoever stands there: one tap when nothing was found, another that leads on to the camera. */
export const InspectBox = ({ junction }: { readonly junction: JunctionWhole }) => {
  const text = useWords(junctionWords)
  const { role } = useMe().person
  const online = useOnline()
  const why = !junctionInspectors.includes(role)
    ? text.onlyInspectors
    : !junction.active
      ? text.retiredNow
      : online
        ? null
        : text.needsLine
  return (
    <Section title={text.inspect}>
      <p className="quiet junction-lead">{why ?? text.inspectHow}</p>
      {why === null && <Buttons junction={junction} />}
    </Section>
  )
}

const Buttons = ({ junction }: { readonly junction: JunctionWhole }) => {
  const text = useWords(junctionWords)
  const time = useTime()
  const [, go] = useLocation()
  const [note, setNote] = useState('')
  // one look is one inspection, however often the same tap is sent; another word is another statement
  const tried = useRef<{ readonly outcome: InspectionOutcome; readonly note: string; readonly id: string } | null>(null)
  const { id } = junction
  const inspect = useAct(
    (outcome: InspectionOutcome) => {
      const former = tried.current
      const attempt = former?.outcome === outcome && former.note === note ? former : { outcome, note, id: newId() }
      tried.current = attempt
      const param = { id, inspectionId: attempt.id }
      const json = { outcome, note, inspectedAt: serverNow() }
      return told(api.junctions[':id'].inspections[':inspectionId'].$put({ param, json }))
    },
    {
      refreshes: junctionKeys,
      onDone: (_, outcome) => {
        tried.current = null
        setNote('')
        say.done(outcome === 'nothing-found' ? text.savedNone : text.savedFound)
        if (outcome === 'hazards-found' && hereToday === 0) go(captureAt(junction))
      },
    },
  )
  const hereToday = junction.hazards.filter(({ hazard }) => time.dayKey(hazard.reportedAt) === time.today).length
  return (
    <div className="junction-inspect">
      <Button
        size="md"
        variant="filled"
        loading={inspect.isPending && inspect.variables === 'nothing-found'}
        disabled={inspect.isPending}
        onClick={() => inspect.mutate('nothing-found')}
      >
        {text.nothingFound}
      </Button>
      <Button
        size="md"
        loading={inspect.isPending && inspect.variables === 'hazards-found'}
        disabled={inspect.isPending}
        onClick={() => inspect.mutate('hazards-found')}
      >
        {hereToday > 0 ? text.foundHere(hereToday) : text.foundOne}
      </Button>
      <TextInput
        aria-label={text.note}
        placeholder={text.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {inspect.isError && <ErrorLine problem={inspect.error} />}
    </div>
  )
}
