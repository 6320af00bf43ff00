import { useMemo, useState } from 'react'
import { type LngLat, metresPerDegree, radiansPerDegree } from '../../server/domain/distance.ts'
import type { ExtentGeometry } from '../../server/domain/hazard-extent.ts'
import { extentWords } from '../text/extent-words.ts'
import { useWords } from '../text/language.ts'
import { cornersInWords, cornersTyped, handlesOf } from './drawn-extent.ts'
import type { EditorProps } from './extent-choice.tsx'
import { FoundLine } from './found-line.tsx'
import { ShapeMap } from './shape-map.tsx'
import { useDrawing } from './use-drawing.ts'

const mostBoxMetres = 1400

const boxAround = ([lng, lat]: LngLat, wideMetres: number, highMetres: number): LngLat[] => {
  const north = highMetres / 2 / metresPerDegree
  const east = wideMetres / 2 / (metresPerDegree * Math.cos(lat * radiansPerDegree))
  const corner = (x: number, y: number): LngLat => [micro(lng + x * east), micro(lat + y * north)]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}
const micro = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** As far as it is drawn: a line of two corners, an outline from three on. */
const outlineOf = (corners: readonly LngLat[]): ExtentGeometry | null => {
  const positions = corners.map(([lng, lat]) => [lng, lat])
  if (positions.length < 2) return null
  if (positions.length === 2) return { type: 'LineString', coordinates: positions }
  return { type: 'Polygon', coordinates: [[...positions, ...positions.slice(0, 1)]] }
}

/** An area: its corners tapped on the map or typed, or a box around the position. */
export const AreaEditor = ({ value, onChange, measure, at, far }: EditorProps) => {
  const text = useWords(extentWords)
  const drawing = useDrawing({ onChange, measure })
  const [corners, setCorners] = useState<readonly LngLat[]>(() => (value ? handlesOf(value) : []))
  const [typed, setTyped] = useState(() => cornersInWords(corners))
  const [box, setBox] = useState({ wide: '40', high: '40' })
  const [wide, high] = [Number(box.wide), Number(box.high)]
  const fits = (metres: number): boolean => metres >= 1 && metres <= mostBoxMetres
  const typedCorners = cornersTyped(typed)

  const lay = (next: readonly LngLat[]): void => {
    setCorners(next)
    setTyped(cornersInWords(next))
    if (next.length >= 3) void drawing.tryIt({ kind: 'area', ring: next })
    else drawing.forget()
  }
  const shape = useMemo(
    () => ({
      geometry: outlineOf(corners),
      handles: corners.map((corner, i) => ({ at: corner, sign: String(i + 1) })),
    }),
    [corners],
  )
  return (
    <div className="extent-editor">
      <p className="quiet">{corners.length === 0 ? text.areaHow : text.corners(corners.length)}</p>
      <ShapeMap
        at={at}
        far={far}
        shape={{
          ...shape,
          onTap: (corner) => lay([...corners, corner]),
          onDragged: (handle, moved) => lay(corners.map((corner, i) => (i === handle ? moved : corner))),
        }}
      />
      <FoundLine value={value} busy={drawing.busy} fault={drawing.fault} />
      <div className="extent-buttons">
        <button
          type="button"
          className="extent-button"
          disabled={corners.length === 0}
          onClick={() => lay(corners.slice(0, -1))}
        >
          {text.undo}
        </button>
        <button type="button" className="extent-button" disabled={corners.length === 0} onClick={() => lay([])}>
          {text.redo}
        </button>
      </div>
      <details className="extent-typed">
        <summary>{text.byCorners}</summary>
        <fieldset>
          <legend className="for-ears">{text.byCorners}</legend>
          {(['wide', 'high'] as const).map((side) => (
            <label key={side} className="extent-field">
              {side === 'wide' ? text.boxWidth : text.boxHeight}
              <input
                className="plain-input figures"
                type="number"
                inputMode="numeric"
                min={1}
                max={mostBoxMetres}
                value={box[side]}
                onChange={({ currentTarget }) => setBox({ ...box, [side]: currentTarget.value })}
              />
            </label>
          ))}
          <button
            type="button"
            className="extent-button"
            disabled={far || !fits(wide) || !fits(high)}
            onClick={() => lay(boxAround(at, wide, high))}
          >
            {text.useBox}
          </button>
          {far && <p className="quiet">{text.boxNeedsPlace}</p>}
          <label className="extent-field extent-field-wide">
            {text.cornersLabel}
            <textarea
              className="plain-input figures"
              rows={4}
              value={typed}
              aria-invalid={typedCorners === null}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            {typedCorners === null && <span className="extent-fault">{text.cornersWrong}</span>}
          </label>
          <button
            type="button"
            className="extent-button"
            disabled={typedCorners === null || typedCorners.length === 0}
            onClick={() => lay(typedCorners ?? [])}
          >
            {text.useCorners}
          </button>
        </fieldset>
      </details>
    </div>
  )
}
