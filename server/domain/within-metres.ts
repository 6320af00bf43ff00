import { type LngLat, metresBetween } from './distance.ts'

interface Placed {
  readonly longitude: number | null
  readonly latitude: number | null
}

/** Rows (WGS-84 degrees) no more than so many metres from a place, in their order, each with its own metres; those without a position are none of them. */
export const withinMetres = <Row extends Placed>(
  rows: readonly Row[],
  here: LngLat,
  most: number,
): { readonly row: Row; readonly metres: number }[] =>
  rows.flatMap((row) => {
    if (row.longitude === null || row.latitude === null) return []
    const metres = metresBetween(here, [row.longitude, row.latitude])
    return metres <= most ? [{ row, metres }] : []
  })
