import type { LeadSource, PhotoTaker, Role } from '../../db/vocabulary.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import type { DrawnExtent } from '../extents/drawn-extent.ts'
import { newId } from '../new-id.ts'
import type { FieldPosition } from '../outbox/entry.ts'

/** What a photo of the scene shows; only the order in which they are asked for and stand later. */
export const shotKinds = ['main-from', 'main-to', 'side', 'detail'] as const
export type ShotKind = (typeof shotKinds)[number]

export type ShotPart = 'before' | 'after'

/** One photo from the moment of its shutter, with the position of that moment. Times are this device's own. */
export interface Shot {
  readonly id: string
  readonly bytes: Blob
  readonly takenAtMs: number
  readonly takenWith: PhotoTaker
  readonly position: FieldPosition | null
  readonly part: ShotPart
  /** Null: beyond the four that are asked for. */
  readonly kind: ShotKind | null
}

/** Where it is as picked from a list: a division code, and a point where the field book knows one. */
export interface PickedPlace {
  readonly code: string | null
  readonly lngLat: LngLat | null
  /** In words, as the register shows it: 竹坪村, X801 K12+345. */
  readonly words: string
  readonly routeCode: string | null
}

export interface InstalledHere {
  readonly measure: string
  readonly quantity: number
}

/** The hazard on file that this turned out to be, on the version that the field book knows. */
export interface KnownHazard {
  readonly id: string
  readonly version: number | null
  readonly shortCode: string
}

export interface ActIds {
  readonly photos: string
  readonly register: string
  readonly accept: string
  readonly submit: string
}

/** One hazard on its way to the outbox; everything but its photos' bytes. */
export interface CaptureDraft {
  readonly hazardId: string
  readonly taskId: string
  /** Names of the steps it may become, made once: saved twice they are still the same steps. */
  readonly actIds: ActIds
  readonly code: string
  readonly source: LeadSource
  readonly remark: string
  /** Where the pin was put by hand; null where it stands on the fix. */
  readonly pin: LngLat | null
  readonly place: PickedPlace | null
  /** More than a point: a stretch or an area as measured; null for a point. */
  readonly extent: DrawnExtent | null
  readonly skipped: readonly ShotKind[]
  readonly sceneComplete: boolean
  /** Cured on the spot: what was put up; null where it was not. */
  readonly cured: readonly InstalledHere[] | null
  readonly known: KnownHazard | null
  /** The hazards nearby have been looked at: this is another one. */
  readonly another: boolean
}

const usualSource: Partial<Record<Role, LeadSource>> = { squad: 'patrol', 'light-reporter': 'public-tip' }

export const newCapture = (role: Role, nowMs: number): CaptureDraft => ({
  ...{ hazardId: newId(nowMs), taskId: newId(nowMs) },
  actIds: { photos: newId(nowMs), register: newId(nowMs), accept: newId(nowMs), submit: newId(nowMs) },
  ...{ code: '', source: usualSource[role] ?? 'patrol', remark: '' },
  ...{
    pin: null,
    place: null,
    extent: null,
    skipped: [],
    sceneComplete: true,
    cured: null,
    known: null,
    another: false,
  },
})

export const shotsOf = (shots: readonly Shot[], part: ShotPart): readonly Shot[] =>
  shots.filter((shot) => shot.part === part)

/** The first of the four that is neither taken nor skipped; null once there is nothing more to ask for. */
export const nextKind = (shots: readonly Shot[], skipped: readonly ShotKind[]): ShotKind | null => {
  const taken = new Set(shotsOf(shots, 'before').map(({ kind }) => kind))
  return shotKinds.find((kind) => !taken.has(kind) && !skipped.includes(kind)) ?? null
}

const rankOf = ({ kind }: Shot): number => (kind === null ? shotKinds.length : shotKinds.indexOf(kind))

/** In the order of the guide, then of the shutter. */
export const inGuidedOrder = (shots: readonly Shot[]): readonly Shot[] =>
  [...shots].sort((a, b) => rankOf(a) - rankOf(b) || a.takenAtMs - b.takenAtMs)

export type Missing = 'photo' | 'category' | 'words' | 'after-photo' | 'position-for-cure'

/** The first thing still needed before it can be saved. A position or a place is never among them, save for a cure. */
export const missingFrom = (draft: CaptureDraft, shots: readonly Shot[], placed: boolean): Missing | null => {
  if (shotsOf(shots, 'before').length === 0) return 'photo'
  if (draft.known !== null) return null
  if (draft.code === '') return 'category'
  if (draft.code === 'H99' && draft.remark.trim() === '') return 'words'
  if (draft.cured === null) return null
  if (shotsOf(shots, 'after').length === 0) return 'after-photo'
  return placed ? null : 'position-for-cure'
}
