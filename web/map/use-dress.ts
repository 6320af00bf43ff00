import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import { markColoursNow } from '../ui/severity-shapes.ts'
import { fontsOf } from './layers/names.ts'
import { type Light, palettes } from './layers/palette.ts'
import type { Dress } from './make-map.ts'

const scheme = 'data-mantine-color-scheme'

const subscribe = (tell: () => void): (() => void) => {
  const watcher = new MutationObserver(tell)
  watcher.observe(document.documentElement, { attributeFilter: [scheme, 'lang'] })
  return () => watcher.disconnect()
}

const lightNow = (): Light => (document.documentElement.getAttribute(scheme) === 'dark' ? 'night' : 'day')

/** Day or night as the page shows it now; told again when it is switched. */
const useLight = (): Light => useSyncExternalStore(subscribe, lightNow)

/** Dresses an open map anew whenever the light is another; tells which it is now, for the map to be opened in. */
export const useDressed = (map: RefObject<{ readonly dress: (dress: Dress) => void } | null>): Light => {
  const light = useLight()
  const dressed = useRef(light)
  useEffect(() => {
    if (dressed.current !== light) map.current?.dress(dressNow(light))
    dressed.current = light
  }, [map, light])
  return light
}

const familiesNow = (): string[] =>
  getComputedStyle(document.documentElement)
    .getPropertyValue('--sans')
    .split(',')
    .map((family) => family.trim().replace(/^["']|["']$/g, ''))
    .filter((family) => family !== '')

/** The map's inks and letters: its own palette, and the page's mark colours and fonts as they are at this moment. */
export const dressNow = (light: Light): Dress => {
  const palette = palettes[light]
  const marks = markColoursNow()
  return {
    palette,
    marks: light === 'print' ? { ...marks, line: palette.plateInk, ink: palette.plateInk, none: palette.plate } : marks,
    pixelRatio: Math.min(3, Math.max(2, Math.ceil(devicePixelRatio))),
    fonts: fontsOf(familiesNow()),
  }
}
