import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { afterFirstPage } from '../shell/first-page.ts'
import { MayFail } from './may-fail.tsx'
import { onBlocks } from './on-blocks.tsx'
import { PlainLine } from './plain-line.tsx'
import { sentenceOf } from './sentence-of.ts'

const fetchToasts = () => import('./toasts.tsx')
const Toasts = onBlocks(fetchToasts)

interface Said {
  readonly message: string
  readonly failed: boolean
}

/** What was said last, and whether the toasts, or the blocks they are drawn with, are out of reach for this visit. */
let last: Said | null = null
let areLost = false
let inPlain: Said | null = null
const ears = new Set<() => void>()
const showPlain = (said: Said | null): void => {
  inPlain = said
  for (const tell of ears) tell()
}

const speak = (said: Said): void => {
  last = said
  if (areLost) showPlain(said)
  else
    fetchToasts().then(
      ({ showDone, showFailed }) => (said.failed ? showFailed : showDone)(said.message),
      () => showPlain(said),
    )
}

/** A word in passing, at the edge of the page. What must be read stands in the page itself. */
export const say = {
  done: (message: string): void => speak({ message, failed: false }),
  /** For acts without a place of their own to show an error in. */
  failed: (error: unknown): void => speak({ message: sentenceOf(error), failed: true }),
}

/** Nobody is told anything before the first page stands; what is said earlier is shown then. */
export const PlaceOfToasts = () => {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    void afterFirstPage().then(() => setWanted(true))
  }, [])
  return (
    <>
      <InPlain />
      {wanted && (
        <MayFail otherwise={<Lost />}>
          <Suspense fallback={null}>
            <Toasts />
          </Suspense>
        </MayFail>
      )}
    </>
  )
}

/** What was handed to toasts that nobody will see is said again. */
const Lost = () => {
  useEffect(() => {
    areLost = true
    if (last !== null) showPlain(last)
  }, [])
  return null
}

const passesAfterMs = 4_000

const InPlain = () => {
  const said = useSyncExternalStore(
    (tell) => {
      ears.add(tell)
      return () => ears.delete(tell)
    },
    () => inPlain,
  )
  useEffect(() => {
    if (said === null || said.failed) return
    const timer = setTimeout(() => showPlain(null), passesAfterMs)
    return () => clearTimeout(timer)
  }, [said])
  return said === null ? null : <PlainLine {...said} onClose={() => showPlain(null)} />
}
