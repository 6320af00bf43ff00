import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { useCodeNames, useCounty } from '../ui/use-county.ts'
import type { InstalledHere } from './capture-draft.ts'

/** What a squad carries in its car and sets right within the hour. */
const onTheSpot = [
  'clearing',
  'junction-post',
  'warning-sign',
  'barrier-blocks',
  'convex-mirror',
  'speed-bump',
  'patching',
  'marking',
]
const mostQuantity = 1_000_000

interface Props {
  readonly cured: readonly InstalledHere[] | null
  readonly hasUnit: boolean
  readonly hasAfter: boolean
  readonly onChange: (cured: readonly InstalledHere[] | null) => void
  readonly onShootAfter: () => void
}

/** Before and after in one visit: what was done, counted where anybody wants it counted. */
export default function CurePart({ cured, hasUnit, hasAfter, onChange, onShootAfter }: Props) {
  const text = useWords(captureWords)
  const { codes } = useCounty()
  const offered = onTheSpot.filter((code) => codes.measure.some((each) => each.code === code))
  const quantityOf = (measure: string): number => cured?.find((each) => each.measure === measure)?.quantity ?? 0
  const put = (measure: string, quantity: number): void => {
    const others = (cured ?? []).filter((each) => each.measure !== measure)
    const whole = Math.min(mostQuantity, Math.max(0, Math.round(quantity)))
    onChange(whole === 0 ? others : [...others, { measure, quantity: whole }])
  }
  return (
    <fieldset className="capture-part">
      <legend className="for-ears">{text.cured}</legend>
      <label className="capture-switch">
        <input
          type="checkbox"
          checked={cured !== null}
          disabled={!hasUnit}
          onChange={(event) => {
            onChange(event.currentTarget.checked ? [] : null)
            if (event.currentTarget.checked && !hasAfter) onShootAfter()
          }}
        />
        <span>
          <strong>{text.cured}</strong>
          <small>{hasUnit ? text.curedHow : text.curedNoUnit}</small>
        </span>
      </label>
      {cured !== null && (
        <>
          <button
            type="button"
            className={hasAfter ? 'capture-button' : 'capture-button capture-button-accent'}
            onClick={onShootAfter}
          >
            {hasAfter ? text.shootAfterMore : text.shootAfterNow}
          </button>
          <p className="capture-label">{text.measures}</p>
          <ul className="steppers">
            {offered.map((code) => (
              <Stepper key={code} code={code} quantity={quantityOf(code)} onChange={(to) => put(code, to)} />
            ))}
          </ul>
        </>
      )}
    </fieldset>
  )
}

interface StepperProps {
  readonly code: string
  readonly quantity: number
  readonly onChange: (quantity: number) => void
}

const Stepper = ({ code, quantity, onChange }: StepperProps) => {
  const text = useWords(captureWords)
  const names = useCodeNames()
  const what = names.measure(code)
  return (
    <li className="stepper" data-used={quantity > 0}>
      <span className="stepper-what">{what}</span>
      <button
        type="button"
        aria-label={text.less(what)}
        disabled={quantity === 0}
        onClick={() => onChange(quantity - 1)}
      >
        −
      </button>
      <input
        className="plain-input"
        type="number"
        inputMode="numeric"
        min={0}
        max={mostQuantity}
        step={1}
        aria-label={`${text.quantityOf(what)} ${names.unitOfMeasure(code)}`}
        value={quantity === 0 ? '' : quantity}
        placeholder="0"
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <span className="stepper-unit">{names.unitOfMeasure(code)}</span>
      <button type="button" aria-label={text.moreOf(what)} onClick={() => onChange(quantity + 1)}>
        +
      </button>
    </li>
  )
}
