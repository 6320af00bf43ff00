import { useEffect, useRef, useState } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import { extentWords } from '../text/extent-words.ts'
import { useWords } from '../text/language.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { AreaEditor } from './area-editor.tsx'
import type { DrawnExtent } from './drawn-extent.ts'
import { StretchEditor } from './stretch-editor.tsx'
import type { Measure } from './use-measure-extent.ts'
import './extents.css'

export interface EditorProps {
  readonly value: DrawnExtent | null
  readonly onChange: (drawn: DrawnExtent | null) => void
  readonly measure: Measure
  /** Where the map opens, and around what a box is drawn. */
  readonly at: LngLat
  /** Nothing is known of the place yet: the map shows the whole county. */
  readonly far: boolean
  /** The road it lies on as far as that is known. */
  readonly routeCode: string | null
}

const kinds = ['point', 'stretch', 'area'] as const

/** A point, a stretch of road or an area, and whatever is needed to draw or to type it. */
export const ExtentChoice = (props: EditorProps) => {
  const text = useWords(extentWords)
  const { value, onChange } = props
  const [kind, setKind] = useState<(typeof kinds)[number]>(value?.measure.kind ?? 'point')
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef(kind)
  useEffect(() => {
    if (kind === opened.current) return
    opened.current = kind
    // on a phone the map to draw on would begin below the edge
    place.current?.querySelector('.extent-map')?.scrollIntoView({ block: 'nearest' })
  }, [kind])
  return (
    <div className="extent" ref={place}>
      <EitherOr
        label={text.shape}
        choices={kinds.map((each) => ({ value: each, label: text.kinds[each] }))}
        value={kind}
        onChange={(next) => {
          if (next === kind) return
          setKind(next)
          // the other kind's drawing is not this one's
          if (value !== null) onChange(null)
        }}
      />
      {kind === 'stretch' && <StretchEditor {...props} />}
      {kind === 'area' && <AreaEditor {...props} />}
    </div>
  )
}
