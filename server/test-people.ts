import { hash } from '@node-rs/argon2'
import type { Tx } from '../db/unit-of-work.ts'
import type { Role, UnitKind } from '../db/vocabulary.ts'
import type { Instant } from './domain/county-calendar.ts'
import { insertPerson } from './people/people-store.ts'
import { insertUnit } from './people/unit-store.ts'

export const testPassword = 'test-county-1'

interface TestUnit {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly areaCodes: readonly string[]
}

export const testUnits: readonly TestUnit[] = [
  { id: 'unit-squad1', kind: 'squad', name: '一中队', areaCodes: ['360424100', '360424101'] },
  { id: 'unit-squad2', kind: 'squad', name: '二中队', areaCodes: ['360424105'] },
  { id: 'unit-town1', kind: 'township', name: '义宁镇政府', areaCodes: ['360424100'] },
  { id: 'unit-town2', kind: 'township', name: '渣津镇政府', areaCodes: ['360424105'] },
  { id: 'unit-roads', kind: 'department', name: '县公路事务中心', areaCodes: [] },
  { id: 'unit-county', kind: 'county-office', name: '县道安办', areaCodes: [] },
  { id: 'unit-government', kind: 'county-office', name: '县政府办', areaCodes: [] },
]

interface TestPerson {
  readonly account: string
  readonly name: string
  readonly role: Role
  readonly unitId: string | null
}

/** An account is its person's id as well, so that tests can name people plainly. */
export const testPeople: readonly TestPerson[] = [
  { account: 'squad1', name: '余队员', role: 'squad', unitId: 'unit-squad1' },
  { account: 'squad1b', name: '卢队员', role: 'squad', unitId: 'unit-squad1' },
  { account: 'squad2', name: '樊队员', role: 'squad', unitId: 'unit-squad2' },
  { account: 'chief1', name: '陈镇长', role: 'road-chief', unitId: 'unit-town1' },
  { account: 'chief2', name: '匡镇长', role: 'road-chief', unitId: 'unit-town2' },
  { account: 'county-chief', name: '冷副县长', role: 'road-chief', unitId: 'unit-government' },
  { account: 'dept1', name: '朱工', role: 'department', unitId: 'unit-roads' },
  { account: 'reviewer', name: '龚主任', role: 'county-reviewer', unitId: 'unit-county' },
  { account: 'reviewer2', name: '戴干事', role: 'county-reviewer', unitId: 'unit-county' },
  { account: 'leader', name: '黄县长', role: 'leader', unitId: 'unit-government' },
  { account: 'reporter', name: '桂协管', role: 'light-reporter', unitId: 'unit-town1' },
  { account: 'admin', name: '管理员', role: 'administrator', unitId: null },
]

let passwordHash: Promise<string> | undefined

/** What keeps a thief busy would keep every test busy too: one hash for everybody, and as cheap as argon2id goes. */
export const testPasswordHash = (): Promise<string> => {
  passwordHash ??= hash(testPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  return passwordHash
}

export const fillTestPeople = async (tx: Tx, county: string, at: Instant, passwordHash: string): Promise<void> => {
  for (const { areaCodes, ...unit } of testUnits) await insertUnit(tx, { county, ...unit, phone: null }, areaCodes)
  for (const { account, ...person } of testPeople)
    await insertPerson(tx, {
      ...{ county, id: account, account, ...person, phone: null, active: true, passwordHash },
      ...{ mustChangePassword: false, failedSignIns: 0, lockedUntil: null, version: 1, addedAt: at },
    })
}
