import { decodeText } from '../decode-text.ts'
import { fieldsOf, mostRows, partOf, type ReadFile, type ReadRow, type RowFault, Unreadable } from '../read-shape.ts'
import { zipParts } from '../zip-parts.ts'
import { readDbf } from './read-dbf.ts'
import { readShp } from './read-shp.ts'

const systemIn = (prj: Uint8Array | undefined): ReadFile['said'] => {
  if (!prj) return null
  const wkt = decodeText(prj).text.trim()
  const [, name = wkt.slice(0, 60)] = /^\w+\["([^"]*)"/.exec(wkt) ?? []
  return wkt === '' ? null : { name, wkt, epsg: null }
}

/** A zipped shapefile: .shp and .dbf row for row, .prj for the system, .cpg for the letters. */
export const readShapefile = (bytes: Uint8Array, askedPart: string | null): ReadFile => {
  const files = zipParts(bytes, /\.(shp|dbf|prj|cpg)$/i)
  const parts = [...files.keys()].filter((name) => /\.shp$/i.test(name)).map((name) => name.slice(0, -4))
  const part = partOf(parts, askedPart)
  const beside = (ending: string): Uint8Array | undefined => {
    const name = `${part}.${ending}`.toLowerCase()
    return [...files].find(([path]) => path.toLowerCase() === name)?.[1]
  }
  const shp = beside('shp')
  if (!shp) throw new Unreadable('half-file', '.shp')
  const cpg = beside('cpg')
  const dbf = beside('dbf')
  const table = dbf ? readDbf(dbf, cpg ? decodeText(cpg).text : null) : null
  const geometries = readShp(shp)
  if (geometries.length > mostRows) throw new Unreadable('too-many-rows', String(mostRows))
  if (table && table.rows.length !== geometries.length)
    throw new Unreadable('rows-differ', `${geometries.length} / ${table.rows.length}`)
  const unreadable: RowFault[] = []
  const rows = geometries.flatMap((geometry, i): ReadRow[] => {
    const properties = table ? table.rows[i] : {}
    if (properties) return [{ row: i + 1, geometry, properties }]
    unreadable.push({ row: i + 1, fault: 'deleted-row', detail: '' })
    return []
  })
  return {
    ...{ format: 'shapefile', rows, unreadable, fields: fieldsOf(rows), said: systemIn(beside('prj')) },
    ...{ saidDatum: null, parts, part, encoding: table?.encoding ?? null, isTable: false },
  }
}
