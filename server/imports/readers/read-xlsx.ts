import { readXlsx as readWorkbook } from 'hucre/xlsx'
import { fieldsOf, partOf, type ReadFile, Unreadable } from '../read-shape.ts'
import { rowsUnderHeader } from './table-rows.ts'

/** A sheet of a workbook; whoever looked at its names has weighed its parts. */
export const readXlsx = async (bytes: Uint8Array, askedPart: string | null): Promise<ReadFile> => {
  let sheets: { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[]
  try {
    sheets = (await readWorkbook(bytes)).sheets.filter(({ rows }) => rows.length > 0)
  } catch {
    throw new Unreadable('half-file')
  }
  const parts = sheets.map(({ name }) => name)
  const part = partOf(parts, askedPart)
  const rows = rowsUnderHeader(sheets.find(({ name }) => name === part)?.rows ?? [])
  return {
    ...{ format: 'xlsx', rows, unreadable: [], fields: fieldsOf(rows), said: null, saidDatum: null },
    ...{ parts, part, encoding: null, isTable: true },
  }
}
