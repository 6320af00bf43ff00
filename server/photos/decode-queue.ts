import { Problem } from '../http/problem.ts'

/** A few places for work that is heavy on memory or processor, and a line before them that has an end. */
export interface Places {
  /** Runs when enough places are free, in order of arrival; throws try-again when the line is full. */
  run<T>(job: () => Promise<T>, weight?: number): Promise<T>
  isFull(): boolean
}

const retryAfterSeconds = 5

export const places = (count: number, lineLimit: number): Places => {
  const line: { weight: number; start: () => void }[] = []
  let free = count

  const admit = (): void => {
    for (let first = line[0]; first && first.weight <= free; first = line[0]) {
      line.shift()
      free -= first.weight
      first.start()
    }
  }

  const isFull = (): boolean => line.length >= lineLimit

  return {
    isFull,
    run: async (job, weight = 1) => {
      if (isFull()) throw new Problem('try-again', { retryAfterSeconds })
      await new Promise<void>((start) => {
        line.push({ weight, start })
        admit()
      })
      try {
        return await job()
      } finally {
        free += weight
        admit()
      }
    },
  }
}

/** Two decodes at once serve two cores and bound memory; beyond the line the phone keeps its photo and comes again. */
export const decoding = places(2, 64)

/** HEIC is decoded outside sharp and takes far more memory. */
export const decodingHeic = places(1, 16)
