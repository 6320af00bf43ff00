import { type Located, turnOfArrow, wayToSpot } from '../../server/domain/way-to-spot.ts'
import type { Fix, WhyNoFix } from '../photos/device-position.ts'
import { cameraWords } from '../text/camera-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { useHeading } from './use-heading.ts'
import './way-line.css'

interface Props {
  readonly spot: Located
  readonly fix: Fix | null
  readonly why: WhyNoFix | null
}

const nearKilometre = 995

/** The way back to the spot: an arrow in the direction one looks (by north without a compass), and always in words. */
export const WayLine = ({ spot, fix, why }: Props) => {
  const text = useWords(cameraWords)
  const heading = useHeading()
  if (fix === null)
    return (
      <p className="way-line" role="status">
        {why === null ? text.seeking : text.noWay[why]}
      </p>
    )
  const from = { lngLat: [fix.longitude, fix.latitude], accuracyMetres: fix.accuracyMetres } as const
  const way = wayToSpot(from, spot)
  const distance =
    way.metres < nearKilometre
      ? text.metres(String(Math.round(way.metres)))
      : text.kilometres((way.metres / 1000).toFixed(1))
  const note = way.rough
    ? text.roughWay(Math.round(fix.accuracyMetres))
    : heading.degrees === null && heading.ask === null && !way.arrived
      ? text.byNorth
      : null
  return (
    <div className="way-line">
      {way.arrived ? (
        <span className="way-arrived">
          <Icon name="tick" sizePixels={24} />
        </span>
      ) : (
        <Dial arrowDegrees={turnOfArrow(way.bearingDegrees, heading.degrees)} northDegrees={-(heading.degrees ?? 0)} />
      )}
      <p className="way-text figures" role="status">
        <strong>{way.arrived ? text.arrived : text.wayTo(text.winds[way.wind], distance)}</strong>
        {note !== null && <span>{note}</span>}
      </p>
      {heading.ask !== null && !way.arrived && (
        <button type="button" onClick={heading.ask}>
          {text.useCompass}
        </button>
      )}
    </div>
  )
}

/** A ring with north marked on it and the arrow in its middle. */
const Dial = ({ arrowDegrees, northDegrees }: { readonly arrowDegrees: number; readonly northDegrees: number }) => {
  const text = useWords(cameraWords)
  const rad = (northDegrees * Math.PI) / 180
  return (
    <svg className="way-dial" viewBox="-28 -28 56 56" width={56} height={56} aria-hidden="true">
      <circle r={20} fill="none" stroke="currentColor" strokeWidth={1.5} />
      <g transform={`rotate(${arrowDegrees})`}>
        <path className="way-arrow" d="M0 -15L9 11L0 6L-9 11Z" />
      </g>
      <circle className="way-north-back" cx={20 * Math.sin(rad)} cy={-20 * Math.cos(rad)} r={7.5} />
      <text x={20 * Math.sin(rad)} y={-20 * Math.cos(rad)} textAnchor="middle" dominantBaseline="central" fontSize={11}>
        {text.north}
      </text>
    </svg>
  )
}
