import type { LeadSource } from '../../db/vocabulary.ts'
import { leadSources } from '../../db/vocabulary.ts'
import type { Day } from '../../server/domain/county-calendar.ts'
import type { CaptureDraft, PickedPlace } from './capture-draft.ts'

/** What the next junction along the same road has in common with this one. */
export interface LastCapture {
  readonly on: Day
  readonly source: LeadSource
  /** Its division, which names the unit answerable, and its road. */
  readonly placeCode: string | null
  readonly placeName: string
  readonly routeCode: string | null
}

const keyOf = (person: string): string => `luqing.capture.last.${person}`

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The last one of this day; null where there was none today, or it cannot be read. */
export const lastCaptureFrom = (kept: string | null, today: Day): LastCapture | null => {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const field = (name: string): string | null => textOrNull(Reflect.get(value, name))
    const source = leadSources.find((each) => each === field('source'))
    if (field('on') !== today || source === undefined) return null
    return {
      ...{ on: today, source, placeName: field('placeName') ?? '' },
      ...{ placeCode: field('placeCode'), routeCode: field('routeCode') },
    }
  } catch {
    return null
  }
}

export const lastCapture = (person: string, today: Day): LastCapture | null => {
  try {
    return lastCaptureFrom(localStorage.getItem(keyOf(person)), today)
  } catch {
    return null
  }
}

export const rememberCapture = (person: string, last: LastCapture): void => {
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(last))
  } catch {
    // only a convenience: the next one is filled in by hand
  }
}

/**
 * Source, road and unit as before. Where the position is known they follow from it, and only the source is taken over;
 * null where that is the same already.
 */
export const sameAsLast = (
  { source, place }: Pick<CaptureDraft, 'source' | 'place'>,
  last: LastCapture,
  placed: boolean,
): { readonly source: LeadSource; readonly place?: PickedPlace } | null => {
  if (placed || place !== null) return source === last.source ? null : { source: last.source }
  const words = [last.placeName, last.routeCode?.replace(/\d{6}$/, '') ?? ''].filter((part) => part !== '').join(' ')
  if (words === '') return source === last.source ? null : { source: last.source }
  return { source: last.source, place: { code: last.placeCode, lngLat: null, words, routeCode: last.routeCode } }
}
