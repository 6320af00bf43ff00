import { useEffect, useMemo } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import type { PlaceHere } from '../../server/zones/wire.ts'
import { bookNow } from '../field-book/book-store.ts'
import { useOpenNearby } from '../field-book/use-open-nearby.ts'
import { usePlaceHere } from '../field-book/use-place-here.ts'
import { useOutboxEntries } from '../outbox/use-outbox.ts'
import { useCounty } from '../ui/use-county.ts'
import type { KnownNearby } from './known-here.tsx'
import { withWaiting } from './waiting-nearby.ts'

export interface Here {
  readonly place: PlaceHere | null
  readonly nearby: readonly KnownNearby[]
  /** Its road is not known on this device and nobody can be asked now. */
  readonly roadLater?: boolean
}

interface Props {
  readonly longitude: number | null
  readonly latitude: number | null
  /** The township or village whose point this is, where it was picked from a list. */
  readonly ofDivision: string | null
  readonly onHere: (here: Here) => void
}

/** Township, road, chief and known hazards of a position. Draws nothing, and is fetched behind the viewfinder. */
export default function HereWatch({ longitude, latitude, ofDivision, onHere }: Props) {
  const { settings } = useCounty()
  const lngLat = useMemo(
    (): LngLat | null => (longitude === null || latitude === null ? null : [longitude, latitude]),
    [longitude, latitude],
  )
  const { here, source } = usePlaceHere(lngLat, ofDivision)
  const entries = useOutboxEntries()
  const open = useOpenNearby(lngLat, settings.nearbyMetres)
  useEffect(() => {
    const { hazards } = bookNow()
    const near = (here?.nearby ?? open).filter(({ stage }) => stage !== 'cleared')
    const versionOf = (id: string): number | null => hazards.find((each) => each.id === id)?.version ?? null
    const onFile = near.map((each) => ({ ...each, version: versionOf(each.id), waitingPhotoId: null }))
    const nearby = withWaiting(onFile, entries, lngLat, settings.nearbyMetres)
    onHere({ place: here, nearby: nearby, roadLater: source === 'outline' })
  }, [here, source, open, entries, lngLat, settings.nearbyMetres, onHere])
  return null
}
