import { type ReactNode, Suspense, useState } from 'react'
import { MayFail } from '../ui/may-fail.tsx'
import { canDrawMaps } from './web-gl.ts'

interface Props {
  /** Stands there where this device draws no maps, or the map's own file did not come. */
  readonly otherwise: ReactNode
  /** Keeps its room while the map is being fetched. */
  readonly meanwhile: ReactNode
  readonly children: ReactNode
}

/** A map within a page, where it can be drawn. */
export const IfDrawable = ({ otherwise, meanwhile, children }: Props) => {
  const [drawable] = useState(canDrawMaps)
  if (!drawable) return otherwise
  return (
    <MayFail otherwise={otherwise}>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </MayFail>
  )
}
