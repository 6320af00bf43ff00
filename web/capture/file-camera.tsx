import type { ReactNode } from 'react'
import type { WhyNoCamera } from '../camera/open-camera.ts'
import { usePhotoPicking } from '../photos/pick-photos.tsx'
import { cameraWords } from '../text/camera-words.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'

interface Props {
  readonly onPhotos: (photos: readonly File[]) => void
  /** Null at the desk, where no viewfinder was tried. */
  readonly why: WhyNoCamera | null
  readonly touch: boolean
  readonly onTryAgain: (() => void) | null
  /** Why no photo can be added now, in words; null when it can. */
  readonly shut: string | null
  readonly strip: ReactNode
}

/** Where the page has no live picture: the phone's own camera, the album, or files at the desk. */
export const FileCamera = ({ onPhotos, why, touch, onTryAgain, shut, strip }: Props) => {
  const text = useWords(captureWords)
  const ofCamera = useWords(cameraWords)
  const { camera, album, inputs, refused } = usePhotoPicking(onPhotos)
  return (
    <section className="file-camera" aria-label={text.photos}>
      <p className="file-camera-how">{why !== null ? ofCamera.why[why] : touch ? text.fileHow : text.deskHow}</p>
      {strip}
      {refused}
      {shut !== null ? (
        <p className="file-camera-how">{shut}</p>
      ) : (
        <>
          {inputs}
          <div className="capture-buttons">
            {touch && (
              <button type="button" className="capture-button capture-button-filled file-camera-big" onClick={camera}>
                <Icon name="capture" sizePixels={28} />
                {text.camera}
              </button>
            )}
            <button
              type="button"
              className={touch ? 'capture-button' : 'capture-button capture-button-filled file-camera-big'}
              onClick={album}
            >
              {touch ? text.album : text.files}
            </button>
            {onTryAgain !== null && (
              <button type="button" className="capture-button" onClick={onTryAgain}>
                {text.tryCamera}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  )
}
