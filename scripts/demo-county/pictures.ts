import { Worker } from 'node:worker_threads'
import type { PictureOrder } from './pictures/take-picture.ts'

export { type PictureKind, pictureKindOf, pictureKinds } from './pictures/kinds.ts'
export type { PictureOrder } from './pictures/take-picture.ts'

type Easel = { worker: Worker; busy: number }
type Waiting = { done: (jpeg: Buffer) => void; failed: (error: Error) => void; easel: Easel }
type Answer = { id: number; jpeg?: Uint8Array; failed?: string }

const easelCount = 2
const restAfterMilliseconds = 4000

let easels: Easel[] = []
let lastId = 0
let resting: NodeJS.Timeout | undefined
const waiting = new Map<number, Waiting>()

/** Lets the workers go once nothing has been asked of them for a while: each holds some 90 MB. */
const restLater = () => {
  clearTimeout(resting)
  if (waiting.size > 0) return
  resting = setTimeout(() => {
    for (const { worker } of easels) void worker.terminate()
    easels = []
  }, restAfterMilliseconds)
  resting.unref()
}

const take = ({ id, jpeg, failed }: Answer) => {
  const order = waiting.get(id)
  if (!order) return
  waiting.delete(id)
  order.easel.busy -= 1
  if (waiting.size === 0) for (const { worker } of easels) worker.unref()
  if (jpeg) order.done(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength))
  else order.failed(new Error(failed ?? 'The picture was not drawn.'))
  restLater()
}

const openEasel = (): Easel => {
  const easel: Easel = { worker: new Worker(new URL('./pictures/picture-worker.ts', import.meta.url)), busy: 0 }
  easel.worker.on('message', take)
  easel.worker.on('error', (error: unknown) => {
    easels = easels.filter((other) => other !== easel)
    for (const [id, order] of waiting)
      if (order.easel === easel) {
        waiting.delete(id)
        order.failed(error instanceof Error ? error : new Error(String(error)))
      }
  })
  return easel
}

/**
 * Draws an invented picture of a road in the hills, as JPEG with EXIF that says it is invented. 1024 by 768 pixels.
 * The same order always gives the same bytes. `before` shows the hazard, `interim` the same with cones around it,
 * `after` the same place in another light with the remedy. Drawn on worker threads, two at a time; the workers start
 * with the first order and leave a few seconds after the last. Rejects when `takenAt` is not an instant.
 */
export const makeRoadPicture = (order: PictureOrder): Promise<Buffer> =>
  new Promise((done, failed) => {
    clearTimeout(resting)
    while (easels.length < easelCount) easels.push(openEasel())
    const easel = easels.reduce((a, b) => (b.busy < a.busy ? b : a), easels[0] ?? openEasel())
    lastId += 1
    waiting.set(lastId, { done, failed, easel })
    easel.busy += 1
    easel.worker.ref()
    easel.worker.postMessage({ id: lastId, order })
  })
