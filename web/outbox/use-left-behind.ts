import { isAllThere } from './badge-state.ts'
import { useOutboxEntries } from './use-outbox.ts'

export interface LeftBehind {
  readonly entries: number
  /** Of which the server does not have the original yet. */
  readonly photos: number
}

/** What would stay behind on this device. */
export const useLeftBehind = (): LeftBehind => {
  const entries = useOutboxEntries()
  const photos = entries.flatMap((entry) => entry.photos)
  return {
    entries: entries.filter((entry) => !isAllThere(entry)).length,
    photos: photos.filter(({ originalReceived, givenUp }) => !originalReceived && !givenUp).length,
  }
}
