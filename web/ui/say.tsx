import { Suspense, useEffect, useState } from 'react'
import { afterFirstPage } from '../shell/first-page.ts'
import { MayFail } from './may-fail.tsx'
import { onBlocks } from './on-blocks.tsx'
import { sentenceOf } from './sentence-of.ts'

const fetchToasts = () => import('./toasts.tsx')
const Toasts = onBlocks(fetchToasts)
// nothing more can be done where the file itself is out of reach
const lost = (): void => undefined

/** A word in passing, at the edge of the page. What must be read stands in the page itself. */
export const say = {
  done: (message: string): void => {
    fetchToasts().then(({ showDone }) => showDone(message), lost)
  },
  /** For acts without a place of their own to show an error in. */
  failed: (error: unknown): void => {
    const message = sentenceOf(error)
    fetchToasts().then(({ showFailed }) => showFailed(message), lost)
  },
}

/** Nobody is told anything before the first page stands; what is said earlier is shown then. */
export const PlaceOfToasts = () => {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    void afterFirstPage().then(() => setWanted(true))
  }, [])
  if (!wanted) return null
  return (
    <MayFail>
      <Suspense fallback={null}>
        <Toasts />
      </Suspense>
    </MayFail>
  )
}
