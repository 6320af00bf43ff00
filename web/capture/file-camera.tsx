import { type ChangeEvent, type ReactNode, useRef } from 'react'
import type { WhyNoCamera } from '../camera/open-camera.ts'
import { cameraWords } from '../text/camera-words.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'

interface Props {
  readonly onFiles: (files: readonly File[]) => void
  /** Null at the desk, where no viewfinder was tried. */
  readonly why: WhyNoCamera | null
  readonly touch: boolean
  readonly onTryAgain: (() => void) | null
  /** Why no photo can be added now, in words; null when it can. */
  readonly shut: string | null
  readonly strip: ReactNode
}

/** Where the page has no live picture: the phone's own camera, the album, or files at the desk. */
export const FileCamera = ({ onFiles, why, touch, onTryAgain, shut, strip }: Props) => {
  const text = useWords(captureWords)
  const ofCamera = useWords(cameraWords)
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const picked = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(currentTarget.files ?? [])])
    // the same file may be chosen again after it was taken off
    currentTarget.value = ''
  }
  return (
    <section className="file-camera" aria-label={text.photos}>
      <p className="file-camera-how">{why !== null ? ofCamera.why[why] : touch ? text.fileHow : text.deskHow}</p>
      {strip}
      {shut !== null ? (
        <p className="file-camera-how">{shut}</p>
      ) : (
        <>
          <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={picked} />
          <input ref={album} type="file" accept="image/*" multiple hidden onChange={picked} />
          <div className="capture-buttons">
            {touch && (
              <button
                type="button"
                className="capture-button capture-button-filled file-camera-big"
                onClick={() => camera.current?.click()}
              >
                <Icon name="capture" sizePixels={28} />
                {text.camera}
              </button>
            )}
            <button
              type="button"
              className={touch ? 'capture-button' : 'capture-button capture-button-filled file-camera-big'}
              onClick={() => album.current?.click()}
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
