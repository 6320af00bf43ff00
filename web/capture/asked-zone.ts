import { useEffect, useEffectEvent, useState } from 'react'
import type { ZoneCard } from '../../server/zones/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import type { PickedPlace } from './capture-draft.ts'
import type { Capture } from './use-capture.ts'

/** The zone whose sign led here, as `?zone=area-360424100`; null where none did. */
export const zoneAsked = (search: string): string | null => {
  const id = new URLSearchParams(search).get('zone') ?? ''
  return /^[\w:.-]{1,64}$/.test(id) ? id : null
}

/** A zone stands for where one is by its name; the point comes from the device, or from a pin. */
export const placeOfZone = ({
  shape,
  name,
  placeCode,
  routeCode,
}: Pick<ZoneCard, 'shape' | 'name' | 'placeCode' | 'routeCode'>): PickedPlace => ({
  code: placeCode,
  lngLat: null,
  words: name,
  routeCode: shape === 'segment' ? routeCode : null,
})

/** Whoever scanned a sign finds its zone filled in, unless they have said otherwise already. */
export const useAskedZone = ({ ready, draft, set }: Pick<Capture, 'ready' | 'draft' | 'set'>): void => {
  const [id] = useState(() => zoneAsked(window.location.search))
  const asked = useAsked(['zone', id], () => told(api.zones[':id'].$get({ param: { id: id ?? '' } })), {
    enabled: id !== null,
    staleTimeMs: 60_000,
  })
  const zone = asked.data
  const fill = useEffectEvent((found: ZoneCard) => {
    if (draft.place === null && draft.pin === null) set({ place: placeOfZone(found) })
  })
  useEffect(() => {
    if (ready && zone) fill(zone)
  }, [ready, zone])
}
