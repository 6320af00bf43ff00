import type { KeyboardEvent } from 'react'
import { cameraWords } from '../text/camera-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import type { OverlayControl, OverlayMode } from './use-overlay.ts'

const modes: readonly OverlayMode[] = ['blend', 'split']

/** How the before photo lies over the live one: blended or divided, how much of it, and a look at it alone. */
export const BeforeControls = ({ overlay }: { readonly overlay: OverlayControl }) => {
  const text = useWords(cameraWords)
  const { mode, setMode, setHeld } = overlay
  const isBlend = mode === 'blend'
  const shown = isBlend ? overlay.percent : overlay.divisionPercent
  const byKey = (event: KeyboardEvent, held: boolean): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    setHeld(held)
  }
  return (
    <div className="camera-compare">
      <fieldset className="camera-modes" aria-label={text.overlayBy}>
        {modes.map((each) => (
          <button key={each} type="button" aria-pressed={mode === each} onClick={() => setMode(each)}>
            <Icon name={each === 'blend' ? 'layers' : 'slider'} />
            {text[each]}
          </button>
        ))}
      </fieldset>
      <input
        className="camera-slider"
        type="range"
        min={0}
        max={100}
        value={shown}
        aria-label={isBlend ? text.opacity : text.division}
        aria-valuetext={text.percent(shown)}
        onChange={({ currentTarget }) => {
          const to = Number(currentTarget.value)
          if (isBlend) overlay.setPercent(to)
          else overlay.setDivision(to)
        }}
      />
      <button
        type="button"
        className="camera-hold"
        aria-pressed={overlay.held}
        onPointerDown={() => setHeld(true)}
        onPointerUp={() => setHeld(false)}
        onPointerLeave={() => setHeld(false)}
        onPointerCancel={() => setHeld(false)}
        onKeyDown={(event) => byKey(event, true)}
        onKeyUp={(event) => byKey(event, false)}
        onBlur={() => setHeld(false)}
        onContextMenu={(event) => event.preventDefault()}
      >
        {text.hold}
      </button>
    </div>
  )
}
