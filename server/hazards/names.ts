import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Names } from './hazard-view.ts'

/** Names for the ids that a reply mentions, in three queries whatever its length. */
export const namesFor = async (
  db: Db,
  county: string,
  ids: {
    people: readonly (string | null)[]
    units: readonly (string | null)[]
    places: readonly (string | null)[]
  },
): Promise<Names> => {
  const { people, units, places } = db.t
  const personIds = distinct(ids.people)
  const persons = personIds.length
    ? await db.q
        .select({ id: people.id, name: people.name, unitId: people.unitId })
        .from(people)
        .where(and(eq(people.county, county), inArray(people.id, personIds)))
    : []
  const unitIds = distinct([...ids.units, ...persons.map(({ unitId }) => unitId)])
  const unitRows = unitIds.length
    ? await db.q
        .select({ id: units.id, name: units.name })
        .from(units)
        .where(and(eq(units.county, county), inArray(units.id, unitIds)))
    : []
  const codes = distinct(ids.places)
  const placeRows = codes.length
    ? await db.q
        .select({ code: places.code, name: places.name })
        .from(places)
        .where(and(eq(places.county, county), inArray(places.code, codes)))
    : []

  const unitById = new Map(unitRows.map((unit) => [unit.id, unit]))
  const personById = new Map(
    persons.map(({ id, name, unitId }) => [
      id,
      { id, name, unitName: unitId === null ? null : (unitById.get(unitId)?.name ?? null) },
    ]),
  )
  const placeByCode = new Map(placeRows.map(({ code, name }) => [code, name]))
  return {
    person: (id) => (id === null ? null : (personById.get(id) ?? null)),
    unit: (id) => (id === null ? null : (unitById.get(id) ?? null)),
    place: (code) => (code === null ? null : (placeByCode.get(code) ?? null)),
  }
}

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
]
