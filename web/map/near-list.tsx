import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { WayLine } from '../camera/way-line.tsx'
import { doubtfulMetres } from '../photos/device-position.ts'
import { cameraWords } from '../text/camera-words.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { useCodeNames } from '../ui/use-county.ts'
import type { Listed } from './list-order.ts'
import { hereOf, type Near, nearestFirst } from './nearest-first.ts'
import type { Following } from './use-following.ts'

interface Props {
  readonly hazards: readonly Listed[]
  readonly following: Following
  readonly chosen: string | null
  readonly onChoose: (hazard: Listed) => void
  readonly onRoute: (ids: readonly string[]) => void
}

/** Enough for a day on foot or by car from here. */
const routeOf = 12

/** What is open around the reader, nearest first; above it the way to the nearest, or to the one in hand. */
export const NearList = ({ hazards, following: { fix, why }, chosen, onChoose, onRoute }: Props) => {
  const text = useWords(mapWorkWords)
  const map = useWords(mapWords)
  const near = useMemo(() => (fix === null ? [] : nearestFirst(hazards, hereOf(fix))), [hazards, fix])
  if (fix === null)
    return (
      <p className="map-none" role="status">
        {why === null ? text.nearSeeking : map.noFix[why]}
      </p>
    )
  const [first] = near
  if (first === undefined) return <p className="map-none">{text.nearNone}</p>
  const aim = near.find(({ hazard }) => hazard.id === chosen) ?? first
  const some = near.slice(0, routeOf).map(({ hazard }) => hazard.id)
  return (
    <section aria-label={text.near}>
      <div className="map-near-way">
        <p className="quiet">
          {aim === first ? `${text.nearest} · ` : ''}
          <span className="figures">{aim.hazard.number}</span>
        </p>
        <WayLine spot={{ lngLat: aim.hazard.lngLat, accuracyMetres: null }} fix={fix} why={why} />
      </div>
      {fix.accuracyMetres > doubtfulMetres && (
        <p className="map-notice">{text.nearDoubt(Math.round(fix.accuracyMetres))}</p>
      )}
      <ul className="map-rows">
        {near.map((each) => (
          <li key={each.hazard.id}>
            <NearRow near={each} chosen={each === aim && chosen !== null} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <div className="map-work-tools">
        {some.length > 1 && <Button onClick={() => onRoute(some)}>{text.nearRoute(some.length)}</Button>}
      </div>
      <p className="map-list-end quiet">{text.nearHow}</p>
    </section>
  )
}

const NearRow = ({ near, chosen, onChoose }: { near: Near; chosen: boolean; onChoose: (hazard: Listed) => void }) => {
  const text = useWords(mapWorkWords)
  const { winds } = useWords(cameraWords)
  const names = useCodeNames()
  const { hazard, way } = near
  return (
    <button type="button" className="map-row map-near-row" aria-pressed={chosen} onClick={() => onChoose(hazard)}>
      <SeverityMark kind={hazard.mark} sizePixels={22} />
      <span className="map-row-what">
        <span className="map-row-head">
          <strong className="figures">{hazard.number}</strong>
          {hazard.stage === 'register' && hazard.dueOn !== null && <DueChip dueOn={hazard.dueOn} short />}
        </span>
        <span className="map-row-place">{names.hazard(hazard.code)}</span>
      </span>
      <span className="map-near-far figures">
        <strong>{text.metres(way.metres)}</strong>
        <span className="quiet">{winds[way.wind]}</span>
      </span>
    </button>
  )
}
