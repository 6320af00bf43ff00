import type { EventKind } from '../../db/event-kinds.ts'
import { type EntryBody, textsIn } from '../hazards/entry-body.ts'

/** What the sentences name by id or code, in the reader's language. */
export interface TimelineNames {
  readonly unit: (id: string) => string
  readonly person: (id: string) => string
  readonly hazardCode: (code: string) => string
  readonly measure: (code: string) => string
  readonly unitOfMeasure: (code: string) => string
  readonly day: (on: string) => string
}

/** What somebody did, to be read after their name. */
export type Telling = (body: EntryBody, names: TimelineNames) => string
export type Tellings = Readonly<Record<EventKind, Telling>>

export const photosIn = (body: EntryBody): number => textsIn(body, 'photos').length

/** With its mark before it, or nothing at all. */
export const after = (mark: string, text: string): string => (text === '' ? '' : `${mark}${text}`)

export const zhPhotos = (body: EntryBody): string => (photosIn(body) > 0 ? `，照片 ${photosIn(body)} 张` : '')
export const enPhotos = (body: EntryBody): string => {
  const count = photosIn(body)
  return count > 0 ? `, with ${count} ${count === 1 ? 'photo' : 'photos'}` : ''
}
