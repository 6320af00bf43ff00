import type { z } from 'zod'
import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { feedbackPage } from './feedback-store.ts'
import type { FeedbackList } from './wire.ts'

const readers: readonly Role[] = ['county-reviewer', 'administrator']
const pageSize = 50

const placeOf = (after: string | undefined): { at: string; id: string } | null => {
  if (after === undefined) return null
  const [at = '', id = ''] = after.split('~')
  if (at === '' || id === '') throw new Problem('malformed', { fields: [{ pointer: '/after', fault: 'wrong-format' }] })
  return { at, id }
}

/** What people wrote, the newest first, for those who can do something about it. */
export const listFeedback = async (
  world: World,
  actor: Actor,
  after: string | undefined,
): Promise<z.infer<typeof FeedbackList>> => {
  if (!readers.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: readers })
  const rows = await feedbackPage(world.db, actor.county, placeOf(after), pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    feedback: shown.map(({ entry: { id, personId, page, words, givenAt }, name }) => ({
      ...{ id, personId, name, page, words, givenAt },
    })),
    next: last ? `${last.entry.givenAt}~${last.entry.id}` : null,
  }
}
