import { useEffect } from 'react'
import { isOnline, onOnlineChange } from '../online.ts'
import { afterFirstPage } from '../shell/first-page.ts'
import { useMe } from '../ui/use-me.ts'

const everyMs = 30 * 60_000

/** Keeps the field book of whoever is signed in: opened once the page has drawn, fresh at least every half hour. */
export const FieldBookKeeper = () => {
  const personId = useMe().person.id
  useEffect(() => {
    let gone = false
    let lastMs = 0
    const refresh = async (): Promise<void> => {
      if (gone || !isOnline() || Date.now() - lastMs < everyMs / 10) return
      lastMs = Date.now()
      const { refreshBook } = await import('./refresh-book.ts')
      if (!gone) await refreshBook(personId)
    }
    void afterFirstPage()
      .then(() => import('./refresh-book.ts'))
      .then(({ openBook }) => openBook(personId))
      .then(refresh)
      // the file itself may be out of reach: the next load brings it
      .catch(() => undefined)
    const timer = setInterval(refresh, everyMs)
    const stopListening = onOnlineChange(() => void refresh())
    return () => {
      gone = true
      clearInterval(timer)
      stopListening()
    }
  }, [personId])
  return null
}
