import { inspectionAge } from '../domain/inspection-age.ts'
import type { JunctionRow } from './store.ts'
import type { JunctionLine } from './wire.ts'

/** A row as it stands in lists. */
export const junctionLine = (
  row: JunctionRow,
  { names, since }: { readonly names: ReadonlyMap<string, string>; readonly since: string },
): JunctionLine => {
  const { id, name, longitude, latitude, townshipCode, arms, roadClass, source, active, lastInspectedAt } = row
  return {
    ...{ id, name, longitude, latitude, townshipCode, arms, roadClass, source, active, lastInspectedAt },
    routeCodes: [...row.routeCodes],
    townshipName: townshipCode === null ? null : (names.get(townshipCode) ?? null),
    age: inspectionAge(lastInspectedAt, since),
  }
}
