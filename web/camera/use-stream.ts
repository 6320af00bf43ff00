import { useEffect, useState } from 'react'
import { NoCamera, openCamera, type WhyNoCamera } from './open-camera.ts'

export type StreamState =
  | { readonly state: 'opening' }
  | { readonly state: 'live'; readonly stream: MediaStream }
  | { readonly state: 'none'; readonly why: WhyNoCamera }

const opening: StreamState = { state: 'opening' }
/** A camera that ends at once each time is held by somebody else. */
const mostReopenings = 3
/** Telephones silence the track for a moment; longer, and the picture stays black until it is opened again. */
const silentMs = 2_000

const stopAll = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/**
 * The camera as long as the page is seen: let go when it is hidden (others need it, and the battery), opened again
 * when it comes back, and when the device took it away meanwhile.
 */
export const useStream = (): StreamState => {
  const [state, setState] = useState<StreamState>(opening)
  useEffect(() => {
    let stream: MediaStream | null = null
    let turn = 0
    let reopened = 0
    const close = (): void => {
      turn++
      stopAll(stream)
      stream = null
    }
    const reopen = (): void => {
      if (document.visibilityState !== 'visible') return
      reopened++
      if (reopened <= mostReopenings) return void open()
      close()
      setState({ state: 'none', why: 'in-use' })
    }
    const watch = (track: MediaStreamTrack, mine: number): void => {
      track.addEventListener('ended', () => mine === turn && reopen())
      track.addEventListener('mute', () => setTimeout(() => mine === turn && track.muted && reopen(), silentMs))
    }
    const open = async (): Promise<void> => {
      close()
      const mine = turn
      setState(opening)
      try {
        const got = await openCamera()
        if (mine !== turn) return stopAll(got)
        stream = got
        for (const track of got.getVideoTracks()) watch(track, mine)
        setState({ state: 'live', stream: got })
      } catch (error) {
        if (mine === turn) setState({ state: 'none', why: error instanceof NoCamera ? error.why : 'failed' })
      }
    }
    const seenOrHidden = (): void => {
      if (document.visibilityState === 'visible') {
        reopened = 0
        if (stream === null) void open()
      } else {
        close()
        setState(opening)
      }
    }
    document.addEventListener('visibilitychange', seenOrHidden)
    if (document.visibilityState === 'visible') void open()
    return () => {
      document.removeEventListener('visibilitychange', seenOrHidden)
      close()
    }
  }, [])
  return state
}
