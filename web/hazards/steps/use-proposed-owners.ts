import { api, told } from '../../api.ts'
import { useAsked } from '../../asking.ts'

/** Whom the county's responsibility matrix names for a hazard, should it be registered under this code. */
export const useProposedOwners = (hazardId: string, code: string) =>
  useAsked(
    ['proposed-owners', hazardId, code],
    () =>
      told(api.hazards[':id']['proposed-owners'].$get({ param: { id: hazardId }, query: code === '' ? {} : { code } })),
    { keepFormer: true },
  )
