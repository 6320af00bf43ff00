import type { Tx } from '../../db/unit-of-work.ts'
import type { ChiefLevel } from '../../db/vocabulary.ts'
import type { Day } from '../domain/county-calendar.ts'
import { levelFits } from '../domain/zone-levels.ts'
import { chiefRoles, postInTheWay } from '../domain/zone-terms.ts'
import { Problem } from '../http/problem.ts'
import { findPerson } from '../people/people-store.ts'
import type { PostRow } from './post-store.ts'
import type { ZoneRow } from './store.ts'

export interface WantedPost {
  readonly id: string
  readonly personId: string
  readonly level: ChiefLevel
  readonly heldFrom: Day
  readonly heldUntil: Day | null
}

export const refuse = (pointer: string, fault: string): never => {
  throw new Problem('invalid', { fields: [{ pointer, fault }] })
}

/** A person of the county who can be chief, at a level the zone may have, a term that ends after it begins, and nobody else of that level in it. */
export const mustFit = async (
  tx: Tx,
  zone: ZoneRow,
  posts: readonly PostRow[],
  wanted: WantedPost,
  pointers: { readonly person: string; readonly from: string },
): Promise<void> => {
  const { personId, level, heldFrom, heldUntil } = wanted
  const person = await findPerson(tx, zone.county, personId)
  if (!person) return refuse(pointers.person, 'unknown')
  if (!chiefRoles.includes(person.role)) return refuse(pointers.person, 'cannot-be-chief')
  // a term that stands at a level its zone should not have can still be put right in the rest
  const stands = posts.find(({ id }) => id === wanted.id)?.level === level
  if (!stands && !levelFits(zone, level)) return refuse('/level', 'not-a-level-here')
  if (heldUntil !== null && heldUntil < heldFrom) return refuse('/heldUntil', 'before-its-beginning')
  // who has left stays in the history; only a term that still goes on needs somebody who is there
  if (!person.active && heldUntil === null) return refuse(pointers.person, 'not-active')
  if (postInTheWay(posts, wanted)) return refuse(pointers.from, 'term-overlaps')
}
