import type { NewRow } from '../../db/schema/tables.ts'
import { keepBooks } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import type { LngLat } from '../domain/distance.ts'
import { placeCellOf } from '../domain/morton.ts'
import { addHazard } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from './place-index.ts'

/** Whoever sees the county, for looking below the front door at an hour when every session has ended. */
export const countyLeader: Actor = {
  ...{ county: '360424', id: 'leader', name: '黄县长', role: 'leader', unitId: 'unit-government' },
  ...{ areaCodes: [], zoneIds: [], zonePlaceCodes: [] },
}

type Change = Partial<NewRow<'hazards'>>

/** A hazard as it lies in the database, placed by the index: for tests of what is shown, not of how it came there. */
export const layHazard = async (world: World, id: string, lngLat: LngLat, change: Change = {}): Promise<void> => {
  const { county } = world
  const { otherZoneIds, villageCode, roadDistanceMetres, ...where } = (await placeIndexOf(world)).locate(lngLat)
  const at = world.now()
  await keepBooks(world.db, (tx) =>
    addHazard(tx, {
      ...where,
      county,
      id,
      version: 1,
      shortCode: id.toUpperCase(),
      stage: 'team',
      source: 'patrol',
      code: 'A01',
      otherCodes: [],
      description: '',
      spot: '',
      longitude: lngLat[0],
      latitude: lngLat[1],
      placeCell: placeCellOf(lngLat),
      reportedAt: at,
      reportedBy: 'reviewer',
      capturedAt: at,
      reportHash: '',
      timesReopened: 0,
      changedAt: at,
      ...change,
    }),
  )
}

/** On the register and due on a day; severity minor. */
export const onRegister = (number: string, dueOn: string): Change => ({
  stage: 'register',
  registerNumber: number,
  severity: 'minor',
  registeredAt: '2026-11-01T01:00:00.000Z',
  dueOn,
  firstDueOn: dueOn,
})

export const curedOn = (number: string, watchUntilOn: string): Change => ({
  ...onRegister(number, '2026-11-10'),
  stage: 'cleared',
  dueOn: null,
  clearedAt: '2026-11-09T01:00:00.000Z',
  clearedBy: 'reviewer',
  watchUntilOn,
})
