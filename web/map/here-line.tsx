import { formatChainage } from '../../server/domain/chainage.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { shieldOf } from './base-layers.ts'
import type { LngLat } from './bounds.ts'

const asText = (degrees: number): string => degrees.toFixed(6)

/** What the register would write for this very place: village, road and stake mark. Silent until it is known. */
export const HereLine = ({ at: [longitude, latitude] }: { readonly at: LngLat }) => {
  const text = useWords(mapWords)
  const here = { lng: asText(longitude), lat: asText(latitude) }
  const asked = useAsked(['place-at', here.lng, here.lat], () => told(api.places.at.$get({ query: here })), {
    staleTimeMs: 10 * 60_000,
  })
  const place = asked.data
  if (place === undefined) return null
  const { townshipName, villageName, routeCode, routeName, chainageMetres, roadDistanceMetres } = place
  const parts = [
    place.outsideCounty ? text.outsideCounty : null,
    [townshipName, villageName].filter((name) => name !== null).join(' '),
    routeCode === null
      ? null
      : [shieldOf(routeCode), routeName, chainageMetres === null ? null : formatChainage(chainageMetres)]
          .filter((part) => part !== null)
          .join(' '),
    routeCode === null || roadDistanceMetres === null ? null : text.fromRoad(roadDistanceMetres),
  ].filter((part) => part !== null && part !== '')
  return (
    <p className="map-here">
      <strong>{text.here}</strong> {parts.join(' · ')}
    </p>
  )
}
