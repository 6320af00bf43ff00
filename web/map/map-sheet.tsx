import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'

export type SheetOpen = 'peek' | 'half' | 'full'

interface Props {
  readonly open: SheetOpen
  readonly onOpen: (open: SheetOpen) => void
  /** Which list lies in it: another one begins at its top. */
  readonly holds: string
  /** What shows of it even when it is folded. */
  readonly head: ReactNode
  readonly children: ReactNode
}

const inOrder: readonly SheetOpen[] = ['peek', 'half', 'full']
const heightOf: Readonly<Record<SheetOpen, number>> = { peek: 0, half: 0.5, full: 1 }
/** Less than this is a tap on the handle, not a pull. */
const pullPixels = 6

/** The list on the phone, pulled up from the bottom by its handle, by thumb or by button. */
export const MapSheet = ({ open, onOpen, holds, head, children }: Props) => {
  const text = useWords(mapWords)
  const sheet = useRef<HTMLElement>(null)
  const pull = useRef<{ fromY: number; fromHeight: number; pulled: boolean } | null>(null)
  const wasPulled = useRef(false)
  const [heightPixels, setHeightPixels] = useState<number | null>(null)

  const begin = (event: PointerEvent<HTMLElement>): void => {
    if (sheet.current === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    wasPulled.current = false
    pull.current = { fromY: event.clientY, fromHeight: sheet.current.offsetHeight, pulled: false }
  }
  const follow = ({ clientY }: PointerEvent<HTMLElement>): void => {
    if (pull.current === null) return
    const by = pull.current.fromY - clientY
    if (!pull.current.pulled && Math.abs(by) < pullPixels) return
    pull.current.pulled = true
    setHeightPixels(pull.current.fromHeight + by)
  }
  const letGo = (): void => {
    const pulled = pull.current?.pulled === true
    pull.current = null
    setHeightPixels(null)
    const room = sheet.current?.closest('.map-field')?.clientHeight
    if (!pulled || sheet.current === null || room === undefined) return
    const share = sheet.current.offsetHeight / room
    const nearest = [...inOrder].sort((a, b) => Math.abs(heightOf[a] - share) - Math.abs(heightOf[b] - share))[0]
    if (nearest) onOpen(nearest)
    wasPulled.current = true
  }
  const step = (): void => {
    // the click that ends a pull is none
    if (!wasPulled.current) onOpen(inOrder[(inOrder.indexOf(open) + 1) % inOrder.length] ?? 'peek')
    wasPulled.current = false
  }
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open === 'peek') body.current?.scrollTo(0, 0)
  }, [open])

  return (
    <section
      ref={sheet}
      className="map-sheet"
      data-open={open}
      aria-label={text.panel}
      {...(heightPixels === null ? {} : { style: { height: heightPixels, transition: 'none' } })}
    >
      <button
        type="button"
        className="map-sheet-handle"
        aria-expanded={open !== 'peek'}
        aria-label={text.sheet(open)}
        onClick={step}
        onPointerDown={begin}
        onPointerMove={follow}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      />
      {head}
      <div key={holds} ref={body} className="map-sheet-body" {...(open === 'peek' ? { inert: true } : {})}>
        {children}
      </div>
    </section>
  )
}
