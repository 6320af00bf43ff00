import { NoCamera, openCamera, type WhyNoCamera } from './open-camera.ts'

export type StreamState =
  | { readonly state: 'opening' }
  | { readonly state: 'live'; readonly stream: MediaStream }
  | { readonly state: 'none'; readonly why: WhyNoCamera }

export interface FollowedCamera {
  now(): StreamState
  onChange(tell: (state: StreamState) => void): void
  /** Lets go of the device; nobody is told anything more. */
  stop(): void
}

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
export const followCamera = (): FollowedCamera => {
  let state: StreamState = opening
  const ears = new Set<(state: StreamState) => void>()
  const become = (next: StreamState): void => {
    state = next
    for (const tell of ears) tell(next)
  }
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
    become({ state: 'none', why: 'in-use' })
  }
  const watch = (track: MediaStreamTrack, mine: number): void => {
    track.addEventListener('ended', () => mine === turn && reopen())
    track.addEventListener('mute', () => setTimeout(() => mine === turn && track.muted && reopen(), silentMs))
  }
  const open = async (): Promise<void> => {
    close()
    const mine = turn
    become(opening)
    try {
      const got = await openCamera()
      if (mine !== turn) return stopAll(got)
      stream = got
      for (const track of got.getVideoTracks()) watch(track, mine)
      become({ state: 'live', stream: got })
    } catch (error) {
      if (mine === turn) become({ state: 'none', why: error instanceof NoCamera ? error.why : 'failed' })
    }
  }
  const seenOrHidden = (): void => {
    if (document.visibilityState === 'visible') {
      reopened = 0
      if (stream === null) void open()
    } else {
      close()
      become(opening)
    }
  }
  document.addEventListener('visibilitychange', seenOrHidden)
  if (document.visibilityState === 'visible') void open()
  return {
    now: () => state,
    onChange: (tell) => void ears.add(tell),
    stop: () => {
      document.removeEventListener('visibilitychange', seenOrHidden)
      ears.clear()
      close()
    },
  }
}
