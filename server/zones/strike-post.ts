import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, changeZone } from './change-of-zone.ts'
import { factsOfPost, postOf } from './post-of.ts'
import { removePost } from './post-store.ts'
import type { StrikeOut } from './whole-wire.ts'

/** Strikes out a post that nobody ever held: entered by mistake, or never taken up. The journal keeps it whole. */
export const strikePost = (world: World, actor: Actor, asked: Asked<StrikeOut>) =>
  changeZone(world, actor, asked, { kind: 'post-struck', door: 'posts' }, async ({ tx, posts }) => {
    const post = postOf(posts, asked.id)
    await removePost(tx, post)
    return { ...factsOfPost(post), because: asked.body.because }
  })
