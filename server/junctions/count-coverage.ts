import { roadClasses } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { recentSince } from '../domain/inspection-age.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { junctionReadersOnly } from './junction-gates.ts'
import { coverageCounts, divisionNames } from './store.ts'
import type { Coverage, CoverageLine } from './wire.ts'

type Counts = Awaited<ReturnType<typeof coverageCounts>>

/** How many of the junctions in use somebody has looked at: ever, and within so many months. */
export const countCoverage = async (world: World, actor: Actor, months: number): Promise<Coverage> => {
  junctionReadersOnly(actor)
  const { db, county } = world
  const { timeZone } = await findCounty(db, county)
  const now = world.now()
  const counts = await coverageCounts(db, county, recentSince(now, months, timeZone))
  const names = await divisionNames(db, county)
  const inUse = counts.filter(({ active }) => active)
  const retired = counts.filter(({ active }) => !active).reduce((sum, { all }) => sum + all, 0)
  const by = (key: 'townshipCode' | 'roadClass'): CoverageLine[] =>
    [...Map.groupBy(inUse, (one) => one[key])].map(([code, of]) => ({
      ...{ key: code, name: code === null ? null : (names.get(code) ?? null) },
      ...added(of),
    }))
  const order: readonly (string | null)[] = [...roadClasses, null]
  const rank = ({ key }: CoverageLine): number => order.indexOf(key)
  return {
    ...{ asOf: now, months, ...added(inUse), retired },
    townships: by('townshipCode').sort((a, b) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1)),
    roadClasses: by('roadClass').sort((a, b) => rank(a) - rank(b)),
  }
}

const added = (counts: Counts) => ({
  all: counts.reduce((sum, one) => sum + one.all, 0),
  ever: counts.reduce((sum, one) => sum + one.ever, 0),
  recent: counts.reduce((sum, one) => sum + one.recent, 0),
})
