import { makePreview } from './make-preview.ts'
import { type CardReading, readCardFile } from './read-card-file.ts'

export interface ReadThis {
  readonly number: number
  readonly file: File
  readonly zone: string
}
export interface HasRead {
  readonly number: number
  readonly reading: CardReading
}

// the compiler knows this file as a page's; what a worker has besides is named here
interface WorkerScope {
  addEventListener(kind: 'message', listen: (event: MessageEvent<ReadThis>) => void): void
  postMessage(message: HasRead): void
}
declare const self: WorkerScope & typeof globalThis

self.addEventListener('message', ({ data: { number, file, zone } }) => {
  void readCardFile(file, zone, makePreview).then((reading) => self.postMessage({ number, reading }))
})
