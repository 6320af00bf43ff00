import { inTransaction } from '../../db/unit-of-work.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { addTemplate, latestTemplate } from './template-store.ts'

/** Back to the template that came with the product, as a version of its own: older documents keep theirs. */
export const dropTemplate = async (world: World, actor: Actor, kind: NoticeKind): Promise<void> => {
  keepersOnly(actor)
  await inTransaction(world.db, async (tx) => {
    const before = await latestTemplate(tx, actor.county, kind)
    if (before?.docx == null) return
    const at = world.now()
    const version = before.version + 1
    const row = { county: actor.county, kind, version, fileName: '', docx: null, uploadedAt: at, uploadedBy: actor.id }
    await addTemplate(tx, row)
    await note(tx, {
      ...{ county: actor.county, at, actorId: actor.id, kind: 'template-changed', subjectId: `template-${kind}` },
      body: { kind, version, fileName: null },
    })
  })
}
