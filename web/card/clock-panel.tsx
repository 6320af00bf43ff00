import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { aheadByClockFace, aheadOf, clockDifference } from '../../server/domain/camera-clock.ts'
import { cameraTimeMs } from '../photos/camera-time.ts'
import { cardClockWords } from '../text/card-clock-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { useCounty } from '../ui/use-county.ts'
import type { CardDesk } from './card-desk.ts'
import type { SetPhoto } from './card-photo.ts'

const dayMs = 86_400_000
const nudgesSeconds = [-60, -10, -1, 1, 10, 60]

interface Props {
  readonly desk: CardDesk
  readonly photos: readonly SetPhoto[]
  readonly aheadMs: Readonly<Record<string, number>>
  /** The one photo chosen, which may be that of a clock. */
  readonly chosen: SetPhoto | null
}

const instant = (atMs: number): string => new Date(atMs).toISOString()

/** How far a camera's clock is off: by slider, by hand, or by the photo of a clock. Every photo's time follows at once. */
export const ClockPanel = ({ desk, photos, aheadMs, chosen }: Props) => {
  const text = useWords(cardClockWords)
  const time = useTime()
  const fineId = useId()
  const cameras = [...new Set(photos.map(({ camera }) => camera))]
  const [picked, setPicked] = useState<string | null>(null)
  const camera = chosen?.camera ?? cameras.find((each) => each === picked) ?? cameras[0] ?? ''
  const own = photos.filter((photo) => photo.camera === camera)
  const ahead = aheadMs[camera] ?? 0
  const days = Math.round(ahead / dayMs)
  const fineMs = ahead - days * dayMs
  const set = (toMs: number): void => desk.setAhead(camera, toMs)
  const times = own.filter(({ timeFrom }) => timeFrom === 'camera').map(({ atMs }) => atMs)
  const future = own.filter(({ atMs }) => atMs > Date.parse(time.now) + 60_000).length
  const byFile = own.length - times.length
  return (
    <section className="card-panel" aria-label={text.clock}>
      <h2>{text.clock}</h2>
      {cameras.length > 1 && (
        <NativeSelect
          label={text.whichCamera}
          value={camera}
          disabled={chosen !== null}
          onChange={(event) => setPicked(event.currentTarget.value)}
          data={cameras.map((each) => ({ value: each, label: each || text.noCamera }))}
        />
      )}
      <output className="card-clock-says figures" htmlFor={fineId}>
        {text.clockSays(clockDifference(ahead))}
      </output>
      {times.length > 0 && (
        <p className="card-quiet figures">
          {text.firstAndLast(time.instant(instant(Math.min(...times))), time.instant(instant(Math.max(...times))))}
        </p>
      )}
      <label className="card-quiet" htmlFor={fineId}>
        {text.fine}
      </label>
      <input
        id={fineId}
        type="range"
        className="card-range"
        min={-dayMs / 2000}
        max={dayMs / 2000}
        step={1}
        value={Math.round(fineMs / 1000)}
        aria-valuetext={text.clockSays(clockDifference(ahead))}
        onChange={(event) => set(days * dayMs + Number(event.currentTarget.value) * 1000)}
      />
      <div className="card-nudges">
        {nudgesSeconds.map((seconds) => (
          <Button
            key={seconds}
            size="compact-sm"
            px={0}
            aria-label={text.nudge(seconds)}
            onClick={() => set(ahead + seconds * 1000)}
          >
            {text.nudgeShort(seconds)}
          </Button>
        ))}
      </div>
      <ByHand key={`${camera} ${ahead}`} aheadMs={ahead} onSet={set} />
      {future > 0 && (
        <p className="card-warning" role="status">
          <Icon name="warning" sizePixels={18} /> {text.future(future)}
        </p>
      )}
      {byFile > 0 && <p className="card-quiet">{text.fileTimes(byFile)}</p>}
      <ByClock chosen={chosen} onMatch={set} />
    </section>
  )
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The same difference in figures: fast or slow, days, and hours:minutes:seconds. */
const ByHand = ({ aheadMs, onSet }: { readonly aheadMs: number; readonly onSet: (aheadMs: number) => void }) => {
  const text = useWords(cardClockWords)
  const { side, days, hours, minutes, seconds } = clockDifference(aheadMs)
  const [clock, setClock] = useState(`${hours}:${two(minutes)}:${two(seconds)}`)
  const slow = side === 'behind'
  const set = (change: { slow?: boolean; days?: number; clock?: string }): void => {
    const [h, m, s] = (change.clock ?? clock).split(/[:：]/).map(Number)
    if (h === undefined || ![h, m ?? 0, s ?? 0].every((part) => Number.isInteger(part) && part >= 0)) return
    onSet(
      aheadOf({
        ...{ side: (change.slow ?? slow) ? 'behind' : 'ahead', days: change.days ?? days },
        ...{ hours: h, minutes: m ?? 0, seconds: s ?? 0 },
      }),
    )
  }
  return (
    <div className="card-by-hand">
      <NativeSelect
        aria-label={text.clock}
        value={slow ? 'slow' : 'fast'}
        onChange={(event) => set({ slow: event.currentTarget.value === 'slow' })}
        data={[
          { value: 'fast', label: text.fast },
          { value: 'slow', label: text.slow },
        ]}
      />
      <NumberInput
        aria-label={text.days}
        min={0}
        max={20_000}
        allowDecimal={false}
        allowNegative={false}
        value={days}
        suffix={text.daySuffix}
        onChange={(value) => typeof value === 'number' && value !== days && set({ days: value })}
      />
      <TextInput
        aria-label={text.hoursMinutesSeconds}
        value={clock}
        inputMode="numeric"
        onChange={(event) => setClock(event.currentTarget.value)}
        onBlur={() => set({})}
        onKeyDown={(event) => event.key === 'Enter' && set({})}
      />
      <Button size="compact-sm" onClick={() => onSet(0)} disabled={aheadMs === 0}>
        {text.reset}
      </Button>
    </div>
  )
}

/** The photo of a clock: what it shows against what the camera noted. */
const ByClock = ({
  chosen,
  onMatch,
}: {
  readonly chosen: SetPhoto | null
  readonly onMatch: (aheadMs: number) => void
}) => {
  const text = useWords(cardClockWords)
  const { timeZone } = useCounty()
  const { dayKey, clockSeconds } = useTime()
  const [shown, setShown] = useState('')
  const [bad, setBad] = useState(false)
  const match = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen === null) return
    const noted = chosen.photo.cameraAtMs
    const clock = shown.trim().replace(/：/g, ':')
    const whole = /^\d:/.test(clock) ? `0${clock}` : clock
    const shownAtMs = cameraTimeMs(
      `${dayKey(instant(noted))}T${/:\d\d:/.test(whole) ? whole : `${whole}:00`}`,
      timeZone,
    )
    setBad(Number.isNaN(shownAtMs))
    if (!Number.isNaN(shownAtMs)) onMatch(aheadByClockFace(noted, shownAtMs))
  }
  return (
    <form className="card-by-clock" onSubmit={match}>
      <h3>{text.byClock}</h3>
      <p className="card-quiet">{text.byClockHow}</p>
      <div className="card-by-clock-row">
        {chosen?.photo.previewUrl && <img src={chosen.photo.previewUrl} alt={text.clockPhoto} />}
        <TextInput
          label={text.clockShows}
          description={
            chosen === null ? text.pickClockPhoto : text.clockNoted(clockSeconds(instant(chosen.photo.cameraAtMs)))
          }
          placeholder="14:03:20"
          value={shown}
          disabled={chosen === null}
          error={bad ? text.badClock : null}
          onChange={(event) => setShown(event.currentTarget.value)}
        />
        <Button type="submit" disabled={chosen === null || shown.trim() === ''}>
          {text.matchClock}
        </Button>
      </div>
    </form>
  )
}
