import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { recentSince } from '../domain/inspection-age.ts'
import { namesFor } from '../hazards/names.ts'
import { findCounty } from '../hazards/store.ts'
import { linesOf } from '../register/lines.ts'
import type { World } from '../world.ts'
import { hazardMetres, hazardsAt } from './hazards-at.ts'
import { junctionLine } from './junction-view.ts'
import { type InspectionRow, inspectionsOf, type JunctionRow } from './store.ts'
import type { Inspection, JunctionWhole } from './wire.ts'

/** The months that "recent" means where nobody says otherwise. */
const usualMonths = 12
const mostInspections = 200

/** A junction with its whole history and the hazards around it that the reader may see. */
export const wholeOf = async (world: World, actor: Actor, row: JunctionRow): Promise<JunctionWhole> => {
  const { db, county } = world
  const { timeZone } = await findCounty(db, county)
  const now = world.now()
  const inspections = await inspectionsOf(db, county, row.id, mostInspections)
  const near = await hazardsAt(db, county, scopeOf(actor), [row.longitude, row.latitude])
  const lines = await linesOf(
    world,
    near.map((one) => one.row),
    { now, timeZone },
  )
  const lineById = new Map(lines.map((line) => [line.id, line]))
  const names = await namesFor(db, county, {
    people: inspections.map(({ inspectedBy }) => inspectedBy),
    units: inspections.map(({ unitId }) => unitId),
    places: [row.placeCode, row.townshipCode],
  })
  const placeNames = new Map([row.placeCode, row.townshipCode].flatMap((code) => namedPlace(code, names.place(code))))
  const hazardIdsOf = ({ inspectedOn, hazardIds, outcome }: InspectionRow): string[] =>
    outcome === 'nothing-found'
      ? []
      : near
          .filter(
            ({ row: { id, capturedAt } }) => hazardIds.includes(id) || dayOf(capturedAt, timeZone) === inspectedOn,
          )
          .map(({ row: { id } }) => id)
  const { version, placeCode, madeAt, retiredBecause, retiredByHand } = row
  return {
    ...junctionLine(row, { names: placeNames, since: recentSince(now, usualMonths, timeZone) }),
    ...{ version, placeCode, placeName: names.place(placeCode), roadClasses: [...row.roadClasses] },
    ...{ madeAt, retiredBecause, retiredByHand, hazardMetres },
    inspections: inspections.map(
      (one): Inspection => ({
        ...{ id: one.id, inspectedAt: one.inspectedAt, inspectedOn: one.inspectedOn, receivedAt: one.receivedAt },
        ...{ outcome: one.outcome, note: one.note, hazardIds: hazardIdsOf(one) },
        ...{ by: names.person(one.inspectedBy)?.name ?? null, unit: names.unit(one.unitId)?.name ?? null },
      }),
    ),
    hazards: near
      .flatMap(({ row: { id, stage, capturedAt }, metres }) => {
        const hazard = lineById.get(id)
        return hazard ? [{ hazard, metres: Math.round(metres), open: stage !== 'cleared', capturedAt }] : []
      })
      .sort((a, b) => Number(b.open) - Number(a.open) || (a.capturedAt < b.capturedAt ? 1 : -1))
      .map(({ hazard, metres, open }) => ({ hazard, metres, open })),
  }
}

const namedPlace = (code: string | null, name: string | null): [string, string][] =>
  code === null || name === null ? [] : [[code, name]]
