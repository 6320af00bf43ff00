import type { RoadClass } from '../../db/vocabulary.ts'

/** The letters that a route code (路线编码) may begin with, as in GB/T 917. */
export const classLetters = ['G', 'S', 'X', 'Y', 'C', 'Z'] as const
export type ClassLetter = (typeof classLetters)[number]

const roadClassOfLetter: Record<ClassLetter, RoadClass> = {
  G: 'national',
  S: 'provincial',
  X: 'county',
  Y: 'township',
  C: 'village',
  Z: 'dedicated',
}

export const routeCodeFaults = ['empty', 'unknown-class', 'malformed-number', 'malformed-county'] as const
export type RouteCodeFault = (typeof routeCodeFaults)[number]

export type RouteCode = {
  readonly ok: true
  /** Normalised, with the county where it was given: X396360726. */
  readonly code: string
  readonly classLetter: ClassLetter
  readonly roadClass: RoadClass
  /** What follows the letter: 396, W46. Leading noughts count. */
  readonly number: string
  /** The 6-digit division code, or null where the code has none. */
  readonly countyCode: string | null
}

export type RouteCodeVerdict = RouteCode | { readonly ok: false; readonly because: RouteCodeFault }

const isClassLetter = (letter: string): letter is ClassLetter => classLetters.some((known) => known === letter)

const countyFigures = 6
/** First figures of a division code: 1 north to 6 north-west, 7 Taiwan, 8 Hong Kong and Macao. */
const countyShape = /^[1-8]\d{5}$/
/** National and provincial roads: 3 figures, expressways 1 to 4, some with letters inside (G4W2). */
const trunkNumber = /^\d(?:[0-9A-Z]{0,3})$/
/** County roads and below: 3 or 4 characters, letters allowed (CW46), at least one figure. */
const localNumber = /^(?=.*\d)[0-9A-Z]{3,4}$/

/** Half-width capitals without blanks, hyphens or dots: how a code is stored and compared. */
export function normaliseRouteCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—−._·]/g, '')
}

/**
 * Reads a route code: class letter, 1 to 4 characters, optionally the 6-digit county.
 * The first reason met from left to right says why a text is none.
 */
export function parseRouteCode(text: string): RouteCodeVerdict {
  const code = normaliseRouteCode(text)
  if (code === '') return { ok: false, because: 'empty' }
  const classLetter = code.charAt(0)
  if (!isClassLetter(classLetter)) return { ok: false, because: 'unknown-class' }
  const rest = code.slice(1)
  // A number has at most 4 characters, so whatever is longer than 6 must end in a county.
  const hasCounty = rest.length > countyFigures
  const number = hasCounty ? rest.slice(0, -countyFigures) : rest
  const countyCode = hasCounty ? rest.slice(-countyFigures) : null
  const isTrunk = classLetter === 'G' || classLetter === 'S'
  if (!(isTrunk ? trunkNumber : localNumber).test(number)) return { ok: false, because: 'malformed-number' }
  if (countyCode !== null && !countyShape.test(countyCode)) return { ok: false, because: 'malformed-county' }
  return { ok: true, code, classLetter, roadClass: roadClassOfLetter[classLetter], number, countyCode }
}
