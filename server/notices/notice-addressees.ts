import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { tableOfNotices } from '../domain/notice-kinds.ts'
import { Problem } from '../http/problem.ts'
import type { IssueNotice } from './wire.ts'

export interface Addressees {
  readonly addressee: string
  /** Everybody a copy goes to, by name: units of the county first, then those outside. */
  readonly copies: readonly string[]
  readonly recipients: readonly { readonly unitId: string; readonly as: 'addressee' | 'copy' }[]
}

const wrong = (pointer: string, fault: string) => new Problem('invalid', { fields: [{ pointer, fault }] })

/** To whom it goes, by name: a unit of the county or somebody outside, never both and never nobody; else 422. */
export const addresseesOf = async (tx: Tx, actor: Actor, body: IssueNotice): Promise<Addressees> => {
  const { addresseeUnitId, copyUnitIds, copies } = body
  if (addresseeUnitId === null && body.addressee === '') throw wrong('/addresseeUnitId', 'required')
  if (addresseeUnitId !== null && body.addressee !== '') throw wrong('/addressee', 'one-or-the-other')
  const { units } = tx.t
  const ids = addresseeUnitId === null ? copyUnitIds : [addresseeUnitId, ...copyUnitIds]
  const rows = ids.length
    ? await tx.q
        .select({ id: units.id, name: units.name, kind: units.kind })
        .from(units)
        .where(and(eq(units.county, actor.county), inArray(units.id, [...ids])))
    : []
  const known = new Map(rows.map((row) => [row.id, row]))
  const to = addresseeUnitId === null ? null : known.get(addresseeUnitId)
  if (to === undefined) throw wrong('/addresseeUnitId', 'unknown')
  if (tableOfNotices[body.kind].to === 'county-office' && to?.kind !== 'county-office')
    throw wrong('/addresseeUnitId', 'not-the-county-office')
  if (copyUnitIds.some((id) => !known.has(id))) throw wrong('/copyUnitIds', 'unknown')
  if (new Set(ids).size !== ids.length) throw wrong('/copyUnitIds', 'repeated')
  return {
    addressee: to?.name ?? body.addressee,
    copies: [...copyUnitIds.map((id) => known.get(id)?.name ?? ''), ...copies],
    recipients: ids.map((unitId) => ({ unitId, as: unitId === addresseeUnitId ? 'addressee' : 'copy' })),
  }
}
