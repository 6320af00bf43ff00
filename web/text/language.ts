import { useSyncExternalStore } from 'react'
import { type Both, type Language, languageNow, onLanguage } from './language-now.ts'

export {
  type Both,
  type Language,
  languageAskedFor,
  languageNow,
  languageTag,
  switchLanguage,
  words,
  wordsNow,
} from './language-now.ts'

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, languageNow, languageNow)

/** The words of one noun in the reader's language; the page draws itself anew when it is switched. */
export const useWords = <Words>(both: Both<Words>): Words => both[useLanguage()]
