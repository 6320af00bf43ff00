import type { NewRow } from '../../db/schema/tables.ts'
import { keepBooks } from '../../db/unit-of-work.ts'
import type { LngLat } from '../domain/distance.ts'
import { placeCellOf } from '../domain/morton.ts'
import type { World } from '../world.ts'

type Change = Partial<NewRow<'hazards'>>

const rowsPerStatement = 200
const statementsPerAct = 25

/** Hazards by the thousand as they lie in the database, for tests and measurements of what is shown. */
export const layMany = async (
  world: World,
  count: number,
  hazardOf: (i: number) => { lngLat: LngLat; change?: Change },
): Promise<void> => {
  const at = world.now()
  const rowOf = (i: number): NewRow<'hazards'> => {
    const { lngLat, change } = hazardOf(i)
    return {
      ...{ county: world.county, id: world.newId(), version: 1, shortCode: `M${i}`, stage: 'team', source: 'patrol' },
      ...{ code: 'A01', otherCodes: [], description: '', spot: '', placeCode: '360424100', townshipCode: '360424100' },
      ...{ longitude: lngLat[0], latitude: lngLat[1], placeCell: placeCellOf(lngLat), outsideCounty: false },
      ...{ reportedAt: at, reportedBy: 'reviewer', capturedAt: at, reportHash: '', timesReopened: 0, changedAt: at },
      ...change,
    }
  }
  for (let i = 0; i < count; ) {
    const end = Math.min(count, i + rowsPerStatement * statementsPerAct)
    await keepBooks(world.db, async (tx) => {
      for (; i < end; i = Math.min(end, i + rowsPerStatement)) {
        const rows = Array.from({ length: Math.min(rowsPerStatement, end - i) }, (_, k) => rowOf(i + k))
        await tx.q.insert(tx.t.hazards).values(rows)
      }
    })
  }
}

/** Numbers from 0 up to 1 that are the same at every run. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Of every stage, severity and day, as a county has them after a year; `random` decides. */
export const anyHazard = (random: () => number, i: number): Change => {
  const pick = <T>(...words: readonly [T, ...T[]]): T => words[Math.floor(random() * words.length)] ?? words[0]
  const day = (): string => `2026-11-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
  const severity = pick('minor', 'serious', 'major')
  const numbered: Change = { registerNumber: `R-${i}`, severity, registeredAt: `${day()}T01:00:00.000Z` }
  const always: Change = {
    ...{ code: pick('A01', 'A05', 'B02', 'C01'), source: pick('patrol', 'school', 'campaign', 'public-tip') },
    placeCode: pick('360424100', '360424100201', '360424101', '360424105'),
    ...{ zoneId: pick('zone-360424100', 'zone-360424105', 'zone-x001', null), timesReopened: pick(0, 0, 1) },
    setAside: random() < 0.05 ? 'void' : null,
  }
  switch (pick('team', 'camera', 'register', 'register', 'register', 'cleared')) {
    case 'team':
      return always
    case 'camera':
      return { ...always, stage: 'camera' }
    case 'register':
      return { ...always, ...numbered, stage: 'register', dueOn: day(), firstDueOn: day() }
    default:
      return {
        ...{ ...always, ...numbered, stage: 'cleared', clearedAt: `${day()}T01:00:00.000Z`, clearedBy: 'reviewer' },
        watchUntilOn: pick(null, day()),
      }
  }
}
