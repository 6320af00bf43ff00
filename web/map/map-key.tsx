import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { type MarkKind, shapes } from '../ui/severity-shapes.ts'
import type { Heat } from './heat.ts'
import { HeatChoice } from './heat-key.tsx'
import { type Switch, switchNames } from './layers/switches.ts'

interface Props {
  readonly off: readonly Switch[]
  readonly onSwitch: (off: readonly Switch[]) => void
  readonly heat: Heat | null
  readonly onHeat: (heat: Heat | null) => void
}

const explained: readonly MarkKind[] = ['major', 'serious', 'minor', 'ungraded', 'cleared', 'no-longer-watched']

/** The shapes in one line, always in sight on the desk. */
export const MarkLine = () => (
  <ul className="map-mark-line">
    {explained.slice(0, 5).map((kind) => (
      <li key={kind}>
        <SeverityMark kind={kind} sizePixels={16} withWord />
      </li>
    ))}
  </ul>
)

/** What the shapes and colours mean, and which layers lie on the sheet. */
export const MapKey = ({ off, onSwitch, heat, onHeat }: Props) => {
  const text = useWords(mapWords)
  return (
    <div className="map-key">
      <h3>{text.marks}</h3>
      <ul className="map-key-marks">
        {explained.map((kind) => (
          <li key={kind}>
            <SeverityMark kind={kind} sizePixels={20} withWord />
          </li>
        ))}
        <li className="map-key-wide">
          <OverdueSample />
          {text.overdue}
        </li>
        <li className="map-key-wide">
          <span className="map-plate figures" aria-hidden="true">
            <SeverityMark kind="serious" sizePixels={16} silent />
            12
          </span>
          {text.plate}
        </li>
      </ul>
      <div className="map-key-heat">
        <HeatChoice heat={heat} onHeat={onHeat} />
      </div>
      <fieldset className="map-key-layers">
        <legend>{text.layers}</legend>
        {switchNames.map((name) => (
          <label key={name} className="map-key-layer">
            <input
              type="checkbox"
              checked={!off.includes(name)}
              onChange={(event) =>
                onSwitch(event.currentTarget.checked ? off.filter((each) => each !== name) : [...off, name])
              }
            />
            <LayerSample of={name} />
            {text.switches[name]}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

const OverdueSample = () => (
  <svg className="map-key-overdue" width="26" height="26" viewBox="-5 -5 34 34" aria-hidden="true">
    <path className="ring" d={shapes.minor.outline} />
    <path className="gap" d={shapes.minor.outline} />
    <path className="mark" d={shapes.minor.outline} />
  </svg>
)

/** Each layer's line as it is drawn on the sheet. */
const LayerSample = ({ of }: { readonly of: Switch }) => (
  <svg className={`map-key-sample map-key-${of}`} width="34" height="18" viewBox="0 0 34 18" aria-hidden="true">
    {of === 'zones' && <path d="M1 9h32" strokeDasharray="6 3 1.5 3" />}
    {of === 'villages' && (
      <>
        <path d="M1 9h32" strokeDasharray="2 2.4" />
        <circle cx="17" cy="9" r="2.6" />
      </>
    )}
    {of === 'segments' && (
      <>
        <path className="casing" d="M1 9h32" />
        <path d="M1 9h32" />
      </>
    )}
    {of === 'roads' && (
      <>
        <path className="edge" d="M1 4.5h32" />
        <path className="core" d="M1 4.5h32" />
        <path d="M1 12.5h32" />
      </>
    )}
    {of === 'junctions' && (
      <>
        <circle cx="9" cy="9" r="8" />
        <path d="M7.5 3.5h3v4h4v3h-4v4h-3v-4h-4v-3h4ZM23.5 3.5h3v4h4v3h-4v4h-3v-4h-4v-3h4Z" />
      </>
    )}
    {of === 'schools' && (
      <path d="M10.5 2.5h13v13h-13ZM17 4.6v1.4M13.3 7h7.4M19.5 7.2c-.8 3-2.8 5-6 6M14.5 7.2c.8 3 2.8 5 6 6" />
    )}
  </svg>
)
