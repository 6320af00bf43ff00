import type { Move } from '../../db/vocabulary.ts'
import { ApiProblem } from '../api-problem.ts'
import { judgeAnswer, type Verdict } from './judge-answer.ts'
import {
  type Frozen,
  hasArrived,
  isDone,
  type KeptEntry,
  type PartOf,
  type Progress,
  photosOf,
  progressOf,
} from './kept.ts'
import { sealEntry } from './seal.ts'
import type { SenderTools } from './sender.ts'
import type { Present } from './wire-port.ts'

type Tools = Pick<SenderTools, 'store' | 'ledger' | 'wire' | 'clock' | 'sentence' | 'arrived' | 'personId'>

/** Stored before it is sent for the first time; from then on it is the same for ever. */
const frozenOf = async ({ store, ledger, clock, wire }: Tools, entry: KeptEntry): Promise<Frozen | null> => {
  if (entry.frozen !== null) return entry.frozen
  // what is sealed keeps its times for ever: an answer must first have told what this device's clock is worth
  if (entry.facts.offsetAtKeepMs === null && clock.offsetMs() === null) await wire.whoIsAsked()
  const stored = await store.freeze(entry.id, sealEntry(entry, { nowMs: clock.nowMs(), offsetMs: clock.offsetMs() }))
  if (stored !== null) ledger.frozen(entry.id, stored)
  return stored
}

/** The version a step is decided on: its author's, or that which the entry before it left, whichever is later. */
const versionFor = async ({ ledger, wire }: Tools, { facts, progress }: KeptEntry): Promise<number | null> => {
  if (facts.what.kind === 'report') return null
  if (progress.decidedOn !== null) return progress.decidedOn
  const { version, hazardId } = facts.what
  const before =
    facts.after === null
      ? null
      : (ledger.find(facts.after)?.progress ?? ledger.receipts().find(({ id }) => id === facts.after) ?? null)
  if (before !== null && before.leftVersion !== null) return Math.max(before.leftVersion, version ?? 0)
  // its photos came in after the record did, and each left a version of its own
  if (before !== null || version === null) return (await wire.look(hazardId)).version
  return version
}

/** Bytes of which the server returned the hash leave the device once the record that names them is there. */
export const noLongerNeeded = ({ facts }: KeptEntry, progress: Progress): PartOf[] =>
  progress.recorded
    ? facts.photos.flatMap(({ id }): PartOf[] => {
        const { copyReceived, originalReceived } = progressOf(progress, id)
        if (originalReceived) return [original(id), { photoId: id, part: 'copy' }]
        return copyReceived ? [{ photoId: id, part: 'copy' }] : []
      })
    : []

const original = (photoId: string): PartOf => ({ photoId, part: 'original' })

/** Writes what became of an entry, in the store first, and tells when all of it has arrived. */
export const settleProgress = async (
  { store, ledger, arrived, clock }: Pick<Tools, 'store' | 'ledger' | 'arrived' | 'clock'>,
  entry: KeptEntry,
  to: (before: Progress) => Progress,
): Promise<void> => {
  const before = ledger.find(entry.id) ?? entry
  const withEnd = (now: Progress): Progress => {
    const next = to(now)
    const ended = next.doneAtMs === null && isDone({ ...before, progress: next })
    return ended ? { ...next, doneAtMs: clock.nowMs() } : next
  }
  const drop = noLongerNeeded(before, withEnd(before.progress))
  const after = await store.change(entry.id, withEnd, drop)
  ledger.progress(entry.id, after)
  if (after === null) return
  const { hazardId } = entry.facts.what
  if (after.recorded && !before.progress.recorded) arrived(hazardId)
  else if (hasArrived({ ...before, progress: after }) && !hasArrived(before)) arrived(hazardId)
}

export const problemOf = ({ clock, sentence }: Pick<Tools, 'clock' | 'sentence'>, error: unknown) => ({
  code: error instanceof ApiProblem ? error.code : error instanceof Error ? error.name : 'broken',
  sentence: sentence(error),
  atMs: clock.nowMs(),
})

