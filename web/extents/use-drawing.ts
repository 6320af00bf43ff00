import { useEffect, useRef, useState } from 'react'
import type { ExtentTried } from '../../server/domain/hazard-extent.ts'
import { extentWords } from '../text/extent-words.ts'
import { faultWords } from '../text/fault-words.ts'
import { useWords } from '../text/language.ts'
import type { DrawnExtent } from './drawn-extent.ts'
import type { EditorProps } from './extent-choice.tsx'

/** One measuring after the other: what comes back late for something drawn meanwhile is let go. */
export const useDrawing = ({ onChange, measure }: Pick<EditorProps, 'onChange' | 'measure'>) => {
  const text = useWords(extentWords)
  const faults = useWords(faultWords)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const latest = useRef(0)
  // when an answer comes, what else stands in the form may have changed meanwhile
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(
    () => () => {
      latest.current = -1
    },
    [],
  )
  const tryIt = async (tried: ExtentTried): Promise<DrawnExtent | null> => {
    const turn = ++latest.current
    setBusy(true)
    setFault(null)
    const measured = await measure(tried)
    if (latest.current !== turn) return null
    setBusy(false)
    if (!measured.ok) {
      setFault(measured.because === 'no-answer' ? text.noAnswer : faults.of(measured.because))
      tell.current(null)
      return null
    }
    tell.current(measured.drawn)
    return measured.drawn
  }
  return {
    ...{ busy, fault, tryIt },
    /** Nothing drawn: neither a measure nor a fault of what was there before. */
    forget: (): void => {
      latest.current++
      setBusy(false)
      setFault(null)
      tell.current(null)
    },
  }
}
