import { useSyncExternalStore } from 'react'
import { tellsItsAge } from './what-is-kept.ts'

/** Which of the answers shown now are kept ones, and how old each is. */
const marks = new Map<string, number>()
const ears = new Set<() => void>()

export const keyText = (key: readonly unknown[]): string => JSON.stringify(key)

export const markKept = (key: readonly unknown[], keptAtMs: number | null): void => {
  const text = keyText(key)
  if (keptAtMs === null ? !marks.delete(text) : marks.get(text) === keptAtMs) return
  if (keptAtMs !== null) marks.set(text, keptAtMs)
  for (const tell of ears) tell()
}

export const isMarked = (key: readonly unknown[]): boolean => marks.has(keyText(key))

const onMarks = (tell: () => void): (() => void) => {
  ears.add(tell)
  return () => ears.delete(tell)
}

/** The time of the oldest kept answer among these questions that tell their age; null when all are fresh. */
export const oldestOf = (keys: readonly (readonly unknown[])[]): number | null => {
  const times = keys.filter(tellsItsAge).flatMap((key) => marks.get(keyText(key)) ?? [])
  return times.length === 0 ? null : Math.min(...times)
}

/** When the server said what is shown for this question; null when it did just now. */
export const useKeptAt = (key: readonly unknown[]): number | null =>
  useSyncExternalStore(onMarks, () => marks.get(keyText(key)) ?? null)

/** Counts up with every change of the marks. */
let changes = 0
ears.add(() => {
  changes += 1
})
export const useMarksChange = (): number => useSyncExternalStore(onMarks, () => changes)
