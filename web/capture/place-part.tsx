import { lazy, useEffect, useRef, useState } from 'react'
import type { PlaceHere } from '../../server/zones/wire.ts'
import type { DrawnExtent } from '../extents/drawn-extent.ts'
import { ExtentChoice } from '../extents/extent-choice.tsx'
import { useMeasureExtent } from '../extents/use-measure-extent.ts'
import { IfDrawable } from '../map/if-drawable.tsx'
import { placeLine } from '../register/place-line.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { useCounty } from '../ui/use-county.ts'
import { placeMeant } from './picked-place.ts'
import { PlacePick } from './place-pick.tsx'
import { measuredPosition } from './position-choice.ts'
import { PositionLine } from './position-line.tsx'
import type { Capture } from './use-capture.ts'

const PinMap = lazy(() => import('../map/pin-map.tsx'))

interface Props {
  readonly capture: Capture
  readonly here: PlaceHere | null
  readonly roadLater: boolean
}

type Unfolded = 'map' | 'pick' | null

/** Where it is: filled in from the position, shown with its error, put right by a pin or picked from the field book. */
export default function PlacePart({ capture, here, roadLater }: Props) {
  const text = useWords(captureWords)
  const { bounds } = useCounty()
  const [unfolded, setUnfolded] = useState<Unfolded>(null)
  const { draft, shots, fix, position, whyNoFix, set } = capture
  const measure = useMeasureExtent(null)
  const part = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    // what was unfolded below the edge would be looked for
    if (unfolded !== null) void part.current?.scrollIntoView({ block: 'start' })
  }, [unfolded])
  const meant = placeMeant(draft, position)
  const centre = position ?? middleOf(bounds)
  const turn = (to: Unfolded) => () => setUnfolded(unfolded === to ? null : to)
  const canGoBack = draft.pin !== null && (draft.place !== null || measuredPosition(shots, fix, Date.now()) !== null)
  return (
    <fieldset className="capture-part" ref={part}>
      <legend className="for-ears">{text.place}</legend>
      <div className="place-state">
        <Icon name="place" />
        <div>
          {here !== null && position !== null && (
            <p>
              <strong>{placeLine({ ...here, ...ofExtent(draft.extent), spot: '' })}</strong>
              {here.zone?.chief && <span className="place-chief">{text.chief(here.zone.chief.name)}</span>}
            </p>
          )}
          {roadLater && position !== null && <p>{text.roadLater}</p>}
          {meant !== null && <p>{text.picked(meant.words)}</p>}
          <p className="place-accuracy">
            <PositionLine position={position} why={whyNoFix} />
          </p>
          {here?.outsideCounty && position !== null && <p>{text.outside}</p>}
          {position === null && draft.place === null && <p>{text.noPlace}</p>}
        </div>
      </div>
      {/* a pin beside a drawn stretch would move nothing */}
      {draft.extent === null && (
        <div className="capture-buttons">
          <button type="button" className="capture-button" aria-expanded={unfolded === 'map'} onClick={turn('map')}>
            {unfolded === 'map' ? text.hideMap : text.openMap}
          </button>
          <button type="button" className="capture-button" aria-expanded={unfolded === 'pick'} onClick={turn('pick')}>
            {unfolded === 'pick' ? text.hidePick : text.pick}
          </button>
          {canGoBack && (
            <button type="button" className="capture-button" onClick={() => set({ pin: null })}>
              {text.back}
            </button>
          )}
        </div>
      )}
      {draft.known === null && (
        <ExtentChoice
          // another report begins as a point again
          key={draft.hazardId}
          value={draft.extent}
          onChange={(extent) => set({ extent })}
          measure={measure}
          at={[centre.longitude, centre.latitude]}
          far={position === null}
          routeCode={here?.routeCode ?? draft.place?.routeCode ?? null}
        />
      )}
      {draft.extent === null && unfolded === 'pick' && (
        <PlacePick capture={capture} onPicked={() => setUnfolded(null)} />
      )}
      {draft.extent === null && unfolded === 'map' && (
        <IfDrawable otherwise={<p>{text.mapFailed}</p>} meanwhile={<div className="capture-map" />}>
          <div className="capture-map">
            <PinMap
              title={text.mapTitle}
              at={[centre.longitude, centre.latitude]}
              zoom={position === null ? 9 : 15}
              onMoved={([longitude, latitude]) => set({ pin: [longitude, latitude] })}
            />
          </div>
        </IfDrawable>
      )}
    </fieldset>
  )
}

/** A stretch has its own road and stakes, whatever is nearest to its middle. */
const ofExtent = (drawn: DrawnExtent | null) => {
  if (drawn === null) return {}
  const { measure } = drawn
  return { extent: measure, ...(measure.kind === 'stretch' && { routeCode: measure.routeCode }) }
}

const middleOf = (bounds: { west: number; south: number; east: number; north: number } | null) => ({
  longitude: bounds ? (bounds.west + bounds.east) / 2 : 105,
  latitude: bounds ? (bounds.south + bounds.north) / 2 : 35,
})
