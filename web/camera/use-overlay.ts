import { useEffect, useState } from 'react'
import type { QuarterTurns, Size } from '../../server/domain/picture-fit.ts'

export interface BeforePhoto {
  readonly id: string
  /** An address of this server, or bytes that are still on the phone. */
  readonly src: string | Blob
  readonly alt: string
}

/** What is laid over the live picture; null, or no photos, and there is nothing. */
export interface Overlay {
  readonly photos: readonly BeforePhoto[]
}

export type OverlayMode = 'blend' | 'split'

const rememberedAs = 'luqing.camera.overlay'
const firstPercent = 50

const rememberedPercent = (): number => {
  try {
    const kept = Number(localStorage.getItem(rememberedAs) ?? firstPercent)
    return Number.isInteger(kept) && kept >= 0 && kept <= 100 ? kept : firstPercent
  } catch {
    return firstPercent
  }
}

const remember = (percent: number): void => {
  try {
    localStorage.setItem(rememberedAs, String(percent))
  } catch {
    // not remembered, but set
  }
}

const useAddress = (src: string | Blob | null): string | null => {
  const [local, setLocal] = useState<string | null>(null)
  useEffect(() => {
    if (!(src instanceof Blob)) return undefined
    const url = URL.createObjectURL(src)
    setLocal(url)
    return () => URL.revokeObjectURL(url)
  }, [src])
  return src instanceof Blob ? local : src
}

/** Which before photo is laid over, how strongly, blended or divided, and how it is turned. */
export const useOverlay = (overlay: Overlay | null) => {
  const photos = overlay?.photos ?? []
  const [at, setAt] = useState(0)
  const [percent, setPercent] = useState(rememberedPercent)
  const [divisionPercent, setDivision] = useState(firstPercent)
  const [mode, setMode] = useState<OverlayMode>('blend')
  const [held, setHeld] = useState(false)
  const [turns, setTurns] = useState<QuarterTurns>(0)
  const [loaded, setLoaded] = useState<{ src: string; size: Size | null } | null>(null)
  const photo = photos[at] ?? photos[0] ?? null
  const src = useAddress(photo?.src ?? null)
  return {
    photo,
    src,
    /** Of the photo itself; null while it is not there. */
    size: src !== null && loaded?.src === src ? loaded.size : null,
    failed: src !== null && loaded?.src === src && loaded.size === null,
    onLoaded: (size: Size | null): void => setLoaded(src === null ? null : { src, size }),
    number: Math.max(0, photo === null ? -1 : photos.indexOf(photo)) + 1,
    all: photos.length,
    next: (): void => {
      setAt(photos.length === 0 ? 0 : (at + 1) % photos.length)
      setTurns(0)
    },
    ...{ mode, setMode, held, setHeld, percent, divisionPercent, turns },
    setPercent: (to: number): void => {
      setPercent(to)
      remember(to)
    },
    setDivision,
    /** Left, then right, then as it was. */
    turn: (): void => setTurns(turns === 0 ? 1 : turns === 1 ? 3 : 0),
  }
}

export type OverlayControl = ReturnType<typeof useOverlay>
