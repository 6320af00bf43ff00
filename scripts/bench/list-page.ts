import { Hono } from 'hono'
import { clientOf } from '../../server/test-client.ts'
import type { TestCounty } from '../../server/test-county.ts'
import type { Contest } from './ratio.ts'
import { reportMany } from './report-many.ts'

const pagesPerRound = 40

/** A page of fifty rows for a squad, rights and all, against the same bytes answered from memory. */
export const listPage = async (county: TestCounty): Promise<Contest> => {
  await reportMany(county, 1500)
  const squad = await county.as('squad1')
  const path = '/api/hazards?limit=50'
  const { bytes } = await squad.get(path)
  const body = new Uint8Array(bytes)
  const still = clientOf(new Hono().get('/still', (c) => c.body(body, 200, { 'Content-Type': 'application/json' })))
  return {
    name: 'list page: GET /api/hazards?limit=50 among 1,500 hazards, as a squad',
    yardstick: 'the same JSON from memory',
    unit: 'page',
    ours: async () => {
      for (let page = 0; page < pagesPerRound; page++) await squad.get(path)
      return pagesPerRound
    },
    bare: async () => {
      for (let page = 0; page < pagesPerRound; page++) await still.get('/still')
      return pagesPerRound
    },
  }
}
