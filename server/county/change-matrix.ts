import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { codesOf } from '../people/county-store.ts'
import type { World } from '../world.ts'
import { keepersOnly } from './keepers-only.ts'
import { matrixInForce } from './matrix-in-force.ts'
import { responsibilityOf } from './matrix-whole.ts'
import { addMatrix } from './store.ts'
import type { MatrixBody, Responsibility } from './wire.ts'

/** A new version of the responsibility matrix. Hazards on the register keep the units they were given. */
export const changeMatrix = async (
  world: World,
  actor: Actor,
  version: number,
  body: MatrixBody,
): Promise<Responsibility> => {
  keepersOnly(actor)
  const { actId, deviceAt, lines, because } = body
  const contentHash = hashOfContent({ move: 'change-matrix', version, lines, because })
  const { county } = actor
  const changed = inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return
    const inForce = await matrixInForce(tx, county)
    if (inForce.version !== version) throw new Problem('changed-meanwhile')
    await mustBeKnown(tx, county, new Set(inForce.units.map(({ id }) => id)), lines)
    const at = world.now()
    const row = { county, version: version + 1, lines, because, madeAt: at, madeBy: actor.id }
    if (!(await addMatrix(tx, row))) throw new Problem('changed-meanwhile')
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'matrix-changed', subjectId: county },
      body: { version: row.version, because, lines: lines.length, ...(deviceAt !== null && { deviceAt }) },
    })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: county, at })
  })
  try {
    await changed
  } catch (error) {
    if (error instanceof Problem && error.code === 'changed-meanwhile')
      throw new Problem('changed-meanwhile', { present: await responsibilityOf(world.db, county) })
    throw error
  }
  return responsibilityOf(world.db, county)
}

/** Every unit that a line names exists, and every code or its beginning is on the county's list. */
const mustBeKnown = async (
  tx: Tx,
  county: string,
  units: ReadonlySet<string>,
  lines: MatrixBody['lines'],
): Promise<void> => {
  const codes = (await codesOf(tx, county)).filter(({ list }) => list === 'hazard').map(({ code }) => code)
  const fields = lines.flatMap((line, index) => {
    const unknownUnits = (['localUnit', 'sectorUnit', 'cureUnit'] as const).filter((field) => {
      const named = line[field]
      return named !== null && named !== 'township' && !units.has(named)
    })
    const code = line.code
    const knowsCode = code === null || codes.some((known) => known.startsWith(code))
    return [...unknownUnits, ...(knowsCode ? [] : (['code'] as const))].map((field) => ({
      ...{ pointer: `/lines/${index}/${field}`, fault: 'unknown' },
    }))
  })
  if (fields.length > 0) throw new Problem('invalid', { fields })
}
