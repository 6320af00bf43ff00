import type { PositionSource } from '../../db/vocabulary.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { api } from '../api.ts'
import { fieldsIn, numberIn, textIn } from '../hazards/entry-body.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import type { FieldPhoto, FieldStep, FieldStepFacts, WholeEntry } from './entry.ts'
import { fieldStepOf } from './field-step.ts'

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

/** The photos that are still here, taken when and where they were, under new ids: the old ones belong to the other step. */
export const photosIn = ({ request, photos, entry }: WholeEntry, clockOffsetMs: number): FieldPhoto[] => {
  const told: unknown = JSON.parse(request.body)
  const body = typeof told === 'object' && told !== null ? { ...told } : {}
  const sealed = fieldsIn(body, 'photos')
  return photos.flatMap(({ id, name, original }): FieldPhoto[] => {
    if (original === null) return []
    const facts = sealed.find((photo) => textIn(photo, 'id') === id) ?? {}
    const takenMs = Date.parse(textIn(facts, 'capturedAt')) - clockOffsetMs
    const [position] = fieldsIn({ position: [facts['position']] }, 'position')
    const [longitude, latitude] = [numberIn(position ?? {}, 'longitude'), numberIn(position ?? {}, 'latitude')]
    const takenAtMs = Number.isFinite(takenMs) ? takenMs : entry.what.takenAtMs
    const source: PositionSource = textIn(position ?? {}, 'source') === 'device' ? 'device' : 'exif'
    const placed =
      longitude === null || latitude === null
        ? null
        : { longitude, latitude, accuracyMetres: numberIn(position ?? {}, 'accuracyMetres'), source, atMs: takenAtMs }
    return [{ id: newId(), name, bytes: original, takenAtMs, takenWith: 'file', position: placed } as const]
  })
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
