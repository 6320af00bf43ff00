import { type RefObject, useEffect, useRef } from 'react'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { useTime } from '../text/use-time.ts'
import type { CountyMap } from './county-map.ts'
import { GroundCredit } from './ground/ground-switch.tsx'
import type { Light } from './layers/palette.ts'
import { dressNow } from './use-dress.ts'

interface Props {
  readonly map: RefObject<CountyMap | null>
  readonly light: Light
}

/** Never seen on the screen, so it needs no words there. On paper the map is a picture of the same view, drawn for print the moment the page is sent there. */
export const PrintedMap = ({ map, light }: Props) => {
  const text = useWords(mapWords)
  const { now, instant } = useTime()
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const before = (): void => {
      map.current?.dress(dressNow('print'))
      const drawn = map.current?.picture()
      if (drawn !== undefined && picture.current !== null) picture.current.src = drawn
    }
    const after = (): void => {
      map.current?.dress(dressNow(light))
      picture.current?.removeAttribute('src')
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [map, light])
  return (
    <figure className="map-printed">
      <img ref={picture} alt="" />
      <figcaption>
        {text.printed(instant(now))} <GroundCredit />
      </figcaption>
    </figure>
  )
}
