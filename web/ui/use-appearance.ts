import { useSyncExternalStore } from 'react'
import { type Appearance, appearanceNow, onAppearance, shownNow } from './appearance.ts'

export const useAppearance = (): Appearance => useSyncExternalStore(onAppearance, appearanceNow)
export const useShown = (): 'light' | 'dark' => useSyncExternalStore(onAppearance, shownNow)
