import { useEffect, useState } from 'react'
import { photoUrl } from '../api.ts'
import { usePlaceHere } from '../field-book/use-place-here.ts'
import { placeLine } from '../register/place-line.ts'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { Icon } from '../ui/icons.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames, useCounty } from '../ui/use-county.ts'
import { ownPlaces } from './card-photo.ts'
import type { ShownGroup } from './use-card-desk.ts'

/** While a slider moves the photos nobody asks who is responsible at every step of the way. */
const restMs = 400

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    if (settled === text) return
    const wait = setTimeout(() => setSettled(text), restMs)
    return () => clearTimeout(wait)
  }, [settled, text])
  return settled
}

/** Where a hazard-to-be lies, whose it is, and whether one is known there already. */
export const GroupPlace = ({ group }: { readonly group: ShownGroup }) => {
  const text = useWords(cardWords)
  const { positionSources } = useWords(tradeWords)
  const names = useCodeNames()
  const { settings } = useCounty()
  const { position, placeCode } = group
  const settled = useSettled(
    position === null ? '' : `${position.longitude.toFixed(7)} ${position.latitude.toFixed(7)}`,
  )
  const [lng, lat] = settled.split(' ').map(Number)
  const at = settled === '' || lng === undefined || lat === undefined ? null : ([lng, lat] as const)
  const { here } = usePlaceHere(at)
  const nearby = here?.nearby ?? []
  const shares = position && ownPlaces(group.photos, position.source)
  if (position === null)
    return (
      <p className="card-place">
        <Icon name="place" sizePixels={18} />
        {placeCode === null ? text.noPlace : names.township(placeCode)}
      </p>
    )
  return (
    <>
      <p className="card-place">
        <Icon name="place" sizePixels={18} />
        <strong>{(here && placeLine({ ...here, spot: '' })) || settled}</strong>
        {here?.zone?.chief && <span>{text.chief(here.zone.chief.name)}</span>}
        {here?.outsideCounty && <span>{text.outside}</span>}
        <span className="card-quiet figures">
          {positionSources[position.source]}
          {shares !== null && shares.others > 0 && text.placeOfSome(shares.own, shares.others)}
          {position.accuracyMetres !== null && ` · ${text.accuracy(position.accuracyMetres)}`}
        </span>
      </p>
      {nearby.length > 0 && (
        <div className="card-nearby">
          <p>
            <Icon name="warning" sizePixels={16} /> {text.nearby(settings.nearbyMetres)}
          </p>
          <ul>
            {nearby.slice(0, 3).map((known) => (
              <li key={known.id}>
                <a href={`/hazards/${known.id}`} target="_blank" rel="noopener">
                  {known.photoSha256 !== null && <img src={photoUrl(known.photoSha256, 'small')} alt="" />}
                  <SeverityMark kind={markOf({ ...known, setAside: null })} sizePixels={16} />
                  <span>{names.hazard(known.code)}</span>
                  <span className="figures">{text.away(known.distanceMetres)}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
