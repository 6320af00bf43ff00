import { useEffect, useRef, useState } from 'react'
import { zoomWithin } from '../../server/domain/picture-fit.ts'
import { type Abilities, zoomTo } from './track-abilities.ts'

/** Beyond this a magnified screen shows squares, not the road. */
const mostMagnified = 4

export interface Zoom {
  readonly now: number
  readonly least: number
  readonly most: number
  /** The camera itself zooms and the photo with it; else only what is seen is magnified and the photo stays whole. */
  readonly byCamera: boolean
  readonly to: (wished: number) => void
}

export const useZoom = (track: MediaStreamTrack | null, able: Abilities | null): Zoom => {
  const range = able?.zoom ?? null
  const [least, most] = range === null ? [1, mostMagnified] : [range.least, range.most]
  const [now, setNow] = useState(1)
  const waiting = useRef<number | null>(null)
  const busy = useRef(false)
  // a camera opened anew begins where it stands
  useEffect(() => setNow(range?.now ?? 1), [range])

  /** One wish at a time: a pinch wishes sixty times a second, a lens moves slower. */
  const drive = async (): Promise<void> => {
    if (busy.current || track === null) return
    busy.current = true
    while (waiting.current !== null) {
      const wished = waiting.current
      waiting.current = null
      await zoomTo(track, wished)
    }
    busy.current = false
  }
  const to = (wished: number): void => {
    const next = zoomWithin(wished, least, most)
    setNow(next)
    if (range === null) return
    waiting.current = next
    void drive()
  }
  return { now, least, most, byCamera: range !== null, to }
}
