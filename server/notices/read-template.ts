import type { NoticeKind } from '../../db/vocabulary.ts'
import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { latestTemplate } from './template-store.ts'
import { builtInTemplate } from './templates/built-in-template.ts'

/** The template in force as a file: the county's own, or the one that came with the product. */
export const readTemplate = async (world: World, actor: Actor, kind: NoticeKind): Promise<Buffer> => {
  keepersOnly(actor)
  const own = await latestTemplate(world.db, actor.county, kind)
  return own?.docx == null ? builtInTemplate(kind) : Buffer.from(own.docx, 'base64')
}
