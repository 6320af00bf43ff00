import { layOver, type Size, turnedSize } from '../../server/domain/picture-fit.ts'
import type { OverlayControl } from './use-overlay.ts'

interface Props {
  readonly overlay: OverlayControl
  /** Of the live picture on the screen. */
  readonly frame: Size
}

/** The before photo over the live one, at the same scale; wholly to be seen while it is held. */
export const BeforePicture = ({ overlay, frame }: Props) => {
  const { src, photo, size, turns, mode, held, percent, divisionPercent } = overlay
  if (src === null || photo === null) return null
  const shown = size === null ? frame : layOver(turnedSize(size, turns), frame)
  const sheet = turnedSize(shown, turns)
  const whole = held || mode === 'split'
  return (
    <div
      className="camera-before"
      data-held={held}
      style={{
        opacity: whole ? 1 : percent / 100,
        clipPath: held || mode === 'blend' ? 'none' : `inset(0 ${100 - divisionPercent}% 0 0)`,
      }}
    >
      <img
        key={src}
        src={src}
        alt={photo.alt}
        draggable={false}
        data-loaded={size !== null}
        style={{
          width: sheet.width,
          height: sheet.height,
          transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
        }}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
          overlay.onLoaded(width > 0 && height > 0 ? { width, height } : null)
        }
        onError={() => overlay.onLoaded(null)}
      />
    </div>
  )
}
