import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { usePageInUse } from '../shell/page-in-use.ts'
import { useWords } from '../text/language.ts'
import { settingsWords } from '../text/settings-words.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'

/** Before a page with unsaved changes is left: by a link of ours it asks itself, otherwise the browser does. */
export const LeaveGuard = ({ unsaved }: { readonly unsaved: boolean }) => {
  const text = useWords(settingsWords)
  const [, go] = useLocation()
  const [asked, setAsked] = useState<string | null>(null)
  usePageInUse(unsaved)
  useEffect(() => {
    if (!unsaved) return
    const beforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault()
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!(link instanceof HTMLAnchorElement) || !plain || link.target === '_blank') return
      const to = new URL(link.href)
      if (to.origin !== location.origin || to.pathname === location.pathname) return
      event.preventDefault()
      event.stopPropagation()
      setAsked(`${to.pathname}${to.search}`)
    }
    addEventListener('beforeunload', beforeUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [unsaved])
  return (
    <ConfirmDialog
      opened={asked !== null}
      title={text.leaveAsk}
      confirmLabel={text.leave}
      onClose={() => setAsked(null)}
      onConfirm={async () => {
        if (asked !== null) go(asked)
      }}
    >
      {text.leaveWhat}
    </ConfirmDialog>
  )
}
