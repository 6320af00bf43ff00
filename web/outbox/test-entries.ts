import type { FieldReport, FieldStep } from './entry.ts'

const photo = (id: string, bytes: readonly number[]) => ({
  ...{ id, name: `${id}.jpg`, bytes: new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }) },
  ...{ takenAtMs: 0, takenWith: 'viewfinder' as const, position: null },
})

export const reportOf = (hazardId: string, photos: Readonly<Record<string, readonly number[]>>): FieldReport => ({
  ...{ kind: 'report', hazardId, code: 'A01', source: 'patrol', description: '', spot: '', placeCode: null },
  ...{ position: null, sceneComplete: false, takenAtMs: 0 },
  photos: Object.entries(photos).map(([id, bytes]) => photo(id, bytes)),
})

export const stepOf = (
  hazardId: string,
  actId: string,
  version: number | null,
  photos: Readonly<Record<string, readonly number[]>> | null = null,
  move: FieldStep['move'] = 'submit-task',
): FieldStep => ({
  ...{ kind: 'step', actId, hazardId, move, taskId: null, path: `/api/hazards/${hazardId}/${move}` },
  ...{ body: { words: actId }, version, seenSeq: null, takenAtMs: 0 },
  photos: photos && Object.entries(photos).map(([id, bytes]) => photo(id, bytes)),
})
