import { Button } from '@mantine/core'
import { type ChangeEvent, useEffect, useId, useRef } from 'react'
import { useWords } from '../text/language.ts'
import { photoWords } from '../text/photo-words.ts'
import { Icon } from '../ui/icons.tsx'
import { beginFix, type FixSearch } from './device-position.ts'
import { PhotoTile } from './photo-tile.tsx'
import type { PhotoTray, TrayPhoto } from './photo-tray.ts'
import './photo-picker.css'

interface Props {
  readonly tray: PhotoTray
  readonly photos: readonly TrayPhoto[]
  readonly label: string
  /** No more are taken with one step. */
  readonly most: number
}

/** Takes photos with the camera or from the album. The position is sought from the moment the camera opens. */
export const PhotoPicker = ({ tray, photos, label, most }: Props) => {
  const text = useWords(photoWords)
  const labelId = useId()
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const search = useRef<FixSearch | null>(null)
  useEffect(() => () => search.current?.stop(), [])

  const open = (input: HTMLInputElement | null): void => {
    search.current?.stop()
    search.current = beginFix()
    input?.click()
  }
  const take = (files: readonly File[]): void => {
    const fitting = files.slice(0, Math.max(0, most - photos.length))
    if (fitting.length === 0) return
    const located = search.current ?? beginFix()
    search.current = null
    tray.add(fitting, located.settle())
  }
  const picked = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    take([...(currentTarget.files ?? [])])
    // the same file may be chosen again after it was taken off
    currentTarget.value = ''
  }
  const full = photos.length >= most
  return (
    <fieldset className="photo-picker" aria-labelledby={labelId}>
      <span className="photo-picker-label" id={labelId}>
        {label}
      </span>
      {tray.lost() > 0 && <p className="photo-picker-lost">{text.lost(tray.lost())}</p>}
      {photos.length > 0 && (
        <ul className="photo-tiles">
          {photos.map((photo, index) => (
            <PhotoTile key={photo.id} tray={tray} photo={photo} number={index + 1} />
          ))}
        </ul>
      )}
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={picked} />
      <input ref={album} type="file" accept="image/*" multiple hidden onChange={picked} />
      {!full && (
        <div className="photo-picker-buttons">
          <Button
            className="photo-picker-camera"
            variant={photos.length === 0 ? 'filled' : 'default'}
            leftSection={<Icon name="capture" />}
            onClick={() => open(camera.current)}
          >
            {photos.length === 0 ? text.take : text.takeMore}
          </Button>
          <Button className="photo-picker-album" onClick={() => open(album.current)}>
            {text.choose}
          </Button>
          <Button className="photo-picker-files" leftSection={<Icon name="plus" />} onClick={() => open(album.current)}>
            {text.chooseFiles}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
