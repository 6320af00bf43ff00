import Papa from 'papaparse'
import { decodeText } from '../decode-text.ts'
import { fieldsOf, type ReadFile, Unreadable } from '../read-shape.ts'
import { rowsUnderHeader } from './table-rows.ts'

export const readCsv = (bytes: Uint8Array): ReadFile => {
  const { text, encoding } = decodeText(bytes)
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'] })
  if (errors.some(({ code }) => code === 'MissingQuotes')) throw new Unreadable('half-file')
  const rows = rowsUnderHeader(data)
  return {
    ...{ format: 'csv', rows, unreadable: [], fields: fieldsOf(rows), said: null, saidDatum: null },
    ...{ parts: [], part: null, encoding, isTable: true },
  }
}
