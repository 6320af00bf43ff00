import { hasArrived, hazardOf, type KeptEntry, type PartName, type PhotoFacts, photosOf, progressOf } from './kept.ts'

/** One thing that can be done for an entry now. */
export type Job =
  | { readonly lane: 'copy'; readonly key: string; readonly entryId: string; readonly photo: PhotoFacts }
  | { readonly lane: 'record'; readonly key: string; readonly entryId: string }
  /** The server is told that nobody can send this photo. */
  | { readonly lane: 'give-up'; readonly key: string; readonly entryId: string; readonly photo: PhotoFacts }
  | {
      readonly lane: 'part'
      readonly key: string
      readonly entryId: string
      readonly photo: PhotoFacts
      readonly part: PartName
      readonly sha256: string
      readonly bytes: number
      /** The picture is there already, in its smaller copy: this one can wait for a good connection. */
      readonly canWait: boolean
    }

const copyJobs = (entry: KeptEntry): Job[] =>
  entry.facts.photos
    .filter(({ id }) => progressOf(entry.progress, id).copy === 'to-make')
    .map((photo) => ({ lane: 'copy', key: `${photo.id}/make-copy`, entryId: entry.id, photo }))

const recordJob = ({ id }: KeptEntry): Job => ({ lane: 'record', key: `${id}/record`, entryId: id })

const partJob = (entry: KeptEntry, photo: PhotoFacts): Job[] => {
  const { copy, copyReceived, originalReceived, refused, givenUp } = progressOf(entry.progress, photo.id)
  if (originalReceived || givenUp !== undefined) return []
  const common = { lane: 'part' as const, entryId: entry.id, photo }
  if (typeof copy !== 'string' && !copyReceived)
    return [
      { ...common, key: `${photo.id}/copy`, part: 'copy', sha256: copy.sha256, bytes: copy.bytes, canWait: false },
    ]
  const original = { key: `${photo.id}/original`, part: 'original' as const, sha256: photo.sha256, bytes: photo.bytes }
  return refused ? [] : [{ ...common, ...original, canWait: copyReceived }]
}

const giveUpJobs = (entry: KeptEntry): Job[] =>
  entry.facts.photos
    .filter(({ id }) => progressOf(entry.progress, id).givenUp === 'to-tell')
    .map((photo) => ({ lane: 'give-up', key: `${photo.id}/give-up`, entryId: entry.id, photo }))

/** What this entry needs next: its copies made, its record, its photos; a step only after its photos are there. */
const jobsOf = (entry: KeptEntry): Job[] => {
  const { what } = entry.facts
  const making = copyJobs(entry)
  if (making.length > 0) return making
  const photos = photosOf(entry)
  const parts = photos.flatMap((photo) => partJob(entry, photo))
  if (entry.progress.recorded) return [...giveUpJobs(entry), ...parts]
  const missing = parts.filter((job) => job.lane === 'part' && !job.canWait)
  const waitsForPhotos = what.kind === 'step' && (missing.length > 0 || photos.some(isMissing(entry)))
  return waitsForPhotos ? missing : [recordJob(entry)]
}

const isMissing =
  ({ progress }: KeptEntry) =>
  ({ id }: PhotoFacts): boolean => {
    const { copyReceived, originalReceived } = progressOf(progress, id)
    return !copyReceived && !originalReceived
  }

const rank = (job: Job): number => (job.lane !== 'part' ? 0 : job.canWait ? 2 : 1)

/**
 * All that could be done now, the most urgent first: records and copies, then each photo's smaller form, then originals;
 * within those in the order of the captures. An entry waits until the one before it on the same hazard has arrived.
 */
export const nextJobs = (entries: readonly KeptEntry[]): Job[] => {
  const held = new Set<string>()
  const jobs: Job[] = []
  for (const entry of entries) {
    const hazardId = hazardOf(entry)
    const waits = held.has(hazardId)
    if (!hasArrived(entry)) held.add(hazardId)
    if (entry.progress.stopped !== null) continue
    jobs.push(...(waits ? copyJobs(entry) : jobsOf(entry)))
  }
  return jobs.sort((a, b) => rank(a) - rank(b))
}
