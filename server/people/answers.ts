import type { z } from 'zod'
import type { CountySettings } from '../../db/schema/counties.ts'
import type { Row } from '../../db/schema/tables.ts'
import type { PersonRow } from './people-store.ts'
import type { SessionRow } from './session-store.ts'
import type { Unit } from './unit-store.ts'
import type { CountyOnWire, Door, PersonOnWire, SessionOnWire, SettingsOnWire, UnitOnWire } from './wire.ts'

/** Explicit picks: no row leaves whole, so a new column stays in until somebody lets it out here. */

export const unitOnWire = ({ id, name, kind, phone, areaCodes }: Unit): z.infer<typeof UnitOnWire> => ({
  ...{ id, name, kind, phone },
  areaCodes: [...areaCodes],
})

export const personOnWire = (row: PersonRow, withAccount: boolean): z.infer<typeof PersonOnWire> => {
  const { id, name, phone, role, unitId, active, version, account } = row
  return { id, name, phone, role, unitId, active, version, account: withAccount ? account : null }
}

export const sessionOnWire = (row: SessionRow, currentId: string): z.infer<typeof SessionOnWire> => {
  const { id, device, startedAt, lastUsedAt, endsAt } = row
  return { id, device, startedAt, lastUsedAt, endsAt, current: id === currentId }
}

export const doorOnWire = ({ county, name, nameEn, invented }: Row<'counties'>): z.infer<typeof Door> => ({
  code: county,
  ...{ name, nameEn, invented },
})

export interface CountyWhole {
  readonly county: Row<'counties'>
  readonly codes: readonly Row<'codes'>[]
  readonly townships: readonly { code: string; name: string; aliases: readonly string[] }[]
  readonly units: readonly Unit[]
  readonly posts: z.infer<typeof CountyOnWire>['posts']
  readonly holidays: z.infer<typeof CountyOnWire>['holidays']
}

export const settingsOnWire = (settings: CountySettings): z.infer<typeof SettingsOnWire> => ({
  ...settings,
  revisitAfterDays: [...settings.revisitAfterDays],
  remindBeforeDays: [...settings.remindBeforeDays],
  remindAfterDays: [...settings.remindAfterDays],
})

export const countyOnWire = (whole: CountyWhole): z.infer<typeof CountyOnWire> => {
  const { county, codes, townships, units, posts, holidays } = whole
  const { name, nameEn, registerPrefix, timeZone, invented, bounds, version } = county
  const inList = (list: Row<'codes'>['list']) => codes.filter((row) => row.list === list)
  return {
    code: county.county,
    ...{ name, nameEn, registerPrefix, timeZone, invented, bounds },
    version,
    settings: settingsOnWire(county.settings),
    holidays,
    codes: {
      hazard: inList('hazard').map(({ code, zh, en, common }) => ({ code, zh, en, common })),
      measure: inList('measure').map(({ code, zh, en, unit }) => ({ code, zh, en, unit })),
      source: inList('source').map(({ code, zh, en }) => ({ code, zh, en })),
    },
    townships: townships.map(({ code, name, aliases }) => ({ code, name, aliases: [...aliases] })),
    units: units.map(unitOnWire),
    posts,
  }
}
