import { fitWithin, type QuarterTurns, type Size, turnedSize } from '../../server/domain/picture-fit.ts'

/** What the shutter gave: a JPEG, and the moment it was pressed by this device's clock. */
export interface Shot {
  readonly bytes: Blob
  readonly takenAtMs: number
}

const jpegQuality = 0.92
/** Some cameras never answer; the picture on the screen is then worth more than waiting. */
const patienceMs = 6_000

const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)),
      'image/jpeg',
      jpegQuality,
    ),
  )

/** Drawn at full size, turned by so many quarters. */
const drawn = (source: CanvasImageSource, width: number, height: number, turns: QuarterTurns): Promise<Blob> => {
  const canvas = document.createElement('canvas')
  const size = turnedSize({ width, height }, turns)
  canvas.width = size.width
  canvas.height = size.height
  const pen = canvas.getContext('2d')
  if (pen === null || width === 0 || height === 0) return Promise.reject(new Error('no picture'))
  pen.translate(size.width / 2, size.height / 2)
  pen.rotate((turns * Math.PI) / 2)
  pen.drawImage(source, -width / 2, -height / 2, width, height)
  return jpegOf(canvas)
}

const within = <T>(promise: Promise<T>, ms: number): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the camera did not answer')), ms)),
  ])

const isUpright = ({ width, height }: Size): boolean => height > width

/** The largest the sensor gives in the shape of the picture on the screen: what was seen is what is saved. */
const largestLike = (seen: Size, able: PhotoCapabilities | null): PhotoSettings => {
  const most = { width: able?.imageWidth?.max ?? 0, height: able?.imageHeight?.max ?? 0 }
  if (!(most.width > 0 && most.height > 0 && seen.width > 0 && seen.height > 0)) return {}
  // cameras name their sizes as the sensor lies, however the phone is held
  const isTurned = isUpright(seen) !== isUpright(most)
  const { width, height } = fitWithin(turnedSize(seen, isTurned ? 1 : 0), most)
  return { imageWidth: Math.round(width), imageHeight: Math.round(height) }
}

/** From the sensor itself; the camera's own JPEG is kept as it is, with what it wrote into it. */
const fromSensor = async (track: MediaStreamTrack, seen: Size, turns: QuarterTurns): Promise<Blob> => {
  const sensor = new ImageCapture(track)
  const able = await within(sensor.getPhotoCapabilities(), 1_500).catch(() => null)
  const photo = await within(sensor.takePhoto(largestLike(seen, able)), patienceMs)
  if (photo.size === 0) throw new Error('no picture')
  if (photo.type === 'image/jpeg' && turns === 0) return photo
  const bitmap = await createImageBitmap(photo)
  try {
    return await drawn(bitmap, bitmap.width, bitmap.height, turns)
  } finally {
    bitmap.close()
  }
}

/** A photo of what is in view; `turns` sets it upright where the device was held crosswise on a locked screen. */
export const takeShot = async (video: HTMLVideoElement, turns: QuarterTurns): Promise<Shot> => {
  const takenAtMs = Date.now()
  const stream = video.srcObject instanceof MediaStream ? video.srcObject : null
  const track = stream?.getVideoTracks()[0]
  const seen = { width: video.videoWidth, height: video.videoHeight }
  const frame = (): Promise<Blob> => drawn(video, seen.width, seen.height, turns)
  if (!track || !('ImageCapture' in window)) return { bytes: await frame(), takenAtMs }
  return { bytes: await fromSensor(track, seen, turns).catch(frame), takenAtMs }
}
