import { open } from 'node:fs/promises'

/** The file ended where more was promised. */
export class CutShort extends Error {}

/** Reads a file from front to back through a small window, so that a large photo is never whole in memory. */
export interface Bytes {
  readonly size: number
  at(): number
  /** The next bytes, copied out; throws CutShort past the end. */
  take(count: number): Promise<Buffer>
  /** Passes over bytes, showing them to `each` on the way; throws CutShort past the end. */
  skip(count: number, each?: (part: Buffer) => void): Promise<void>
  /** Moves behind the next JPEG marker that is not stuffing, a restart or filling, and gives its second byte. */
  nextMarker(): Promise<number>
}

const windowBytes = 64 * 1024

export const readingBytes = async <T>(path: string, job: (bytes: Bytes) => Promise<T>): Promise<T> => {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const store = Buffer.allocUnsafeSlow(windowBytes)
    let window = store.subarray(0, 0)
    let windowStart = 0
    let position = 0

    /** What is left of the window at the present position, read on where it is used up; never empty. */
    const here = async (): Promise<Buffer> => {
      if (position >= size) throw new CutShort()
      const offset = position - windowStart
      if (offset >= 0 && offset < window.length) return window.subarray(offset)
      const { bytesRead } = await handle.read(store, 0, windowBytes, position)
      if (bytesRead === 0) throw new CutShort()
      windowStart = position
      window = store.subarray(0, bytesRead)
      return window
    }

    const skip = async (count: number, each?: (part: Buffer) => void): Promise<void> => {
      if (position + count > size) throw new CutShort()
      if (!each) {
        position += count
        return
      }
      for (let left = count; left > 0; ) {
        const part = (await here()).subarray(0, left)
        each(part)
        position += part.length
        left -= part.length
      }
    }

    const bytes: Bytes = {
      size,
      at: () => position,
      skip,
      take: async (count) => {
        if (position + count > size) throw new CutShort()
        const taken = Buffer.alloc(count)
        let done = 0
        await skip(count, (part) => {
          done += part.copy(taken, done)
        })
        return taken
      },
      nextMarker: async () => {
        for (let afterFill = false; ; ) {
          const part = await here()
          for (let index = 0; index < part.length; ) {
            if (!afterFill) {
              index = part.indexOf(0xff, index)
              if (index < 0) break
              afterFill = true
              index++
              continue
            }
            const second = part[index] ?? 0
            index++
            if (second === 0xff) continue
            afterFill = false
            if (second === 0x00 || second === 0x01 || (second >= 0xd0 && second <= 0xd7)) continue
            position += index
            return second
          }
          position += part.length
        }
      },
    }
    return await job(bytes)
  } finally {
    await handle.close()
  }
}
