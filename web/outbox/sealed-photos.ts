import { photoTakers, positionSources } from '../../db/vocabulary.ts'
import { fieldsIn, numberIn, textIn } from '../hazards/entry-body.ts'
import type { FieldPhoto, FieldPosition } from './entry.ts'

/** When, where and how a photo was taken. */
export type TakenFacts = Pick<FieldPhoto, 'takenAtMs' | 'takenWith' | 'position'>

type Fields = Readonly<Record<string, unknown>>

const positionIn = (photo: Fields, clockOffsetMs: number, takenAtMs: number): FieldPosition | null => {
  const [told] = fieldsIn({ position: [photo['position']] }, 'position')
  if (told === undefined) return null
  const [longitude, latitude] = [numberIn(told, 'longitude'), numberIn(told, 'latitude')]
  if (longitude === null || latitude === null) return null
  const source = positionSources.find((each) => each === textIn(told, 'source')) ?? 'exif'
  const atMs = Date.parse(textIn(told, 'at')) - clockOffsetMs
  const accuracyMetres = numberIn(told, 'accuracyMetres')
  return { longitude, latitude, accuracyMetres, source, atMs: Number.isFinite(atMs) ? atMs : takenAtMs }
}

/** A file from elsewhere may hold anything. */
const bodyIn = (text: string): Fields => {
  try {
    const told: unknown = JSON.parse(text)
    return typeof told === 'object' && told !== null ? { ...told } : {}
  } catch {
    return {}
  }
}

/**
 * What a sealed request says of its photos, by their ids, with instants in this device's own clock, which the server's
 * is ahead of by `clockOffsetMs`. A photo without an instant that can be read was taken at `otherwiseMs`.
 */
export const sealedPhotos = (
  requestBody: string,
  clockOffsetMs: number,
  otherwiseMs: number,
): ReadonlyMap<string, TakenFacts> => {
  const body = bodyIn(requestBody)
  return new Map(
    fieldsIn(body, 'photos').map((photo) => {
      const atMs = Date.parse(textIn(photo, 'capturedAt')) - clockOffsetMs
      const takenAtMs = Number.isFinite(atMs) ? atMs : otherwiseMs
      const takenWith = photoTakers.find((each) => each === textIn(photo, 'takenWith')) ?? 'file'
      return [textIn(photo, 'id'), { takenAtMs, takenWith, position: positionIn(photo, clockOffsetMs, takenAtMs) }]
    }),
  )
}
