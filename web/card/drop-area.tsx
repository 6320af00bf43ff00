import { Button } from '@mantine/core'
import { type ChangeEvent, useRef } from 'react'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { EmptyState } from '../ui/nothing-to-show.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { chosenFiles, type FoundFile } from './gather-files.ts'

interface Props {
  readonly onFound: (found: readonly FoundFile[]) => void
  /** Shown small once there are photos, and large before. */
  readonly small: boolean
}

// phones have no folders to choose; typed nowhere, known everywhere on the desk
const mayChooseFolder = (): boolean => 'webkitdirectory' in HTMLInputElement.prototype

/** Where photos come from: a folder, or files one by one. */
export const DropArea = ({ onFound, small }: Props) => {
  const text = useWords(cardWords)
  const phone = usePhone()
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const picked = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    onFound(chosenFiles(currentTarget.files))
    // the same folder may be chosen again
    currentTarget.value = ''
  }
  const inputs = (
    <>
      <input
        ref={(input) => {
          folder.current = input
          input?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        multiple
        onChange={picked}
        data-which="folder"
      />
      <input ref={files} type="file" hidden multiple accept="image/*,.gpx" onChange={picked} data-which="files" />
    </>
  )
  const buttons = (
    <div className="card-choose">
      {mayChooseFolder() && (
        <Button
          className="card-choose-folder"
          variant={small ? 'default' : 'filled'}
          onClick={() => folder.current?.click()}
        >
          {text.chooseFolder}
        </Button>
      )}
      <Button className="card-choose-files" onClick={() => files.current?.click()}>
        {small ? text.addMore : text.chooseFiles}
      </Button>
    </div>
  )
  if (small)
    return (
      <>
        {inputs}
        {buttons}
      </>
    )
  return (
    <div className="card-drop">
      {inputs}
      <EmptyState title={phone ? text.dropOnPhone : text.drop} action={buttons}>
        <p>{text.dropHow}</p>
        <p>{text.dropTrack}</p>
      </EmptyState>
    </div>
  )
}
