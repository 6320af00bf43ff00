import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import type { SetPhoto } from './card-photo.ts'

/** The photo itself, from its file; only one is ever decoded. */
export const Enlarged = ({ photo, onClose }: { readonly photo: SetPhoto | null; readonly onClose: () => void }) => {
  const text = useWords(cardWords)
  const { close } = useWords(uiWords)
  const [url, setUrl] = useState<string | null>(null)
  const file = photo?.photo.file ?? null
  useEffect(() => {
    if (file === null) return
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <Modal
      opened={photo !== null}
      onClose={onClose}
      title={photo?.name ?? ''}
      size="xl"
      closeButtonProps={{ 'aria-label': close }}
    >
      {photo !== null && url !== null && <img className="card-enlarged" src={url} alt={text.photo(photo.name)} />}
    </Modal>
  )
}
