import type { NoticeKind } from '../../db/vocabulary.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'

/** What a document about these hazards would say; of several tasks it tells of those of the unit it is meant for. */
export const useNoticeDraft = (kind: NoticeKind, hazards: readonly string[], unitId: string | null) =>
  useAsked(
    ['notice-draft', kind, hazards.join(), unitId],
    () =>
      told(
        api['notice-drafts'].$get({
          query: { kind, hazards: hazards.join(), ...(unitId !== null && { unit: unitId }) },
        }),
      ),
    { staleTimeMs: 60_000, keepFormer: true, enabled: hazards.length > 0 },
  )
