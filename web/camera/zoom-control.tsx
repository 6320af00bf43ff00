import { cameraWords } from '../text/camera-words.ts'
import { useWords } from '../text/language.ts'
import type { Zoom } from './use-zoom.ts'

const shownZoom = (zoom: number): string => (zoom < 10 ? zoom.toFixed(1) : String(Math.round(zoom)))

/** The same as two fingers, for one thumb, a mouse and the keyboard. */
export const ZoomControl = ({ zoom }: { readonly zoom: Zoom }) => {
  const text = useWords(cameraWords)
  const times = shownZoom(zoom.now)
  return (
    <div className="camera-zoom">
      <output className="figures" aria-hidden>
        {times}×
      </output>
      <input
        className="camera-slider"
        type="range"
        min={zoom.least}
        max={zoom.most}
        step={0.1}
        value={zoom.now}
        aria-label={text.zoom}
        aria-valuetext={text.zoomOf(times)}
        onChange={({ currentTarget }) => zoom.to(Number(currentTarget.value))}
      />
      {!zoom.byCamera && zoom.now > 1 && <span className="camera-zoom-note">{text.zoomOnlySeen}</span>}
    </div>
  )
}
