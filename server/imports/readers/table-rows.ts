import { cellOf, mostRows, type ReadRow, Unreadable } from '../read-shape.ts'

/**
 * Lines of a sheet under its first line that names columns; a title above it, as county tables have, is passed over.
 * Rows keep the sheet's own line numbers. Columns without a name are let go.
 */
export const rowsUnderHeader = (lines: readonly (readonly unknown[])[]): ReadRow[] => {
  if (lines.length > mostRows) throw new Unreadable('too-many-rows', String(mostRows))
  const filled = (line: readonly unknown[]): number =>
    line.filter((value) => value !== null && value !== undefined && String(value).trim() !== '').length
  const widest = Math.max(0, ...lines.slice(0, 20).map(filled))
  const at = lines.findIndex((line) => filled(line) > widest / 2 && filled(line) > 0)
  const header = lines[at]
  if (header === undefined) throw new Unreadable('no-rows')
  const names = header.map((value) => String(cellOf(value) ?? ''))
  const rows = lines.slice(at + 1).flatMap((line, i): ReadRow[] => {
    if (filled(line) === 0) return []
    const properties = Object.fromEntries(
      names.flatMap((name, column) => (name === '' ? [] : [[name, cellOf(line[column])] as const])),
    )
    return [{ row: at + 2 + i, geometry: null, properties }]
  })
  if (rows.length === 0) throw new Unreadable('no-rows')
  return rows
}
