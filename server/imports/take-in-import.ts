import type { Row } from '../../db/schema/tables.ts'
import { takeTurn } from '../../db/take-turn.ts'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import { administratorsOnly } from '../people/administrators-only.ts'
import type { World } from '../world.ts'
import type { FurnishBatch } from '../zones/furnish-batch.ts'
import { batchFingerprint, refuseFaultyBatch, writeBatch } from '../zones/furnish-within.ts'
import { furnishingSubject } from '../zones/store.ts'
import { dryRun, uploadOf } from './dry-run.ts'
import { importWhole } from './import-whole.ts'
import { addImport, findImport } from './store.ts'
import type { ImportChoices, ImportLook, ImportWhole, TakeIn } from './wire.ts'

const mostFaultsTold = 50

/**
 * Writes what a dry run showed: all of it or nothing. 422 where rows are faulty and are not to be left out, or where
 * there is nothing to write; 412 where the county has changed since it was looked at. Once more changes nothing.
 */
export const takeInImport = async (world: World, actor: Actor, id: string, asked: TakeIn): Promise<ImportWhole> => {
  administratorsOnly(actor)
  const { db, county } = world
  const before = await findImport(db, county, id)
  if (before !== null) return importWhole(db, sameAs(before, actor, asked))
  let ready: { readonly look: ImportLook; readonly batch: FurnishBatch }
  try {
    ready = await asShown(world, actor, id, asked)
  } catch (error) {
    // of two confirmations the second may find the upload gone, or its rows written, by the first
    const meanwhile = await findImport(db, county, id)
    if (meanwhile === null) throw error
    return importWhole(db, sameAs(meanwhile, actor, asked))
  }
  const { look, batch } = ready
  await refuseFaultyBatch(db, county, batch)
  const sha256 = batchFingerprint(batch)
  const at = world.now()
  const row = rowOf(look, asked.choices, { county, importedAt: at, importedBy: actor.id })
  const written = await inTransaction(db, async (tx) => {
    await takeTurn(tx, `${county} ${id}`)
    const meanwhile = await findImport(tx, county, id)
    if (meanwhile !== null) return sameAs(meanwhile, actor, asked)
    const counts = await writeBatch(tx, county, batch)
    await addImport(tx, row)
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'county-furnished', subjectId: furnishingSubject },
      body: { ...counts, sha256, importId: id, fileName: look.fileName, fileSha256: look.sha256 },
    })
    return row
  })
  await world.uploads.drop(id)
  return importWhole(db, written)
}

/** The dry run once more with the rows themselves, if it still comes to what was looked at and may be written. */
const asShown = async (world: World, actor: Actor, id: string, { choices, fingerprint }: TakeIn) => {
  const { look, batch } = await dryRun(world, await uploadOf(world, actor, id), choices, true)
  if (batch === null || look.fingerprint !== fingerprint) throw new Problem('changed-meanwhile')
  refuseUnlessWhole(look, choices)
  return { look, batch }
}

const sameAs = (before: Row<'imports'>, actor: Actor, asked: TakeIn): Row<'imports'> => {
  if (before.importedBy !== actor.id || before.fingerprint !== asked.fingerprint) throw new Problem('other-content')
  return before
}

/** Nothing is left out unless the administrator said so. */
const refuseUnlessWhole = ({ counts, faults }: ImportLook, choices: ImportChoices): void => {
  if (counts.faulty > 0 && choices.badRows === 'refuse') {
    const fields = faults.slice(0, mostFaultsTold).map(({ row, fault }) => ({ pointer: `/rows/${row ?? ''}`, fault }))
    throw new Problem('invalid', { fields })
  }
  if (counts.added + counts.redrawn + counts.posts === 0)
    throw new Problem('invalid', { fields: [{ pointer: '/rows', fault: 'nothing-to-take' }] })
}

const rowOf = (
  look: ImportLook,
  choices: ImportChoices,
  by: { readonly county: string; readonly importedAt: string; readonly importedBy: string },
): Row<'imports'> => {
  const { counts, guess, saidSystem, systemLies, encoding, faults, notes } = look
  return {
    ...by,
    ...{ id: look.id, fileName: look.fileName, sha256: look.sha256, bytes: look.bytes, format: look.format },
    ...{ layer: choices.layer, datum: choices.datum, datumGuessed: guess.datum },
    ...{ added: counts.added, redrawn: counts.redrawn, same: counts.same, skipped: counts.faulty },
    fingerprint: look.fingerprint,
    report: { counts, guess, choices, saidSystem, systemLies, encoding, faults, notes },
  }
}
