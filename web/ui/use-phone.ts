import { useSyncExternalStore } from 'react'
import { isPhone, narrow } from './phone.ts'

const subscribe = (tell: () => void): (() => void) => {
  const query = matchMedia(narrow)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

export const usePhone = (): boolean => useSyncExternalStore(subscribe, isPhone)
