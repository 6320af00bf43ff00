import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { type Asked, changeZone } from './change-of-zone.ts'
import { helpersOf, removeHelper } from './post-store.ts'
import type { StrikeOut } from './whole-wire.ts'

/** Strikes out a helper entered by mistake; whoever really was one gets a last day instead. */
export const strikeHelper = (world: World, actor: Actor, asked: Asked<StrikeOut>) =>
  changeZone(world, actor, asked, { kind: 'helper-struck', door: 'helpers' }, async ({ tx, zone }) => {
    const { county, id: zoneId } = zone
    const helper = (await helpersOf(tx, county, [zoneId])).find(({ id }) => id === asked.id)
    if (!helper) throw new Problem('not-there')
    await removeHelper(tx, helper)
    const { kind, name, phone, heldFrom, heldUntil } = helper
    return { kind, name, phone, heldFrom, heldUntil, because: asked.body.because }
  })
