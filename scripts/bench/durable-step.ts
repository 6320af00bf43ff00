import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { TestCounty } from '../../server/test-county.ts'
import type { Contest } from './ratio.ts'
import { reportMany } from './report-many.ts'

const stepsPerRound = 128

/**
 * A step on a hazard, synced to disk before its answer, 128 people at once, against a loop of bare commits, one row and
 * one sync each, on the same disk. Below 1 means that group commit beats even a commit without any work in it.
 */
export const durableStep = async (county: TestCounty): Promise<Contest & { close: () => void }> => {
  const squad = await county.as('squad1')
  const ids = await reportMany(county, stepsPerRound)
  const versions = new Map(ids.map((id) => [id, 1]))
  const folder = mkdtempSync(join(county.folder, 'bare-'))
  const bare = new BetterSqlite3(join(folder, 'bare.db'))
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('create table steps (at text)')
  const insert = bare.prepare('insert into steps values (?)')
  return {
    name: `durable step: POST /api/hazards/{id}/comments, ${stepsPerRound} at once`,
    yardstick: 'a bare loop of one-row commits with synchronous=FULL',
    unit: 'step',
    ours: async () => {
      const answers = await Promise.all(
        ids.map((id) => {
          const version = versions.get(id) ?? 1
          versions.set(id, version + 1)
          const body = { actId: county.world.newId(), words: '已看' }
          return squad.post(`/api/hazards/${id}/comments`, body, { 'If-Match': `"${version}"` })
        }),
      )
      const refused = answers.find(({ status }) => status !== 200)
      if (refused) throw new Error(`a step was answered with ${refused.status}: ${JSON.stringify(refused.body)}`)
      return ids.length
    },
    bare: async () => {
      for (let step = 0; step < stepsPerRound; step++) insert.run(new Date().toISOString())
      return stepsPerRound
    },
    close: () => {
      bare.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
