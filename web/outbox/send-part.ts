import { NoAnswer } from '../api-problem.ts'
import { judgeAnswer } from './judge-answer.ts'
import { type KeptEntry, photoArrived, withPhoto } from './kept.ts'
import type { LinkMeter } from './link-meter.ts'
import type { Job } from './next-jobs.ts'
import { problemOf, settleProgress } from './send-record.ts'
import type { SenderTools } from './sender.ts'

type Tools = Pick<SenderTools, 'store' | 'ledger' | 'wire' | 'clock' | 'sentence' | 'arrived' | 'hash'>
type PartJob = Extract<Job, { lane: 'part' }>

/** The device has the bytes no more, or not as they were: nothing can be sent, and its author must know. */
export class PhotoLost extends Error {
  constructor() {
    super('photo lost')
    this.name = 'photo-lost'
  }
}

const bytesOf = async (
  { store, hash }: Tools,
  { id }: KeptEntry,
  job: PartJob,
  check: boolean,
): Promise<ArrayBuffer> => {
  const bytes = await store.bytesOf(id, { photoId: job.photo.id, part: job.part })
  if (bytes === null) throw new PhotoLost()
  if (check && (await hash(new Uint8Array(bytes))) !== job.sha256) throw new PhotoLost()
  return bytes
}

/** Sends one part of a photo; resolves when the server has returned its hash, or will not have it. */
const upload = async (
  tools: Tools,
  meter: LinkMeter,
  entry: KeptEntry,
  job: PartJob,
  again: boolean,
): Promise<void> => {
  const type = job.part === 'copy' ? 'image/jpeg' : job.photo.type
  const onProgress = (share: number): void => tools.ledger.share(job.photo.id, share)
  const send = async (check: boolean): Promise<void> => {
    const bytes = await bytesOf(tools, entry, job, check)
    meter.begin()
    let arrivedBytes = 0
    try {
      const returned = await tools.wire.upload(new Blob([bytes], { type }), job.sha256, {
        again: again || check,
        onProgress,
      })
      // somebody else's page answered in the server's place
      if (returned !== job.sha256) throw new NoAnswer(false, null)
      arrivedBytes = bytes.byteLength
    } finally {
      meter.end(arrivedBytes)
    }
  }
  try {
    await send(false)
  } catch (error) {
    if (judgeAnswer(error).kind !== 'hash-mismatch') throw error
    await send(true)
  }
}

/** One part of one photo. What it throws is to be tried again. */
export const sendPart = async (
  tools: Tools,
  meter: LinkMeter,
  entry: KeptEntry,
  job: PartJob,
  again: boolean,
): Promise<void> => {
  const { id } = job.photo
  try {
    await upload(tools, meter, entry, job, again)
    const received = job.part === 'copy' ? { copyReceived: true } : { originalReceived: true }
    await settleProgress(tools, entry, (now) => ({
      ...withPhoto(now, id, received),
      // where the record went ahead, a photo that comes in leaves the hazard with another version
      ...(now.recorded && !photoArrived(now, id) ? { leftVersion: null } : {}),
      problem: null,
    }))
  } catch (error) {
    const kind = error instanceof PhotoLost ? 'refused' : judgeAnswer(error).kind
    const isFinal = kind !== 'again' && kind !== 'signed-out'
    const problem = problemOf(tools, error)
    // a copy that is not wanted is no loss: the original goes in its place
    const change = isFinal ? (job.part === 'copy' ? ({ copy: 'none' } as const) : { refused: true }) : {}
    await settleProgress(tools, entry, (now) => ({
      ...withPhoto(now, id, change),
      attempts: now.attempts + 1,
      problem,
    }))
    if (!isFinal) throw error
  } finally {
    tools.ledger.share(id, null)
  }
}
