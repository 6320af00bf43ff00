import { useId, useMemo, useState } from 'react'
import type { RoadSide } from '../../db/vocabulary.ts'
import { formatChainage, parseChainage } from '../../server/domain/chainage.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import type { ExtentTried } from '../../server/domain/hazard-extent.ts'
import { shieldOf } from '../../server/domain/route-shield.ts'
import { useFieldBook } from '../field-book/use-field-book.ts'
import { extentWords } from '../text/extent-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { type DrawnExtent, handlesOf, sidesInOrder } from './drawn-extent.ts'
import type { EditorProps } from './extent-choice.tsx'
import { FoundLine } from './found-line.tsx'
import { ShapeMap } from './shape-map.tsx'
import { useDrawing } from './use-drawing.ts'

const typedOf = (drawn: DrawnExtent | null, routeCode: string | null) =>
  drawn?.measure.kind === 'stretch'
    ? {
        route: shieldOf(drawn.measure.routeCode),
        from: formatChainage(drawn.measure.fromMetres),
        to: formatChainage(drawn.measure.toMetres),
      }
    : { route: routeCode === null ? '' : shieldOf(routeCode), from: '', to: '' }

/** A stretch of road: two taps on the map, or its route and two stake marks. */
export const StretchEditor = ({ value, onChange, measure, at, far, routeCode }: EditorProps) => {
  const text = useWords(extentWords)
  const { roadSides } = useWords(tradeWords)
  const { routes } = useFieldBook()
  const id = useId()
  const drawing = useDrawing({ onChange, measure })
  const [side, setSide] = useState<RoadSide>(value?.measure.kind === 'stretch' ? value.measure.side : 'right')
  const [taps, setTaps] = useState<readonly LngLat[]>(() => (value ? handlesOf(value) : []))
  const [typed, setTyped] = useState(() => typedOf(value, routeCode))
  const [from, to] = [parseChainage(typed.from), parseChainage(typed.to)]
  const wrong = (stake: string, metres: number | null) => stake.trim() !== '' && metres === null
  const tryIt = async (tried: ExtentTried): Promise<void> => {
    const drawn = await drawing.tryIt(tried)
    if (drawn === null) return
    setTaps(handlesOf(drawn))
    setTyped(typedOf(drawn, null))
  }
  const tryTaps = (next: readonly LngLat[]): void => {
    setTaps(next)
    const [a, b] = next
    if (a && b) void tryIt({ kind: 'taps', taps: [a, b], side })
    else drawing.forget()
  }
  const tryTyped = (): void => {
    if (typed.route.trim() === '' || from === null || to === null) return
    void tryIt({ kind: 'stretch', routeCode: typed.route.trim(), fromMetres: from, toMetres: to, side })
  }
  const shape = useMemo(
    () => ({
      geometry: value?.geometry ?? null,
      handles: taps.map((tap, i) => ({ at: tap, sign: i === 0 ? text.handle.from : text.handle.to })),
    }),
    [value?.geometry, taps, text],
  )
  return (
    <div className="extent-editor">
      <p className="quiet">{taps.length === 1 ? text.stretchFrom : text.stretchHow}</p>
      <ShapeMap
        at={at}
        far={far}
        shape={{
          ...shape,
          onTap: (tap) => tryTaps(taps.length === 1 ? [...taps, tap] : [tap]),
          onDragged: (handle, moved) => tryTaps(taps.map((tap, i) => (i === handle ? moved : tap))),
        }}
      />
      <FoundLine value={value} busy={drawing.busy} fault={drawing.fault} />
      <div className="extent-side">
        <span>{text.side}</span>
        <EitherOr
          label={text.side}
          choices={sidesInOrder.map((each) => ({ value: each, label: roadSides[each] }))}
          value={side}
          onChange={(next) => {
            setSide(next)
            if (value?.extent.kind === 'stretch') void tryIt({ ...value.extent, side: next })
          }}
        />
        <span className="quiet">{text.sideHow}</span>
      </div>
      <details className="extent-typed">
        <summary>{text.byStakes}</summary>
        {/* within another form, which must not be sent by Enter */}
        <fieldset
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
            event.preventDefault()
            tryTyped()
          }}
        >
          <legend className="for-ears">{text.byStakes}</legend>
          <label className="extent-field">
            {text.route}
            <input
              className="plain-input"
              value={typed.route}
              placeholder={text.routeHint}
              list={`${id}-routes`}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={20}
              onChange={({ currentTarget }) => setTyped({ ...typed, route: currentTarget.value })}
            />
          </label>
          <datalist id={`${id}-routes`}>
            {routes.map((road) => (
              <option key={road.routeCode} value={shieldOf(road.routeCode)}>
                {road.name}
              </option>
            ))}
          </datalist>
          {(['from', 'to'] as const).map((end) => {
            const faulty = wrong(typed[end], end === 'from' ? from : to)
            return (
              <label key={end} className="extent-field">
                {text[end]}
                <input
                  className="plain-input figures"
                  value={typed[end]}
                  placeholder={text.stakeHint}
                  autoComplete="off"
                  autoCapitalize="characters"
                  maxLength={20}
                  aria-invalid={faulty}
                  onChange={({ currentTarget }) => setTyped({ ...typed, [end]: currentTarget.value })}
                />
                {faulty && <span className="extent-fault">{text.stakeWrong}</span>}
              </label>
            )
          })}
          <button
            type="button"
            className="extent-button"
            disabled={typed.route.trim() === '' || from === null || to === null || drawing.busy}
            onClick={tryTyped}
          >
            {text.measure}
          </button>
        </fieldset>
      </details>
    </div>
  )
}
