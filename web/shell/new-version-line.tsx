import { useSyncExternalStore } from 'react'
import { useOutboxEntries } from '../outbox/use-outbox.ts'
import { useWords } from '../text/language.ts'
import { offlineWords } from '../text/offline-words.ts'
import { useIsPageInUse } from './page-in-use.ts'
import { onShellChange, shellNow, takeNewVersion } from './register-worker.ts'
import './new-version-line.css'

/** A new version never takes over by itself: it says that it is there, and waits for a good moment or a cold start. */
export const NewVersionLine = () => {
  const text = useWords(offlineWords)
  const { newVersion } = useSyncExternalStore(onShellChange, shellNow)
  const sending = useOutboxEntries().some(({ state }) => state === 'sending')
  const inUse = useIsPageInUse() || sending
  if (!newVersion) return null
  return (
    <div className="new-version-line not-in-print" role="status">
      <span>{text.newVersion}</span>
      {inUse ? (
        <span className="new-version-why">{text.inUse}</span>
      ) : (
        <button type="button" className="plain-button" onClick={takeNewVersion}>
          {text.useNewVersion}
        </button>
      )}
    </div>
  )
}
