import type { CountySettings } from '../../db/schema/counties.ts'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { settingsOnWire } from '../people/answers.ts'
import type { World } from '../world.ts'
import { keepersOnly } from './keepers-only.ts'
import { moveCounty } from './store.ts'
import type { SettingsBody } from './wire.ts'

/** The fields of `one` in which it differs from `other`. */
const differing = (one: CountySettings, other: CountySettings): Record<string, unknown> => {
  const others = new Map<string, unknown>(Object.entries(other))
  return Object.fromEntries(
    Object.entries(one).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(others.get(field))),
  )
}

const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b)
const descending = (list: readonly number[]): number[] => ascending(list).reverse()

/** The county chooses other figures. They hold from now on: a deadline that runs already is not moved by them. */
export const changeSettings = async (
  world: World,
  actor: Actor,
  version: number,
  { actId, deviceAt, ...asked }: SettingsBody,
) => {
  keepersOnly(actor)
  const settings: CountySettings = {
    ...asked,
    revisitAfterDays: ascending(asked.revisitAfterDays),
    remindBeforeDays: descending(asked.remindBeforeDays),
    remindAfterDays: ascending(asked.remindAfterDays),
  }
  const contentHash = hashOfContent({ move: 'change-settings', version, settings })
  return inTransaction(world.db, async (tx) => {
    const row = await findCounty(tx, actor.county)
    const before = settingsOnWire(row.settings)
    const present = { version: row.version, settings: before }
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return present
    if (row.version !== version) throw new Problem('changed-meanwhile', { present })
    const after = differing(settings, before)
    if (Object.keys(after).length === 0) return present
    if (!(await moveCounty(tx, row, { settings }))) throw new Problem('changed-meanwhile', { present })
    const at = world.now()
    await note(tx, {
      ...{ county: actor.county, at, actorId: actor.id, kind: 'settings-changed', subjectId: actor.county },
      body: { before: differing(before, settings), after, ...(deviceAt !== null && { deviceAt }) },
    })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: actor.county, at })
    return { version: version + 1, settings: settingsOnWire(settings) }
  })
}
