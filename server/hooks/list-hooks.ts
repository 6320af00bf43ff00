import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { deliveriesOf, stoppedDeliveries } from './delivery-store.ts'
import { deliveryOnWire, hookOnWire } from './hook-view.ts'
import { allHooks } from './store.ts'
import type { HookList } from './wire.ts'

const lastShown = 10

/** Every receiver with its last deliveries, and whatever stopped on the way. */
export const listHooks = async ({ db }: Pick<World, 'db'>, actor: Actor): Promise<HookList> => {
  keepersOnly(actor)
  const hooks = await allHooks(db, actor.county)
  const shown = await Promise.all(
    hooks.map(async (hook) => hookOnWire(hook, await deliveriesOf(db, actor.county, hook.id, lastShown))),
  )
  const known = new Set(hooks.map(({ id }) => id))
  const stopped = (await stoppedDeliveries(db, actor.county)).filter(({ hookId }) => known.has(hookId ?? ''))
  return { hooks: shown, stopped: stopped.map(deliveryOnWire) }
}
