import { noticeKinds } from '../../db/vocabulary.ts'
import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import { namesFor } from '../hazards/names.ts'
import type { World } from '../world.ts'
import type { TemplateList } from './answers.ts'
import { latestTemplate } from './template-store.ts'

/** Which template is in force for each kind of document. */
export const listTemplates = async (world: World, actor: Actor): Promise<TemplateList> => {
  keepersOnly(actor)
  const rows = []
  for (const kind of noticeKinds) rows.push({ kind, row: await latestTemplate(world.db, actor.county, kind) })
  const names = await namesFor(world.db, actor.county, {
    ...{ people: rows.map(({ row }) => row?.uploadedBy ?? null), units: [], places: [] },
  })
  return {
    templates: rows.map(({ kind, row }) => ({
      kind,
      version: row?.version ?? 0,
      fileName: row?.docx == null ? null : row.fileName,
      changedAt: row?.uploadedAt ?? null,
      changedBy: names.person(row?.uploadedBy ?? null)?.name ?? null,
    })),
  }
}
