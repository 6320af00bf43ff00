import { formatChainage } from '../../server/domain/chainage.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { laneWords } from '../text/lane-words.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { shieldOf } from './base-layers.ts'

const asText = (degrees: number): string => degrees.toFixed(6)

/** What the register would write for this very place: village, road and stake mark. Silent until it is known. */
export const HereLine = ({ at: [longitude, latitude] }: { readonly at: LngLat }) => {
  const text = useWords(mapWords)
  const lane = useWords(laneWords)
  const here = { lng: asText(longitude), lat: asText(latitude) }
  const asked = useAsked(['place-at', here.lng, here.lat], () => told(api.places.at.$get({ query: here })), {
    staleTimeMs: 10 * 60_000,
  })
  const place = asked.data
  if (place === undefined) return null
  const { townshipName, villageName, routeCode, routeName, roadClass, chainageMetres, roadDistanceMetres } = place
  const parts = [
    place.outsideCounty ? text.outsideCounty : null,
    [townshipName, villageName].filter((name) => name !== null).join(' '),
    routeCode === null
      ? roadClass === null
        ? null
        : (routeName ?? lane.nameless)
      : [shieldOf(routeCode), routeName, chainageMetres === null ? null : formatChainage(chainageMetres)]
          .filter((part) => part !== null)
          .join(' '),
    roadDistanceMetres === null ? null : text.fromRoad(roadDistanceMetres),
  ].filter((part) => part !== null && part !== '')
  return (
    <p className="map-here">
      <strong>{text.here}</strong> {parts.join(' · ')}
    </p>
  )
}
