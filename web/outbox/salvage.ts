import type { HazardWhole } from '../../server/hazards/answers.ts'
import { api } from '../api.ts'
import { textIn } from '../hazards/entry-body.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import type { FieldPhoto, FieldStep, FieldStepFacts, WholeEntry } from './entry.ts'
import { fieldStepOf } from './field-step.ts'
import { sealedPhotos } from './sealed-photos.ts'

/** What can be kept of a step that no longer fits: its photos as photos of the scene, its words as a comment. */

type Hazard = Pick<HazardWhole, 'id' | 'version' | 'timeline'>

export const wordsOf = ({ body }: Pick<FieldStepFacts, 'body'>): string =>
  ['words', 'because', 'remark'].map((field) => textIn(body, field).trim()).find((text) => text !== '') ?? ''

const lastSeq = ({ timeline }: Hazard): number => timeline.reduce((last, { seq }) => Math.max(last, seq), 0)

const deciding = (hazard: Hazard, move: 'comment' | 'add-scene-photo', clockOffsetMs: number) => ({
  subject: { hazardId: hazard.id, version: hazard.version, seenSeq: lastSeq(hazard), move, taskId: null },
  act: { actId: newId(), deviceAt: serverNow() },
  behind: false,
  clockOffsetMs,
})

/** The photos that are still here and were not refused, taken when and where they were, under new ids: the old ones belong to the other step. */
export const photosIn = ({ request, photos, entry }: WholeEntry, clockOffsetMs: number): FieldPhoto[] => {
  const sealed = sealedPhotos(request.body, clockOffsetMs, entry.what.takenAtMs)
  const unknown = { takenAtMs: entry.what.takenAtMs, takenWith: 'file', position: null } as const
  const refused = new Set(entry.photos.flatMap(({ id, refusal }) => (refusal === null ? [] : [id])))
  return photos.flatMap(({ id, name, original }): FieldPhoto[] =>
    original === null || refused.has(id)
      ? []
      : [{ id: newId(), name, bytes: original, ...(sealed.get(id) ?? unknown) }],
  )
}

export const asScenePhotos = (
  hazard: Hazard,
  photos: readonly FieldPhoto[],
  clockOffsetMs: number,
): Promise<FieldStep> => {
  const about = { ...deciding(hazard, 'add-scene-photo', clockOffsetMs), photos }
  const json = { ...about.act, photos: [], position: null }
  return fieldStepOf(about, (headers) =>
    api.hazards[':id']['scene-photos'].$post({ param: { id: hazard.id }, json }, { headers }),
  )
}

export const asComment = (hazard: Hazard, words: string, clockOffsetMs: number): Promise<FieldStep> => {
  const about = { ...deciding(hazard, 'comment', clockOffsetMs), photos: null }
  const json = { ...about.act, words: words.slice(0, 1000) }
  return fieldStepOf(about, (headers) =>
    api.hazards[':id'].comments.$post({ param: { id: hazard.id }, json }, { headers }),
  )
}
