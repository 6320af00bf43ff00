import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'

/** Where a file is dropped, or chosen by hand. */
export const DropField = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const text = useWords(importWords)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const choose = (file: File | undefined): void => {
    if (file) onFile(file)
    // the same file, corrected, can be chosen again
    if (input.current) input.current.value = ''
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever cannot drag
    <div
      className="import-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        choose(event.dataTransfer.files[0])
      }}
    >
      <p className="import-drop-here">{text.drop}</p>
      <input
        ref={input}
        type="file"
        className="for-ears"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => choose(event.currentTarget.files?.[0])}
      />
      <Button variant="filled" onClick={() => input.current?.click()}>
        {text.choose}
      </Button>
      <p className="quiet">{text.formats}</p>
    </div>
  )
}
