import { type ChangeEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '../text/language.ts'
import { photoFileWords } from '../text/photo-file-words.ts'
import { Icon } from '../ui/icons.tsx'
import { type FileFault, readPhotoFile } from './read-photo-file.ts'
import './pick-photos.css'

interface Refused {
  readonly name: string
  readonly why: FileFault
}

interface Picking {
  readonly camera: () => void
  readonly album: () => void
  /** Stands somewhere in the page: the browser's own pickers, and the files of the last picking that are no photos. */
  readonly inputs: ReactNode
  readonly refused: ReactNode
}

/** The one way in which photos' files are picked: what is no photo is named at once and goes no further, the rest does. */
export const usePhotoPicking = (onPhotos: (photos: readonly File[]) => void): Picking => {
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const sort = async (files: readonly File[]): Promise<void> => {
    setRefused([])
    const photos: File[] = []
    const aside: Refused[] = []
    // one in memory at a time: a phone has little, and thirty photos of the album are 300 MB
    for (const file of files) {
      const read = await readPhotoFile(file)
      if (read.ok) photos.push(file)
      else aside.push({ name: file.name, why: read.why })
    }
    setRefused(aside)
    if (photos.length > 0) onPhotos(photos)
  }
  const picked = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    void sort([...(currentTarget.files ?? [])])
    // the same file may be chosen again after it was taken off
    currentTarget.value = ''
  }
  return {
    camera: () => camera.current?.click(),
    album: () => album.current?.click(),
    inputs: (
      <>
        <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={picked} />
        <input ref={album} type="file" accept="image/*" multiple hidden onChange={picked} />
      </>
    ),
    refused: refused.length > 0 && <RefusedFiles refused={refused} />,
  }
}

const RefusedFiles = ({ refused }: { readonly refused: readonly Refused[] }) => {
  const text = useWords(photoFileWords)
  return (
    <div className="refused-files" role="alert">
      <p>
        <Icon name="warning" sizePixels={18} /> {text.asideCount(refused.length)}
      </p>
      <ul>
        {refused.map(({ name, why }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name, and the list never changes in place
          <li key={at}>
            <span className="code">{name}</span> {text.faults[why]}
          </li>
        ))}
      </ul>
    </div>
  )
}
