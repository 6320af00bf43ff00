/**
 * Why there is no live picture: its owner refused, there is no camera, another app holds it, the page came without
 * HTTPS, the browser is too old, or something else.
 */
export type WhyNoCamera = 'refused' | 'none' | 'in-use' | 'not-secure' | 'old-browser' | 'failed'

export class NoCamera extends Error {
  readonly why: WhyNoCamera
  constructor(why: WhyNoCamera) {
    super(why)
    this.why = why
  }
}

// typed as always there, but a page without HTTPS or an old browser may not have it
const media = (): MediaDevices | null => {
  const devices: unknown = typeof navigator === 'undefined' ? undefined : Reflect.get(navigator, 'mediaDevices')
  if (typeof devices !== 'object' || devices === null || !('getUserMedia' in devices)) return null
  return navigator.mediaDevices
}

/** Whether a live picture may be had here at all; whether its owner lets us is known only when asked. */
export const cameraSupport = (): 'live' | 'file' =>
  media() !== null && window.isSecureContext && 'HTMLDialogElement' in window ? 'live' : 'file'

const whyFrom = (error: unknown): WhyNoCamera => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  return name === 'NotReadableError' || name === 'AbortError' ? 'in-use' : 'failed'
}

/** Chromium would cut a format out of the sensor's own rather than offer the next one; other browsers do not know it. */
const asItComes: object = { resizeMode: 'none' }

/**
 * Where photos come from the sensor itself the picture need only fill the screen; else the frame is the photo and the
 * largest is asked for. Four to three is the sensor's own shape: nothing of the view is cut off.
 */
const wished = (): MediaTrackConstraints => {
  const [width, height] = 'ImageCapture' in window ? [1920, 1440] : [4032, 3024]
  return { ...asItComes, facingMode: { ideal: 'environment' }, width: { ideal: width }, height: { ideal: height } }
}

const again = (afterMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, afterMs))

/** The rear camera's stream; throws NoCamera. A camera just let go by another page is waited for once. */
export const openCamera = async (): Promise<MediaStream> => {
  const devices = media()
  if (devices === null) throw new NoCamera(window.isSecureContext ? 'old-browser' : 'not-secure')
  const open = () => devices.getUserMedia({ audio: false, video: wished() })
  try {
    return await open().catch(async (error: unknown) => {
      if (whyFrom(error) !== 'in-use') throw error
      await again(700)
      return open()
    })
  } catch (error) {
    throw new NoCamera(whyFrom(error))
  }
}
