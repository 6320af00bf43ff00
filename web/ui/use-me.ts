import { createContext, useContext } from 'react'
import type { z } from 'zod'
import type { Me as MeOnWire } from '../../server/people/wire.ts'

export type Me = z.infer<typeof MeOnWire>

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. Every page stands behind the sign-in gate, so there is always somebody. */
export const useMe = (): Me => {
  const me = useContext(MeContext)
  if (me === null) throw new Error('useMe outside of the sign-in gate')
  return me
}
