import { Button } from '@mantine/core'
import { type PointerEvent, useEffect, useRef } from 'react'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import './signature.css'

export type Point = readonly [x: number, y: number]
export type Stroke = readonly Point[]

/** As the server takes them; what a hand draws in half a minute stays far below. */
const mostStrokes = 60
const mostPoints = 2000

/** A stroke as a line of the drawing, whose field is 1000 wide and 1000 high however large it is shown. */
const pathOf = (stroke: Stroke): string => {
  const [first] = stroke
  if (!first) return ''
  // a tap without a move is a dot
  if (stroke.length === 1) return `M${first[0]} ${first[1]}l0.1 0`
  return `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}`
}

interface ViewProps {
  readonly strokes: readonly Stroke[]
  readonly label: string
}

/** A signature as it was drawn: three times as wide as high. */
export const SignatureView = ({ strokes, label }: ViewProps) => (
  <svg className="signature" viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-label={label}>
    <Ink strokes={strokes} />
  </svg>
)

const Ink = ({ strokes }: { readonly strokes: readonly Stroke[] }) => (
  <>
    {strokes.map((stroke, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only ever added at the end
      <path key={at} d={pathOf(stroke)} />
    ))}
  </>
)

interface PadProps {
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
}

/** The frame one signs in with a finger, a pen or the mouse. */
export const SignaturePad = ({ strokes, onChange }: PadProps) => {
  const text = useWords(noticeWords)
  const drawing = useRef<number | null>(null)
  // a finger is faster than the page is drawn anew: what it has drawn meanwhile must not be lost
  const live = useRef(strokes)
  useEffect(() => {
    if (drawing.current === null) live.current = strokes
  }, [strokes])
  const draw = (next: readonly Stroke[]): void => {
    live.current = next
    onChange(next)
  }

  const pointOf = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (at: number, from: number, length: number): number =>
      Math.min(1000, Math.max(0, Math.round(((at - from) / length) * 1000)))
    return [share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)]
  }
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    // a second finger or the other mouse button draws nothing
    if (drawing.current !== null || event.button !== 0 || live.current.length >= mostStrokes) return
    drawing.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    draw([...live.current, [pointOf(event)]])
  }
  const go = (event: PointerEvent<SVGSVGElement>): void => {
    if (drawing.current !== event.pointerId) return
    const stroke = live.current.at(-1)
    const last = stroke?.at(-1)
    if (!stroke || !last || stroke.length >= mostPoints) return
    const point = pointOf(event)
    if (point[0] === last[0] && point[1] === last[1]) return
    draw([...live.current.slice(0, -1), [...stroke, point]])
  }
  const end = (event: PointerEvent<SVGSVGElement>): void => {
    if (drawing.current === event.pointerId) drawing.current = null
  }
  return (
    <div className="signature-pad">
      <svg
        className="signature signature-field"
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        role="img"
        aria-label={text.padLabel}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <line x1="60" y1="800" x2="940" y2="800" className="signature-base" />
        <Ink strokes={strokes} />
      </svg>
      {strokes.length === 0 && <p className="signature-hint">{text.drawHere}</p>}
      <div className="signature-acts">
        <Button onClick={() => draw(strokes.slice(0, -1))} disabled={strokes.length === 0}>
          {text.undoStroke}
        </Button>
        <Button onClick={() => draw([])} disabled={strokes.length === 0}>
          {text.redo}
        </Button>
      </div>
    </div>
  )
}