/** Whether the hazard as it is now shows that this very act is in it already. */
const isThereAlready = async ({ wire, personId }: Tools, entry: KeptEntry): Promise<boolean> => {
  const { facts, frozen } = entry
  const present = await wire.look(facts.what.hazardId)
  if (facts.what.kind === 'report') return present.reportedBy === (facts.what.onBehalfOf ?? personId)
  const photos = photosOf(entry)
  if (photos.length > 0) return photos.every(({ id }) => present.photoIds.includes(id))
  const deviceAtMs = deviceAtOf(frozen)
  const isOurs = (act: Present['acts'][number]): boolean =>
    act.by === personId && act.deviceAt !== null && Math.abs(Date.parse(act.deviceAt) - deviceAtMs) < sameMomentMs
  return present.acts.some(isOurs)
}

/** Between two attempts in two forms the measured clock may have moved by so much. */
const sameMomentMs = 3_000

const deviceAtOf = (frozen: Frozen | null): number => {
  const body: unknown = frozen === null ? null : JSON.parse(frozen.body)
  const at: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'deviceAt') : null
  return typeof at === 'string' ? Date.parse(at) : Number.NaN
}

const recorded =
  (leftVersion: number | null) =>
  (now: Progress): Progress => ({
    ...now,
    ...{ recorded: true, leftVersion, stopped: null, problem: null, presentVersion: null },
  })

/** Sends the record of an entry: the report itself, or the step. What it throws is to be tried again. */
export const sendRecord = async (tools: Tools, entry: KeptEntry): Promise<void> => {
  const frozen = await frozenOf(tools, entry)
  if (frozen === null) return
  try {
    const version = await versionFor(tools, entry)
    const left = await tools.wire.send(frozen, version)
    await settleProgress(tools, entry, recorded(left))
  } catch (error) {
    const stopped = await settled(tools, entry, judgeAnswer(error))
    const problem = problemOf(tools, error)
    await settleProgress(tools, entry, (now) => ({
      ...now,
      ...(stopped === 'arrived' ? recorded(null)(now) : { attempts: now.attempts + 1, problem, ...stopped }),
    }))
    if (stopped === null) throw error
  }
}

type Stop = Pick<Progress, 'stopped' | 'presentVersion'>

/** Null: to be tried again. */
const settled = async (tools: Tools, entry: KeptEntry, verdict: Verdict): Promise<Stop | 'arrived' | null> => {
  const refused: Stop = { stopped: 'refused', presentVersion: null }
  if (verdict.kind === 'refused' || verdict.kind === 'hash-mismatch') return refused
  if (verdict.kind === 'conflict') {
    if (await addsAllTheSame(tools, entry, verdict.presentVersion)) return null
    const { hazardId } = entry.facts.what
    const version = verdict.presentVersion ?? (await tools.wire.look(hazardId).catch(() => null))?.version ?? null
    return { stopped: 'conflict', presentVersion: version }
  }
  if (verdict.kind === 'under-same-id')
    try {
      return (await isThereAlready(tools, tools.ledger.find(entry.id) ?? entry)) ? 'arrived' : refused
    } catch (unheard) {
      return judgeAnswer(unheard).kind === 'refused' ? refused : null
    }
  if (verdict.kind === 'photos-missing') return sendPhotosAgain(tools, entry)
  return null
}

/** Words and photos beside what is there undo nothing of what others did meanwhile. */
const adding: readonly Move[] = ['add-scene-photo', 'comment', 'report-progress']

/** These go on top of it, where the server's table of moves still takes them, and trouble nobody with two sides. */
const addsAllTheSame = async (
  tools: Tools,
  { id, facts }: KeptEntry,
  presentVersion: number | null,
): Promise<boolean> => {
  if (facts.what.kind !== 'step' || !adding.includes(facts.what.move) || presentVersion === null) return false
  const present = tools.ledger.find(id)
  if (present === null || present.progress.decidedOn === presentVersion) return false
  await settleProgress(tools, present, (now) => ({ ...now, decidedOn: presentVersion }))
  return true
}

/** The server swept photos that no record named in time: as long as their bytes are here they are sent once more. */
const sendPhotosAgain = async (tools: Tools, entry: KeptEntry): Promise<Stop | null> => {
  const present = tools.ledger.find(entry.id)
  if (present === null || present.progress.attempts >= 8) return { stopped: 'refused', presentVersion: null }
  await settleProgress(tools, entry, (now) => ({
    ...now,
    photos: Object.fromEntries(
      Object.entries(now.photos).map(([id, photo]) => [id, { ...photo, copyReceived: false, originalReceived: false }]),
    ),
  }))
  return null
}
