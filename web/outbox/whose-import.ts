import type { CarriedEntry } from './entry.ts'

export interface Importable {
  readonly takeable: readonly CarriedEntry[]
  /** Steps of somebody else: only their author takes them. */
  readonly theirSteps: number
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

/** What the reader may take in: own entries as they are, reports of others in their name, no steps of others. */
export const importableBy = (entries: readonly CarriedEntry[], author: string, reader: string): Importable => {
  if (author === reader) return { takeable: entries, theirSteps: 0, onBehalf: false }
  const reports = entries.filter(({ what }) => what.kind === 'report')
  return {
    takeable: reports.map((entry) => carriedFor(entry, author)),
    theirSteps: entries.length - reports.length,
    onBehalf: reports.length > 0,
  }
}
