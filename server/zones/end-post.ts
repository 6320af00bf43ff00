import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, changeZone } from './change-of-zone.ts'
import { refuse } from './check-post.ts'
import { factsOfPost, postOf } from './post-of.ts'
import { changePost } from './post-store.ts'
import type { EndPost } from './whole-wire.ts'

/** Ends a post that still goes on: its last day, past or to come. A day that stands already is put right by a correction. */
export const endPost = (world: World, actor: Actor, asked: Asked<EndPost>) =>
  changeZone(world, actor, asked, { kind: 'post-ended', door: 'posts' }, async ({ tx, posts }) => {
    const { heldUntil, because } = asked.body
    const post = postOf(posts, asked.id)
    if (heldUntil < post.heldFrom) return refuse('/heldUntil', 'before-its-beginning')
    if (post.heldUntil !== null && heldUntil > post.heldUntil) return refuse('/heldUntil', 'too-big')
    await changePost(tx, post, { heldUntil })
    return { ...factsOfPost(post), heldUntil, because }
  })
