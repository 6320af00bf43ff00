import type { Actor } from '../domain/actor.ts'
import { zoneKeepers } from '../domain/zone-doors.ts'
import type { SignTextsRow } from './sign-store.ts'
import type { SignTexts } from './sign-wire.ts'
import { usualDuties } from './usual-duties.ts'

export const signTextsOnWire = (row: SignTextsRow | null, actor: Actor, hasAddress: boolean): SignTexts => ({
  version: row?.version ?? 0,
  hotline: row?.hotline ?? '',
  duties: [...(row?.duties ?? [])],
  usualDuties: [...usualDuties],
  hasAddress,
  mayChange: zoneKeepers.includes(actor.role),
})
