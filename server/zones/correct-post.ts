import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type Asked, changeZone } from './change-of-zone.ts'
import { mustFit } from './check-post.ts'
import { factsOfPost, postOf } from './post-of.ts'
import { changePost } from './post-store.ts'
import type { CorrectPost } from './whole-wire.ts'

/** Puts right what was entered wrongly; what stood there before, and why it was wrong, stays in the journal. */
export const correctPost = (world: World, actor: Actor, asked: Asked<CorrectPost>) =>
  changeZone(world, actor, asked, { kind: 'post-corrected', door: 'posts' }, async ({ tx, zone, posts }) => {
    const { personId, level, heldFrom, heldUntil, because } = asked.body
    const post = postOf(posts, asked.id)
    const right = { personId, level, heldFrom, heldUntil }
    await mustFit(tx, zone, posts, { id: post.id, ...right }, { person: '/personId', from: '/heldFrom' })
    await changePost(tx, post, right)
    return { ...right, because, before: factsOfPost(post) }
  })
