import { useQueryClient } from '@tanstack/react-query'
import { useOnline } from '../frame/use-online.ts'
import { useWords } from '../text/language.ts'
import { offlineWords } from '../text/offline-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { oldestOf, useMarksChange } from './kept-marks.ts'
import './offline-line.css'

/** One quiet line over a page that shows kept answers: how old they are. That there is no connection the badge says. */
export const OfflineLine = () => {
  const text = useWords(offlineWords)
  const time = useTime()
  const online = useOnline()
  const client = useQueryClient()
  useMarksChange()
  const shown = client.getQueryCache().findAll({ type: 'active' })
  const asOfMs = oldestOf(shown.map(({ queryKey }) => queryKey))
  return (
    <div role="status" className="offline-place not-in-print">
      {asOfMs !== null && (
        <p className="offline-line">
          <Icon name="offline" sizePixels={18} />
          {(online ? text.showing : text.offlineShowing)(timeOf(new Date(asOfMs).toISOString(), time))}
        </p>
      )}
    </div>
  )
}

/** Of today the clock alone, of another day the day as well. */
const timeOf = (at: string, time: ReturnType<typeof useTime>): string =>
  time.dayKey(at) === time.today ? time.clock(at) : time.shortInstant(at)
