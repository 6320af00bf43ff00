import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { type Against, FullCamera } from '../camera/full-camera.tsx'
import { cameraSupport } from '../camera/open-camera.ts'
import type { Shot } from '../camera/take-shot.ts'
import { cameraWords } from '../text/camera-words.ts'
import { useWords } from '../text/language.ts'
import { photoWords } from '../text/photo-words.ts'
import { Icon } from '../ui/icons.tsx'
import { beginFix, type FixSearch } from './device-position.ts'
import { PhotoTile } from './photo-tile.tsx'
import type { PhotoTray, TrayPhoto } from './photo-tray.ts'
import { usePhotoPicking } from './pick-photos.tsx'
import './photo-picker.css'

interface Props {
  readonly tray: PhotoTray
  readonly photos: readonly TrayPhoto[]
  readonly label: string
  /** No more are taken with one step. */
  readonly most: number
  /** Earlier photos of the place, to be taken again from the same angle; null where there are none. */
  readonly against?: Against | null
  /** What is to be said of a photo before it is sent; null where nothing is. It stops nobody. */
  readonly doubtOf?: (photo: TrayPhoto) => string | null
}

/** Takes photos with the camera or from the album. The position is sought from the moment the camera opens. */
export const PhotoPicker = ({ tray, photos, label, most, against = null, doubtOf }: Props) => {
  const text = useWords(photoWords)
  const ofCamera = useWords(cameraWords)
  const [live, setLive] = useState(false)
  const labelId = useId()
  const search = useRef<FixSearch | null>(null)
  useEffect(() => () => search.current?.stop(), [])

  const take = (files: readonly File[]): void => {
    const fitting = files.slice(0, Math.max(0, most - tray.photos().length))
    if (fitting.length === 0) return
    const located = search.current ?? beginFix()
    search.current = null
    tray.add(fitting, located.settle())
  }
  const picking = usePhotoPicking(take)
  const open = (picker: () => void): void => {
    search.current?.stop()
    search.current = beginFix()
    picker()
  }
  const shot = ({ bytes, takenAtMs }: Shot, located: ReturnType<FixSearch['settle']>): void => {
    const name = `luqing-${new Date(takenAtMs).toISOString().replace(/[:.]/g, '-')}.jpg`
    tray.add([new File([bytes], name, { type: 'image/jpeg', lastModified: takenAtMs })], located, 'viewfinder')
  }
  const instead = (): void => {
    setLive(false)
    open(picking.camera)
  }
  const full = photos.length >= most
  const canRetake = against !== null && against.photos.length > 0 && cameraSupport() === 'live'
  const first = photos.length === 0
  return (
    <fieldset className="photo-picker" aria-labelledby={labelId}>
      <span className="photo-picker-label" id={labelId}>
        {label}
      </span>
      {tray.lost() > 0 && <p className="photo-picker-lost">{text.lost(tray.lost())}</p>}
      {photos.length > 0 && (
        <ul className="photo-tiles">
          {photos.map((photo, index) => (
            <PhotoTile key={photo.id} tray={tray} photo={photo} number={index + 1} doubt={doubtOf?.(photo) ?? null} />
          ))}
        </ul>
      )}
      {picking.refused}
      {picking.inputs}
      {!full && (
        <div className="photo-picker-buttons">
          {canRetake && (
            <Button
              className="photo-picker-retake"
              variant={first ? 'filled' : 'default'}
              leftSection={<Icon name="layers" />}
              onClick={() => setLive(true)}
            >
              {ofCamera.againstBefore}
            </Button>
          )}
          <Button
            className="photo-picker-camera"
            variant={first && !canRetake ? 'filled' : 'default'}
            leftSection={<Icon name="capture" />}
            onClick={() => open(picking.camera)}
          >
            {first ? text.take : text.takeMore}
          </Button>
          <Button className="photo-picker-album" onClick={() => open(picking.album)}>
            {text.choose}
          </Button>
          <Button className="photo-picker-files" leftSection={<Icon name="plus" />} onClick={() => open(picking.album)}>
            {text.chooseFiles}
          </Button>
        </div>
      )}
      {live && against !== null && (
        <FullCamera
          against={against}
          room={most - photos.length}
          onShot={shot}
          onInstead={instead}
          onClose={() => setLive(false)}
        />
      )}
    </fieldset>
  )
}
