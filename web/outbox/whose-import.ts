import type { CarriedEntry } from './entry.ts'
import type { SealState } from './unsent-seal.ts'

export interface Importable {
  readonly takeable: readonly CarriedEntry[]
  /** Steps of somebody else: only their author takes them. */
  readonly theirSteps: number
  /** Steps under the reader's own name that nothing proves to be theirs. */
  readonly unprovenSteps: number
  readonly onBehalf: boolean
}

const carriedFor = (entry: CarriedEntry, author: string): CarriedEntry => {
  if (entry.what.kind !== 'report') return entry
  const body: unknown = JSON.parse(entry.request.body)
  const fields = typeof body === 'object' && body !== null ? body : {}
  return {
    ...entry,
    what: { ...entry.what, onBehalfOf: author },
    request: { ...entry.request, body: JSON.stringify({ ...fields, onBehalfOf: author }) },
  }
}

/**
 * What the reader may take in: what bears their own seal as it is; without one only reports, in the author's name and
 * carried in by the reader, for anybody can write another's name into a file.
 */
export const importableBy = (
  entries: readonly CarriedEntry[],
  author: string,
  reader: string,
  seal: SealState,
): Importable => {
  const own = author === reader
  if (own && seal === 'whole') return { takeable: entries, theirSteps: 0, unprovenSteps: 0, onBehalf: false }
  const reports = entries.filter(({ what }) => what.kind === 'report')
  const steps = entries.length - reports.length
  return {
    takeable: reports.map((entry) => carriedFor(entry, author)),
    theirSteps: own ? 0 : steps,
    unprovenSteps: own ? steps : 0,
    onBehalf: !own && reports.length > 0,
  }
}
