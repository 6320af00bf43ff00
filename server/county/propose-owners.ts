import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { divisionsAround } from '../domain/divisions-around.ts'
import { findCounty, openCase, whereaboutsOf } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { ownersOf } from './matrix-in-force.ts'
import { type PostHeld, postsHeld } from './store.ts'
import type { ProposedOwners } from './wire.ts'

/** Whom the matrix names for a hazard that is about to be registered, and the road chief of the level it asks for. */
export const proposeOwners = async (
  world: World,
  actor: Actor,
  hazardId: string,
  code: string | undefined,
): Promise<ProposedOwners> => {
  const { db } = world
  const found = await openCase(db, actor.county, hazardId)
  if (!found || !inScope(scopeOf(actor), whereaboutsOf(found))) throw new Problem('not-there')
  const { hazard } = found
  const { roadClass, placeCode, zoneId } = hazard
  const question = { roadClass, placeCode, code: code ?? hazard.code }
  const { matrix, ...owners } = await ownersOf(db, actor.county, question)
  const nameOf = (id: string | null) => {
    const unit = matrix.units.find((one) => one.id === id)
    return unit ? { id: unit.id, name: unit.name } : null
  }
  const { timeZone } = await findCounty(db, actor.county)
  const level = owners.chiefLevel
  const posts =
    level === null
      ? []
      : await postsHeld(db, actor.county, {
          ...{ level, zoneId, areaCodes: divisionsAround(placeCode), today: dayOf(world.now(), timeZone) },
        })
  return {
    version: matrix.version,
    lineNumber: owners.lineNumber,
    local: nameOf(owners.localUnitId),
    sector: nameOf(owners.sectorUnitId),
    cure: nameOf(owners.cureUnitId),
    chiefLevel: level,
    chief: nearest(posts, zoneId),
  }
}

/** The hazard's own zone first (a road's segment before any area), then the smallest area around it. */
const nearest = (posts: readonly PostHeld[], zoneId: string | null): ProposedOwners['chief'] => {
  const rank = ({ zoneId: id, placeCode }: PostHeld): number => (id === zoneId ? 99 : placeCode.length)
  const [first] = [...posts].sort((a, b) => rank(b) - rank(a))
  return first ? { id: first.id, name: first.name, phone: first.phone, zoneName: first.zoneName } : null
}
