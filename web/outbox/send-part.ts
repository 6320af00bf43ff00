import { NoAnswer } from '../api-problem.ts'
import { type BodyOnLine, NotNow } from './body-turns.ts'
import { judgeAnswer } from './judge-answer.ts'
import { type KeptEntry, type Progress, photoArrived, progressOf, withPhoto } from './kept.ts'
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

interface Way {
  /** It may be there already: to be asked first. */
  readonly again: boolean
  /** Resolves when a body of so many bytes may go. */
  readonly turn: (bytes: number) => Promise<BodyOnLine>
}

/** Sends one part of a photo; resolves when the server has returned its hash, or will not have it. */
const upload = async (tools: Tools, entry: KeptEntry, job: PartJob, { again, turn }: Way): Promise<void> => {
  const type = job.part === 'copy' ? 'image/jpeg' : job.photo.type
  const onProgress = (share: number): void => tools.ledger.share(job.photo.id, share)
  const send = async (check: boolean): Promise<void> => {
    const bytes = await bytesOf(tools, entry, job, check)
    const sending = { again: again || check, onProgress, turn }
    const returned = await tools.wire.upload(new Blob([bytes], { type }), job.sha256, sending)
    // somebody else's page answered in the server's place
    if (returned !== job.sha256) throw new NoAnswer(false, null)
  }
  try {
    await send(false)
  } catch (error) {
    if (judgeAnswer(error).kind !== 'hash-mismatch') throw error
    await send(true)
  }
}

/** One part of one photo. What it throws is to be tried again; NotNow without having been tried. */
export const sendPart = async (tools: Tools, entry: KeptEntry, job: PartJob, way: Way): Promise<void> => {
  const { id } = job.photo
  try {
    await upload(tools, entry, job, way)
    const received = job.part === 'copy' ? { copyReceived: true } : { originalReceived: true }
    await settleProgress(tools, entry, (now) => ({
      ...withPhoto(now, id, received),
      // where the record went ahead, a photo that comes in leaves the hazard with another version
      ...(now.recorded && !photoArrived(now, id) ? { leftVersion: null } : {}),
      problem: null,
    }))
  } catch (error) {
    if (error instanceof NotNow) throw error
    const kind = error instanceof PhotoLost ? 'refused' : judgeAnswer(error).kind
    const isFinal = kind !== 'again' && kind !== 'signed-out'
    const problem = problemOf(tools, error)
    // another tab has sent it since, and kept its bytes no longer
    const isThere = (now: Progress): boolean => {
      const { copyReceived, originalReceived } = progressOf(now, id)
      return error instanceof PhotoLost && (originalReceived || (job.part === 'copy' && copyReceived))
    }
    // a copy that is not wanted is no loss: the original goes in its place
    const ofPhoto = job.part === 'copy' ? ({ copy: 'none' } as const) : { refused: true, refusal: problem }
    const change = isFinal ? ofPhoto : {}
    await settleProgress(tools, entry, (now) =>
      isThere(now) ? now : { ...withPhoto(now, id, change), attempts: now.attempts + 1, problem },
    )
    if (!isFinal) throw error
  } finally {
    tools.ledger.share(id, null)
  }
}
