import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from '../ui/icons.tsx'

export interface Handed {
  readonly name: string
  /** Null when the adding had been done before and this was only sent again. */
  readonly firstPassword: string | null
}

interface Props {
  readonly handed: Handed | null
  readonly onClose: () => void
}

/** The first password, shown once, large enough to be read out over the phone. Kept nowhere. */
export const FirstPasswordDialog = ({ handed, onClose }: Props) => {
  const text = useWords(peopleWords)
  const ui = useWords(uiWords)
  const [copied, setCopied] = useState(false)
  const secret = handed?.firstPassword ?? null
  const close = (): void => {
    setCopied(false)
    onClose()
  }
  const copy = async (): Promise<void> => {
    if (secret === null) return
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <Modal
      opened={handed !== null}
      onClose={close}
      title={text.firstPasswordOf(handed?.name ?? '')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': ui.close }}
      centered
    >
      <div className="dialog-body">
        {secret === null ? (
          <p>{text.firstPasswordGone}</p>
        ) : (
          <>
            <output className="secret">{secret}</output>
            <p>{text.firstPasswordTell}</p>
          </>
        )}
      </div>
      <div className="dialog-actions">
        {secret !== null && 'clipboard' in navigator && (
          <Button leftSection={<Icon name={copied ? 'tick' : 'copy'} sizePixels={16} />} onClick={copy}>
            {copied ? text.copied : text.copy}
          </Button>
        )}
        <Button variant="filled" onClick={close}>
          {ui.done}
        </Button>
      </div>
    </Modal>
  )
}
