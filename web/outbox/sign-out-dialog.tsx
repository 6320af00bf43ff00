import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { ExportButton } from './export-button.tsx'
import type { LeftBehind } from './use-left-behind.ts'
import { useOutboxFacts } from './use-outbox.ts'

interface Props {
  readonly opened: boolean
  readonly unsent: LeftBehind
  readonly onSignOut: () => Promise<void>
  readonly onClose: () => void
}

/** Before somebody leaves what has not been sent: how much it is, where it stays, and how to take it along. */
export const SignOutDialog = ({ opened, unsent, onSignOut, onClose }: Props) => {
  const text = useWords(outboxWords)
  const { encrypted } = useOutboxFacts()
  return (
    <ConfirmDialog
      opened={opened}
      title={text.signOutTitle}
      confirmLabel={text.signOutAnyway}
      onConfirm={onSignOut}
      onClose={onClose}
    >
      <p>
        <strong>{text.signOutHow(unsent.entries, unsent.photos)}</strong>
      </p>
      <p>{encrypted === true ? text.signOutLocked : text.signOutPlain}</p>
      <ExportButton />
    </ConfirmDialog>
  )
}
