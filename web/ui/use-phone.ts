import { useSyncExternalStore } from 'react'

/** The width below which a page is drawn for one hand; the same line as in tokens.css. */
const narrow = '(max-width: 47.99em)'

const subscribe = (tell: () => void): (() => void) => {
  const query = matchMedia(narrow)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

export const isPhone = (): boolean => matchMedia(narrow).matches
export const usePhone = (): boolean => useSyncExternalStore(subscribe, isPhone)
