import { useEffect } from 'react'
import { api, told } from '../../api.ts'
import { useAsked } from '../../asking.ts'
import { useOnline } from '../../frame/use-online.ts'
import { groundKey } from './ground-key.ts'
import { setGround } from './ground-state.ts'

/** A base map is made once in a long while; a page that stays open still sees the new one the same day. */
const keptMs = 10 * 60_000
/** Ten metres are a millimetre at 1 : 10,000: what strays further is seen to stray. */
const mostStrayMetres = 10

/** Keeps every map of this page told of what lies beneath, and of how finely its own layers are drawn here. */
export const useGround = (drawnWithinMetres: number): void => {
  const online = useOnline()
  const { data } = useAsked(groundKey, () => told(api['base-map'].$get()), { staleTimeMs: keptMs })
  const tiled = online && drawnWithinMetres > mostStrayMetres
  useEffect(() => setGround({ answer: data ?? null, tiled }), [data, tiled])
}
