import { useSyncExternalStore } from 'react'
import type { BaseMapAnswer } from '../../../server/base-map/wire.ts'

/** What a reader may have beneath the county's layers: its own sheet, Tianditu's map, or Tianditu's photographs. */
export const backdrops = ['own', 'vec', 'img'] as const
export type Backdrop = (typeof backdrops)[number]

export interface GroundState {
  readonly answer: BaseMapAnswer | null
  readonly backdrop: Backdrop
  /** The layers as the device has them are too coarse to be drawn near: the server's tiles are drawn in their place. */
  readonly tiled: boolean
}

const chosenName = 'luqing-backdrop'

const chosenBefore = (): Backdrop => {
  try {
    const chosen = localStorage.getItem(chosenName)
    return backdrops.find((one) => one === chosen) ?? 'own'
  } catch {
    return 'own'
  }
}

let now: GroundState = { answer: null, backdrop: chosenBefore(), tiled: false }
const ears = new Set<() => void>()

export const groundNow = (): GroundState => now

export const onGroundChange = (tell: () => void): (() => void) => {
  ears.add(tell)
  return () => ears.delete(tell)
}

export const setGround = (change: Partial<GroundState>): void => {
  const changed = Object.entries(change).some(([name, value]) => Reflect.get(now, name) !== value)
  if (!changed) return
  now = { ...now, ...change }
  for (const tell of ears) tell()
}

export const chooseBackdrop = (backdrop: Backdrop): void => {
  try {
    localStorage.setItem(chosenName, backdrop)
  } catch {
    // chosen for now, then
  }
  setGround({ backdrop })
}

/** What is really shown: somebody else's map only while this server hands it on. */
export const backdropShown = ({ answer, backdrop }: GroundState): Backdrop => (answer?.tianditu ? backdrop : 'own')

export const useGroundState = (): GroundState => useSyncExternalStore(onGroundChange, groundNow)
