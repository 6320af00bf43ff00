import { inTransaction } from '../../db/unit-of-work.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { checkTemplate } from './check-template.ts'
import { addTemplate, latestTemplate } from './template-store.ts'

const mostFaults = 20

/**
 * A template of the county's own, in force for every document issued from now on; those issued before keep theirs.
 * Refused with 422 and every fault found. The same file sent again changes nothing.
 */
export const changeTemplate = async (
  world: World,
  actor: Actor,
  kind: NoticeKind,
  { docx, fileName }: { docx: Buffer; fileName: string },
): Promise<void> => {
  keepersOnly(actor)
  const faults = await checkTemplate(docx, kind)
  if (faults.length > 0)
    throw new Problem('invalid', {
      fields: faults.slice(0, mostFaults).map(({ fault, detail }) => ({ pointer: `/${detail}`, fault })),
    })
  const text = docx.toString('base64')
  await inTransaction(world.db, async (tx) => {
    const before = await latestTemplate(tx, actor.county, kind)
    if (before?.docx === text && before.fileName === fileName) return
    const at = world.now()
    const version = (before?.version ?? 0) + 1
    const row = { county: actor.county, kind, version, fileName, docx: text, uploadedAt: at, uploadedBy: actor.id }
    await addTemplate(tx, row)
    await note(tx, {
      ...{ county: actor.county, at, actorId: actor.id, kind: 'template-changed', subjectId: `template-${kind}` },
      body: { kind, version, fileName, bytes: docx.length },
    })
  })
}
