import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useWords } from '../text/language.ts'
import { registerWords } from '../text/register-words.ts'
import { unreadIn } from './filter.ts'

/** Stays said until it is dismissed: the address itself is soon written anew without it. */
export const useUnreadFilter = (): { readonly unread: readonly string[]; readonly dismiss: () => void } => {
  const [search] = useSearchParams()
  const [said, setSaid] = useState<readonly string[]>([])
  const now = unreadIn(search)
  if (now.length > 0 && now.join() !== said.join()) setSaid(now)
  const dismiss = useCallback(() => setSaid([]), [])
  return { unread: said, dismiss }
}

interface Props {
  /** The address without what it could not read. */
  readonly onDismiss: () => void
}

export const UnreadFilter = ({ onDismiss }: Props) => {
  const text = useWords(registerWords)
  const { unread, dismiss } = useUnreadFilter()
  if (unread.length === 0) return null
  return (
    <div className="filter-unread not-in-print" role="status">
      <span>{text.unread(unread)}</span>
      <Button
        size="xs"
        onClick={() => {
          dismiss()
          onDismiss()
        }}
      >
        {text.unreadSeen}
      </Button>
    </div>
  )
}
