import { parentPort } from 'node:worker_threads'
import { type PictureOrder, takePicture } from './take-picture.ts'

parentPort?.on('message', ({ id, order }: { id: number; order: PictureOrder }) => {
  takePicture(order).then(
    (jpeg) => parentPort?.postMessage({ id, jpeg }),
    (error: unknown) => parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) }),
  )
})
