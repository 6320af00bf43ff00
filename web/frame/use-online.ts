import { useSyncExternalStore } from 'react'
import { isOnline, onOnlineChange } from '../online.ts'

/** Whether the server can be reached: the device's own word, put right by what became of the last request. */
export const useOnline = (): boolean => useSyncExternalStore(onOnlineChange, isOnline, () => true)
