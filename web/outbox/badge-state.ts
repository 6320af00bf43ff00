import type { OutboxCounts, OutboxEntry, PhotoState } from './entry.ts'

/** Record and every original were received; it stays to be seen for a while. */
export const isAllThere = ({ state, photos }: Pick<OutboxEntry, 'state' | 'photos'>): boolean =>
  state === 'received' && photos.every(({ originalReceived, givenUp }) => originalReceived || givenUp)

/** Nothing more happens to it before its author has decided. */
export const isToSettle = ({ state }: Pick<OutboxEntry, 'state'>): boolean =>
  state === 'conflict' || state === 'refused' || state === 'photo-refused'

/** Its original has still to go, and will. */
export const originalToGo = ({ originalReceived, givenUp, refusal }: PhotoState): boolean =>
  !originalReceived && !givenUp && refusal === null

/** What the badge has to say, in the order it is said; empty when there is nothing. */
export type BadgePart =
  | { readonly kind: 'offline' }
  | { readonly kind: 'settle'; readonly entries: number }
  | { readonly kind: 'waiting'; readonly hazards: number }
  | { readonly kind: 'photos'; readonly received: number; readonly all: number }
  | { readonly kind: 'originals'; readonly photos: number }
  | { readonly kind: 'all-there' }

/** Whether anything on this device is not yet as safe with the server as it can be. */
export const somethingWaits = (counts: OutboxCounts): boolean =>
  counts.waiting > 0 ||
  counts.conflicts + counts.refused > 0 ||
  counts.photosReceived < counts.photosAll ||
  counts.originalsWaiting > 0

/** `lately`: something went up a moment ago, and that all is there may be said. */
export const badgeOf = (counts: OutboxCounts, online: boolean, lately: boolean): readonly BadgePart[] => {
  const parts: BadgePart[] = []
  const settle = counts.conflicts + counts.refused
  const missing = counts.photosReceived < counts.photosAll
  if (!online) parts.push({ kind: 'offline' })
  if (settle > 0) parts.push({ kind: 'settle', entries: settle })
  if (counts.waiting > 0) parts.push({ kind: 'waiting', hazards: counts.waiting })
  if (somethingWaits(counts) && counts.photosAll > 0)
    parts.push({ kind: 'photos', received: counts.photosReceived, all: counts.photosAll })
  if (!missing && counts.waiting === 0 && counts.originalsWaiting > 0)
    parts.push({ kind: 'originals', photos: counts.originalsWaiting })
  if (parts.length === 0 && lately) parts.push({ kind: 'all-there' })
  return parts
}
