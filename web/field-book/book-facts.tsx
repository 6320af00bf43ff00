import { Button } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useOnline } from '../frame/use-online.ts'
import { baseMapStanding, onBaseMapStanding } from '../kept/base-map-shelf.ts'
import { deviceWords } from '../text/device-words.ts'
import { groundWords } from '../text/ground-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { useMe } from '../ui/use-me.ts'
import { bookNow, onBookChange } from './book-store.ts'
import { refreshBook } from './refresh-book.ts'
import { useFieldBook } from './use-field-book.ts'

/** What of the county lies on this device, and how old it is. */
export const BookFacts = () => {
  const text = useWords(deviceWords)
  const time = useTime()
  const online = useOnline()
  const ground = useWords(groundWords)
  const baseMap = useSyncExternalStore(onBaseMapStanding, baseMapStanding)
  const personId = useMe().person.id
  const { hazards, refreshing } = useSyncExternalStore(onBookChange, bookNow)
  const { state, asOfMs, villages, routes } = useFieldBook()
  return (
    <>
      {state === 'here' ? (
        <span className="figures">{text.bookHolds(villages.length, routes.length, hazards.length)}</span>
      ) : (
        text.bookNone
      )}
      {asOfMs !== null && (
        <span className="device-fact-why figures">
          {text.bookAsOf(time.shortInstant(new Date(asOfMs).toISOString()))}
        </span>
      )}
      <span className="device-fact-why">{ground.kept[baseMap]}</span>
      <Button variant="subtle" loading={refreshing} disabled={!online} onClick={() => void refreshBook(personId)}>
        {text.bookRefresh}
      </Button>
    </>
  )
}
