import { createMiddleware } from 'hono/factory'
import { actingAsHeader } from '../domain/acting-as.ts'
import { tokenIn } from '../people/session-cookie.ts'
import { whoIsAsking } from '../people/who-is-asking.ts'
import type { World } from '../world.ts'
import type { Env } from './env.ts'
import { Problem } from './problem.ts'

interface Leniency {
  /** For the few doors that stay open until the first password has been changed. */
  readonly evenBeforeChange: boolean
}

/** A page that sends by itself says for whom: the browser's cookie may be another's by then. Most requests say nothing. */
const isMeant = (personId: string, said: string | undefined): boolean => said === undefined || said === personId

/** Sets `c.var.actor` and `c.var.session`, or answers not-signed-in. Asked twice on one way it looks once. */
export const signedIn = (world: World, { evenBeforeChange }: Leniency = { evenBeforeChange: false }) =>
  createMiddleware<Env>(async (c, next) => {
    const already: unknown = c.get('actor')
    if (already !== undefined) return next()
    const token = tokenIn(c)
    const asking = token === null ? null : await whoIsAsking(world, token)
    if (!asking || !isMeant(asking.actor.id, c.req.header(actingAsHeader))) throw new Problem('not-signed-in')
    if (asking.mustChangePassword && !evenBeforeChange) throw new Problem('must-change-password')
    c.set('actor', asking.actor)
    c.set('session', { id: asking.sessionId })
    return next()
  })
