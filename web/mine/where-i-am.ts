import { useEffect, useState } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import { leaveToLocate } from '../photos/device-position.ts'

const freshForMs = 60_000

/** Where the reader is, if they have let this page know before; a list is no reason to ask. */
export const useWhereIAm = (): LngLat | null => {
  const [here, setHere] = useState<LngLat | null>(null)
  useEffect(() => {
    let gone = false
    void leaveToLocate().then((leave) => {
      if (gone || leave !== 'granted') return
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => !gone && setHere([coords.longitude, coords.latitude]),
        () => undefined,
        { maximumAge: freshForMs, timeout: 10_000 },
      )
    })
    return () => {
      gone = true
    }
  }, [])
  return here
}
