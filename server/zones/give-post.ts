import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { type Asked, changeZone } from './change-of-zone.ts'
import { mustFit } from './check-post.ts'
import { addPost, postIsKnown } from './post-store.ts'
import type { GivePost } from './whole-wire.ts'

/** Makes somebody chief of a zone at a level, from a day that may lie ahead. */
export const givePost = (world: World, actor: Actor, asked: Asked<GivePost>) =>
  changeZone(world, actor, asked, { kind: 'post-given', door: 'posts' }, async ({ tx, zone, posts }) => {
    const { personId, level, heldFrom, heldUntil, because } = asked.body
    const { county, id: zoneId } = zone
    if (await postIsKnown(tx, county, asked.id)) throw new Problem('other-content')
    const post = { id: asked.id, personId, level, heldFrom, heldUntil }
    await mustFit(tx, zone, posts, post, { person: '/personId', from: '/heldFrom' })
    await addPost(tx, { county, zoneId, ...post })
    return { personId, level, heldFrom, heldUntil, because }
  })
