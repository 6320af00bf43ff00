import { bytesText } from '../text/bytes-text.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { Facts } from '../ui/page.tsx'
import { useOutboxFacts, useStorageState } from './use-outbox.ts'

/** Whether what waits here is safe from the system and from others, and how much more there is room for. */
export const StorageFacts = () => {
  const text = useWords(outboxWords)
  const { encrypted, locked } = useOutboxFacts()
  const storage = useStorageState()
  if (storage === null || encrypted === null) return null
  const persisted = storage.kept === 'persisted'
  return (
    <div className="outbox-storage">
      <Facts
        facts={[
          { label: text.keeping, value: persisted ? text.persisted : text.notPersisted },
          { label: text.room, value: storage.freeBytes === null ? text.roomUnknown : bytesText(storage.freeBytes) },
          { label: text.encryption, value: encrypted ? text.encrypted : text.plain },
        ]}
      />
      {!persisted && <p className="quiet">{text.notPersistedHow}</p>}
      {!encrypted && <p className="quiet">{text.plainHow}</p>}
      {locked > 0 && <p className="outbox-note">{text.locked(locked)}</p>}
    </div>
  )
}
