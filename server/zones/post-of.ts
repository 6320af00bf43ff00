import { Problem } from '../http/problem.ts'
import type { PostRow } from './post-store.ts'

/** A post of the zone by its id; 404 where the zone has none such. */
export const postOf = (posts: readonly PostRow[], id: string): PostRow => {
  const post = posts.find((one) => one.id === id)
  if (!post) throw new Problem('not-there')
  return post
}

/** A post as the journal keeps it. */
export const factsOfPost = ({ personId, level, heldFrom, heldUntil }: PostRow) => ({
  personId,
  level,
  heldFrom,
  heldUntil,
})
