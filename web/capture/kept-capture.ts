import { captureDraft, openDraftShelf, type ShelfOwner } from '../outbox/draft-shelf.ts'
import type { Shot } from './capture-draft.ts'
import { takeFormerCapture } from './former-capture.ts'

/** What a capture page that was ended left on the draft shelf. */
export interface LeftCapture {
  readonly draft: unknown
  readonly shots: readonly Shot[]
}

export interface KeptCapture {
  load(): Promise<LeftCapture | null>
  keepDraft(draft: { readonly hazardId: string }): Promise<void>
  keepShot(hazardId: string, shot: Shot): Promise<void>
  dropShot(id: string): Promise<void>
  /** These photos, and the draft if it is the one that lies there: they are in the outbox. Another tab's stays. */
  clear(hazardId: string, shots: readonly Pick<Shot, 'id'>[]): Promise<void>
}

const isDraft = (value: unknown): value is { readonly hazardId: string } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'hazardId') === 'string'

type ShotFacts = Omit<Shot, 'bytes'> & { readonly hazardId: string }

/** Written by this page alone; what an older one wrote differently is left out rather than guessed at. */
const isShotFacts = (value: unknown): value is ShotFacts =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'id') === 'string' &&
  typeof Reflect.get(value, 'takenAtMs') === 'number' &&
  ['hazardId', 'takenWith', 'position', 'part', 'kind'].every((field) => Reflect.has(value, field))

export const openKeptCapture = (owner: ShelfOwner): KeptCapture => {
  const shelf = openDraftShelf(owner, captureDraft)
  return {
    load: async () => {
      let draft = await shelf.words()
      if (draft === null) {
        await takeFormerCapture(owner, async (left) => {
          for (const { id, facts, bytes } of left.shots) await shelf.keepPhoto(id, bytes, facts)
          await shelf.keepWords(left.draft)
        }).catch(() => undefined)
        draft = await shelf.words()
      }
      if (!isDraft(draft)) return null
      // whatever it was taken for: two tabs have one shelf, and no photo is left on it unseen
      const shots = (await shelf.photos()).flatMap(({ facts, bytes }): Shot[] => {
        if (!isShotFacts(facts)) return []
        const { hazardId: _its, ...shot } = facts
        return [{ ...shot, bytes }]
      })
      return { draft, shots: shots.sort((a, b) => a.takenAtMs - b.takenAtMs) }
    },
    keepDraft: (draft) => shelf.keepWords(draft),
    keepShot: (hazardId, { bytes, ...shot }) => shelf.keepPhoto(shot.id, bytes, { ...shot, hazardId }),
    dropShot: (id) => shelf.dropPhoto(id),
    clear: async (hazardId, shots) => {
      for (const { id } of shots) await shelf.dropPhoto(id)
      const draft = await shelf.words()
      if (isDraft(draft) && draft.hazardId === hazardId) await shelf.dropWords()
    },
  }
}
