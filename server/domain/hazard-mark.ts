import type { Colour, SetAside, Severity, Stage } from '../../db/vocabulary.ts'

/** What a mark says, from what needs nobody any more to what is worst: the order in which marks cover each other. */
export const marksByRank = ['void', 'no-longer-watched', 'cleared', 'ungraded', 'minor', 'serious', 'major'] as const
export type MarkKind = (typeof marksByRank)[number]

/** The mark of a hazard: severity while open, cleared while watched, ungraded until somebody has looked. */
export const markOf = (hazard: {
  readonly stage: Stage
  readonly setAside: SetAside | null
  readonly severity: Severity | null
  readonly colour: Colour | null
}): MarkKind => {
  if (hazard.setAside !== null) return 'void'
  if (hazard.stage === 'cleared') return hazard.colour === 'blue' ? 'cleared' : 'no-longer-watched'
  return hazard.severity ?? 'ungraded'
}

const colours: Readonly<Partial<Record<MarkKind, Colour>>> = {
  cleared: 'blue',
  minor: 'yellow',
  serious: 'orange',
  major: 'red',
}

/** The warning colour a mark is drawn in; null where it is drawn in ink alone. */
export const colourOfMark = (mark: MarkKind): Colour | null => colours[mark] ?? null
