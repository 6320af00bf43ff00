import { Button, NativeSelect } from '@mantine/core'
import { Component, lazy, type ReactNode, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Position } from '../../server/hazards/wire.ts'
import { api, photoUrl, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { doubtfulMetres, type WhyNoFix } from '../photos/device-position.ts'
import { placeLine } from '../register/place-line.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames, useCounty } from '../ui/use-county.ts'
import type { ReportDraft } from './report-draft.ts'

const PinMap = lazy(() => import('../map/pin-map.tsx'))

interface Props {
  readonly draft: ReportDraft
  readonly position: Position | null
  /** Where the device says it is, before any hand moved the pin. */
  readonly measured: Position | null
  readonly why: WhyNoFix | null
  readonly set: (change: Partial<ReportDraft>) => void
}

/** Where it is: filled in from the position, shown with its error, put right by a pin or a township's name. */
export const PlacePart = ({ draft, position, measured, why, set }: Props) => {
  const text = useWords(captureWords)
  const { townships, bounds } = useCounty()
  const [unfolded, setUnfolded] = useState(false)
  const moved = draft.pin.length === 2
  const centre = position ?? middleOf(bounds)
  return (
    <fieldset className="capture-part">
      <legend>{text.place}</legend>
      {position === null ? (
        <p className="capture-place-state" role="status">
          <Icon name="place" />
          {why === null ? text.searching : text.noFix[why]}
        </p>
      ) : (
        <Here position={position} />
      )}
      {moved ? (
        <p className="capture-quiet">
          {text.moved}
          {measured !== null && (
            <button type="button" className="capture-link" onClick={() => set({ pin: [] })}>
              {text.back}
            </button>
          )}
        </p>
      ) : (
        position?.accuracyMetres != null && (
          <p className="capture-quiet figures">
            {text.accuracy(Math.round(position.accuracyMetres))}
            {position.accuracyMetres > doubtfulMetres && <strong> {text.doubtful}</strong>}
          </p>
        )
      )}
      <div className="capture-place-buttons">
        <Button
          leftSection={<Icon name="map" sizePixels={18} />}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? text.hideMap : text.openMap}
        </Button>
        {position === null && (
          <NativeSelect
            aria-label={text.township}
            value={draft.township}
            onChange={(event) => set({ township: event.currentTarget.value })}
            data={[
              { value: '', label: text.pickTownship },
              ...townships.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </div>
      {unfolded && (
        <MapMayFail otherwise={<p className="capture-quiet">{text.mapFailed}</p>}>
          <Suspense fallback={<div className="capture-map" />}>
            <div className="capture-map">
              <PinMap
                title={text.mapTitle}
                at={[centre.longitude, centre.latitude]}
                zoom={position === null ? 9 : 15}
                onMoved={([longitude, latitude]) => set({ pin: [longitude, latitude] })}
              />
            </div>
          </Suspense>
        </MapMayFail>
      )}
    </fieldset>
  )
}

const middleOf = (bounds: { west: number; south: number; east: number; north: number } | null) => ({
  longitude: bounds ? (bounds.west + bounds.east) / 2 : 105,
  latitude: bounds ? (bounds.south + bounds.north) / 2 : 35,
})

/** To four decimals, ten metres: a new answer for every step would be asking for nothing. */
const rounded = (degrees: number): string => degrees.toFixed(4)

/** Township, village, road and chief as the server knows them, and what is already on file here. */
const Here = ({ position }: { readonly position: Position }) => {
  const text = useWords(captureWords)
  const names = useCodeNames()
  const { settings } = useCounty()
  const query = { lng: rounded(position.longitude), lat: rounded(position.latitude) }
  const here = useAsked(['place-at', query], () => told(api.places.at.$get({ query })), { keepFormer: true })
  if (here.data === undefined)
    return (
      <p className="capture-place-state figures">
        <Icon name="place" />
        {position.longitude.toFixed(5)}, {position.latitude.toFixed(5)}
      </p>
    )
  const { zone, nearby, outsideCounty } = here.data
  return (
    <>
      <p className="capture-place-state figures">
        <Icon name="place" />
        <strong>{placeLine({ ...here.data, spot: '' }) || query.lng}</strong>
        {zone?.chief && <span>{text.chief(zone.chief.name)}</span>}
      </p>
      {outsideCounty && <p className="capture-quiet">{text.outside}</p>}
      {nearby.length > 0 && (
        <div className="capture-nearby">
          <p>
            <Icon name="warning" sizePixels={16} /> {text.nearby(settings.nearbyMetres)}
          </p>
          <ul>
            {nearby.slice(0, 4).map((known) => (
              <li key={known.id}>
                <Link href={`/hazards/${known.id}`}>
                  {known.photoSha256 === null ? (
                    <span className="capture-nearby-photo" />
                  ) : (
                    <img className="capture-nearby-photo" src={photoUrl(known.photoSha256, 'small')} alt="" />
                  )}
                  <SeverityMark kind={markOf({ ...known, setAside: null })} sizePixels={16} />
                  <span>{names.hazard(known.code)}</span>
                  <span className="figures">{text.away(known.distanceMetres)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** A device without WebGL reports by the township's name; the page goes on. */
class MapMayFail extends Component<
  { readonly otherwise: ReactNode; readonly children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.otherwise : this.props.children
  }
}
