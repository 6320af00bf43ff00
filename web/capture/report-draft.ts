import type { LeadSource, Role } from '../../db/vocabulary.ts'
import type { PhotoTaken, Position, ReportHazard } from '../../server/hazards/wire.ts'
import { newId } from '../new-id.ts'

/** What the page holds of one report until the server has it; plain values that outlive a reload. */
export interface ReportDraft extends Readonly<Record<string, unknown>> {
  readonly id: string
  readonly code: string
  readonly description: string
  readonly source: string
  readonly township: string
  /** Where the pin was put by hand; empty where it stands on the fix. */
  readonly pin: readonly number[]
  readonly sceneComplete: boolean
}

const usualSource: Partial<Record<Role, LeadSource>> = { squad: 'patrol', 'light-reporter': 'public-tip' }

export const newDraft = (role: Role): ReportDraft => ({
  id: newId(),
  code: '',
  description: '',
  source: usualSource[role] ?? 'patrol',
  township: '',
  pin: [],
  sceneComplete: true,
})

/** The pin where it was moved by hand, else the finest fix among the photos and the page's own. */
export const positionOf = (
  { pin: [longitude, latitude] }: ReportDraft,
  photos: readonly Pick<PhotoTaken, 'position'>[],
  own: Position | null,
  now: string,
): Position | null => {
  if (longitude !== undefined && latitude !== undefined)
    return { longitude, latitude, accuracyMetres: null, source: 'pin', at: now }
  const measured = [...photos.map(({ position }) => position), own].filter((position) => position !== null)
  const rank = ({ source, accuracyMetres }: Position): number =>
    (source === 'device' ? 0 : 1_000_000) + (accuracyMetres ?? 500_000)
  return measured.sort((a, b) => rank(a) - rank(b))[0] ?? null
}

export type Missing = 'photo' | 'category' | 'place' | 'words'

/** What is still needed before it can be saved; never a position where a township was picked. */
export const missingFrom = (draft: ReportDraft, photoCount: number, position: Position | null): Missing | null => {
  if (photoCount === 0) return 'photo'
  if (draft.code === '') return 'category'
  if (draft.code === 'H99' && draft.description.trim() === '') return 'words'
  return position === null && draft.township === '' ? 'place' : null
}

export const reportFrom = (
  draft: ReportDraft,
  source: LeadSource,
  photos: PhotoTaken[],
  position: Position | null,
): ReportHazard => ({
  code: draft.code,
  source,
  description: draft.description.trim(),
  spot: '',
  position,
  placeCode: position === null && draft.township !== '' ? draft.township : null,
  // the report is as old as its first photo, however long it then took to send
  capturedAt: photos.map(({ capturedAt }) => capturedAt).sort()[0] ?? new Date().toISOString(),
  photos,
  sceneComplete: draft.sceneComplete && position !== null,
})
