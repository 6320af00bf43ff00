import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import type { View } from './map-address.ts'
import { metresPerPixel, scaleBar } from './scale-length.ts'

const mostPixels = 130

/** Black and white by halves, as on a drawing; true at the middle of the sheet. */
export const ScaleBar = ({ view }: { readonly view: View | null }) => {
  const text = useWords(mapWords)
  if (view === null) return null
  const { metres, pixels } = scaleBar(metresPerPixel(view.latitude, view.zoom), mostPixels)
  return (
    <div className="map-scale figures">
      <span className="map-scale-bar" style={{ width: Math.round(pixels) }} aria-hidden="true" />
      <span>{text.metres(metres)}</span>
    </div>
  )
}
