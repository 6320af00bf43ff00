import Database from 'better-sqlite3'
import { asGeometry } from '../as-geometry.ts'
import { datumOfSaid } from '../coordinate-system.ts'
import {
  fieldsOf,
  mostRows,
  partOf,
  propertiesOf,
  type ReadFile,
  type ReadRow,
  type RowFault,
  Unreadable,
} from '../read-shape.ts'
import { readGeoPackageGeometry } from './read-wkb.ts'

type Row = Readonly<Record<string, unknown>>

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const rowsOf = (db: Database.Database, sql: string, ...given: unknown[]): Row[] =>
  db.prepare<unknown[], Row>(sql).all(...given)

const systemOf = (db: Database.Database, srsId: unknown): ReadFile['said'] => {
  const [row] = rowsOf(
    db,
    'select srs_name, organization, organization_coordsys_id as code, definition from gpkg_spatial_ref_sys where srs_id = ?',
    srsId,
  )
  if (!row || srsId === 0 || srsId === -1) return null
  const { srs_name: name, organization, code, definition } = row
  const wkt = typeof definition === 'string' && definition !== 'undefined' ? definition : null
  const epsg = String(organization).toUpperCase() === 'EPSG' && typeof code === 'number' ? code : null
  return { name: String(name), wkt, epsg }
}

const geometryIn = (value: unknown): ReturnType<typeof asGeometry> => {
  if (!(value instanceof Uint8Array)) return { geometry: null }
  try {
    return asGeometry(readGeoPackageGeometry(value))
  } catch (error) {
    if (error instanceof RangeError) return { fault: 'not-drawn' }
    throw error
  }
}

/** Opened for reading alone, as a file of its own: the library reads no database from memory in part. */
export const readGeopackage = (path: string, askedPart: string | null): ReadFile => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    // a file may bring views and triggers of its own; nothing in it is to run
    db.pragma('trusted_schema = OFF')
    const layers = rowsOf(
      db,
      `select g.table_name as name, g.column_name as at, g.srs_id as srs from gpkg_geometry_columns g
       join sqlite_master m on m.name = g.table_name and m.type = 'table'`,
    )
    const part = partOf(
      layers.map(({ name }) => String(name)),
      askedPart,
    )
    const layer = layers.find(({ name }) => name === part)
    const column = String(layer?.['at'])
    const [counted] = rowsOf(db, `select count(*) as n from ${quoted(part)}`)
    if (Number(counted?.['n']) > mostRows) throw new Unreadable('too-many-rows', String(mostRows))
    const said = systemOf(db, layer?.['srs'])
    const unreadable: RowFault[] = []
    const rows = rowsOf(db, `select * from ${quoted(part)} order by rowid`).flatMap((given, i): ReadRow[] => {
      const { [column]: shape, ...rest } = given
      const found = geometryIn(shape)
      const plain = Object.fromEntries(Object.entries(rest).filter(([, value]) => !(value instanceof Uint8Array)))
      if (!('fault' in found)) return [{ row: i + 1, geometry: found.geometry, properties: propertiesOf(plain) }]
      unreadable.push({ row: i + 1, fault: found.fault, detail: '' })
      return []
    })
    return {
      ...{ format: 'geopackage', rows, unreadable, fields: fieldsOf(rows), said, saidDatum: datumOfSaid(said) },
      ...{ parts: layers.map(({ name }) => String(name)), part, encoding: null, isTable: false },
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Unreadable(/CORRUPT|NOTADB|IOERR/.test(code) ? 'half-file' : 'not-geopackage')
  } finally {
    db.close()
  }
}
