import { useEffect, useSyncExternalStore } from 'react'
import { useOutboxEntries } from '../outbox/use-outbox.ts'
import { useWords } from '../text/language.ts'
import { offlineWords } from '../text/offline-words.ts'
import { useIsPageInUse } from './page-in-use.ts'
import { onShellChange, shellNow, takeNewVersion } from './register-worker.ts'
import './new-version-line.css'

/** A new version never takes over by itself: it says that it is there, and waits for a good moment or a cold start. */
export const NewVersionLine = () => {
  const text = useWords(offlineWords)
  const { newVersion, change } = useSyncExternalStore(onShellChange, shellNow)
  const sending = useOutboxEntries().some(({ state }) => state === 'sending')
  const inUse = useIsPageInUse() || sending
  useEffect(() => {
    if (change === 'here' && !inUse) window.location.reload()
  }, [change, inUse])
  if (!newVersion && change === null) return null
  return (
    <div className="new-version-line not-in-print" role="status">
      <span>{change === null ? text.newVersion : text.changingVersion}</span>
      {inUse ? <span className="new-version-why">{text.inUse}</span> : null}
      {change === null && !inUse ? (
        <button type="button" className="plain-button" onClick={takeNewVersion}>
          {text.useNewVersion}
        </button>
      ) : null}
    </div>
  )
}
