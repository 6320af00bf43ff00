import type { Db } from '../../db/unit-of-work.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import type { Day } from '../domain/county-calendar.ts'
import { whyNotInNotice } from '../domain/notice-kinds.ts'
import type { Reason } from '../domain/reasons.ts'
import { type Case, factsOf, openCase, whereaboutsOf } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'

export interface HazardOfNotice {
  readonly found: Case
  /** Why it cannot stand in a document of this kind now; null where it can. */
  readonly because: Reason | null
}

/** The hazards a document is to be about, each in the asker's scope, else 404 naming which by its place in the list. */
export const openHazards = async (
  db: Db,
  actor: Actor,
  ids: readonly string[],
  { kind, today }: { kind: NoticeKind; today: Day },
): Promise<HazardOfNotice[]> => {
  const scope = scopeOf(actor)
  const opened: HazardOfNotice[] = []
  for (const [at, id] of ids.entries()) {
    const found = await openCase(db, actor.county, id)
    if (!found || !inScope(scope, whereaboutsOf(found)))
      throw new Problem('not-there', { fields: [{ pointer: `/hazards/${at}`, fault: 'not-there' }] })
    opened.push({ found, because: whyNotInNotice(kind, factsOf(found, today), actor) })
  }
  return opened
}
