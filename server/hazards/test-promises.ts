import { expect } from 'vitest'
import { jpeg, sha256Of } from '../photos/test-pictures.ts'
import { newId, type Walk } from '../test-walk.ts'
import { HazardWhole } from './answers.ts'

export interface Shot {
  readonly id: string
  readonly original: Buffer
  readonly copy: Buffer | null
}

let seed = 100
export const shoot = async (withCopy = true): Promise<Shot> => ({
  id: newId(),
  original: await jpeg(64, 48, ++seed),
  copy: withCopy ? await jpeg(32, 24, ++seed) : null,
})

export const asTaken = ({ id, original, copy }: Shot, given = {}) => ({
  ...{ id, sha256: sha256Of(original), copySha256: copy && sha256Of(copy) },
  ...{ capturedAt: '2026-11-18T00:58:00.000Z', clockOffsetMs: 1200, takenWith: 'viewfinder', position: null, ...given },
})

export const kinds = ({ timeline }: HazardWhole) => timeline.map(({ kind }) => kind)

/** Reports that go ahead of their photos, and the photos behind them; each test has a county, and so a walk, of its own. */
export const promising = (walk: () => Walk) => {
  const ahead = async (shots: readonly Shot[], given = {}) =>
    walk().reportBody({ photos: shots.map((shot) => asTaken(shot)), photosFollow: true, ...given })
  return {
    ahead,
    bring: async (bytes: Buffer | null, account = 'squad1') => {
      if (bytes === null) throw new Error('there is no copy')
      const answer = await (await walk().as(account)).put(`/api/photos/${sha256Of(bytes)}`, bytes)
      expect(answer.status).toBeLessThanOrEqual(201)
    },
    reported: async (shots: readonly Shot[], given = {}, account = 'squad1') =>
      HazardWhole.parse((await walk().tryReport(account, await ahead(shots, given))).body),
  }
}
