import type { Actor } from '../domain/actor.ts'
import { leaderInTheWay } from '../domain/zone-terms.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { type Asked, changeZone } from './change-of-zone.ts'
import { refuse } from './check-post.ts'
import { type HelperRow, helperIsKnown, helpersOf, putHelper as keepHelper } from './post-store.ts'
import type { HelperBody } from './whole-wire.ts'

/** Enters a helper or the leader in charge of a zone, or changes what is known of one; a last day ends the term. */
export const putHelper = async (world: World, actor: Actor, asked: Asked<HelperBody>, isNew: boolean) => {
  const kind = isNew ? 'helper-added' : 'helper-changed'
  return changeZone(world, actor, asked, { kind, door: 'helpers' }, async ({ tx, zone }) => {
    const { actId: _act, deviceAt: _device, ...facts } = asked.body
    const { county, id: zoneId } = zone
    const helpers = await helpersOf(tx, county, [zoneId])
    const before = helpers.find(({ id }) => id === asked.id) ?? null
    if (isNew && (await helperIsKnown(tx, county, asked.id))) throw new Problem('other-content')
    if (!isNew && !before) throw new Problem('not-there')
    if (facts.heldUntil !== null && facts.heldUntil < facts.heldFrom)
      return refuse('/heldUntil', 'before-its-beginning')
    if (leaderInTheWay(helpers, { id: asked.id, ...facts })) return refuse('/heldFrom', 'leader-overlaps')
    const row: HelperRow = { county, zoneId, id: asked.id, ...facts }
    await keepHelper(tx, row)
    return { ...facts, ...(before && { before: factsOf(before) }) }
  })
}

const factsOf = ({ kind, name, phone, title, stationKind, station, heldFrom, heldUntil }: HelperRow) => ({
  ...{ kind, name, phone, title, stationKind, station },
  ...{ heldFrom, heldUntil },
})
