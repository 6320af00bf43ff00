import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'
import type { Position } from 'geojson'
import { PbfWriter } from 'pbf'

/** Small files of each format, written by hand, so that nobody's writer is taken for the standard. */

let gbkOf: Map<string, readonly [number, number]> | null = null

/** Node decodes GBK but does not encode it: every pair of bytes is decoded once. */
export const inGbk = (text: string): Uint8Array => {
  if (gbkOf === null) {
    gbkOf = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let a = 0x81; a <= 0xfe; a++)
      for (let b = 0x40; b <= 0xfe; b++) {
        const letter = decoder.decode(Uint8Array.of(a, b))
        if (letter.length === 1 && !gbkOf.has(letter)) gbkOf.set(letter, [a, b])
      }
  }
  return Uint8Array.from([...text].flatMap((letter) => gbkOf?.get(letter) ?? [letter.charCodeAt(0)]))
}

const field = (bytes: Uint8Array, length: number): Uint8Array => {
  const filled = new Uint8Array(length).fill(0x20)
  filled.set(bytes.subarray(0, length))
  return filled
}

const together = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

export const dbfOf = (rows: readonly Readonly<Record<string, string>>[], encode: (text: string) => Uint8Array) => {
  const names = Object.keys(rows[0] ?? {})
  const width = 40
  const head = new DataView(new ArrayBuffer(32))
  head.setUint8(0, 3)
  head.setUint32(4, rows.length, true)
  head.setUint16(8, 32 + names.length * 32 + 1, true)
  head.setUint16(10, 1 + names.length * width, true)
  const fields = names.map((name) => {
    const one = new Uint8Array(32)
    one.set(encode(name).subarray(0, 10))
    one[11] = 'C'.charCodeAt(0)
    one[16] = width
    return one
  })
  const body = rows.flatMap((row) => [
    Uint8Array.of(0x20),
    ...names.map((name) => field(encode(row[name] ?? ''), width)),
  ])
  return together([new Uint8Array(head.buffer), ...fields, Uint8Array.of(0x0d), ...body, Uint8Array.of(0x1a)])
}

/** Points, or where a row is a ring, polygons of one ring. */
export const shpOf = (shapes: readonly (Position | readonly Position[] | null)[]): Uint8Array => {
  const isPoint = shapes.every((shape) => shape === null || typeof shape[0] === 'number')
  const records = shapes.map((shape, i) => {
    const points = shape === null ? [] : shape.flatMap((one): number[] => (typeof one === 'number' ? [one] : [...one]))
    const bytes = shape === null ? 4 : isPoint ? 20 : 48 + points.length * 8
    const view = new DataView(new ArrayBuffer(8 + bytes))
    view.setInt32(0, i + 1, false)
    view.setInt32(4, bytes / 2, false)
    view.setInt32(8, shape === null ? 0 : isPoint ? 1 : 5, true)
    if (shape !== null && !isPoint) {
      view.setInt32(44, 1, true)
      view.setInt32(48, points.length / 2, true)
    }
    for (const [k, value] of points.entries()) view.setFloat64((isPoint ? 12 : 56) + k * 8, value, true)
    return new Uint8Array(view.buffer)
  })
  const body = together(records)
  const head = new DataView(new ArrayBuffer(100))
  head.setInt32(0, 9994, false)
  head.setInt32(24, (100 + body.length) / 2, false)
  head.setInt32(28, 1000, true)
  head.setInt32(32, isPoint ? 1 : 5, true)
  return together([new Uint8Array(head.buffer), body])
}

export const gaussKruegerPrj = (meridian: number, zone: number): string =>
  `PROJCS["CGCS2000_3_Degree_GK_Zone_${zone}",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${zone}500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

export const zipOf = (files: Readonly<Record<string, Uint8Array | string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  )

const wkbPoint = ([x = 0, y = 0]: Position): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8 + 21))
  view.setUint8(0, 0x47)
  view.setUint8(1, 0x50)
  view.setUint8(3, 1)
  view.setUint8(8, 1)
  view.setUint32(9, 1, true)
  view.setFloat64(13, x, true)
  view.setFloat64(21, y, true)
  return new Uint8Array(view.buffer)
}

export const geopackageOf = (
  srs: { readonly id: number; readonly code: number },
  rows: readonly { readonly at: Position; readonly code: string; readonly name: string }[],
): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'luqing-gpkg-'))
  const path = join(folder, 'made.gpkg')
  const db = new Database(path)
  db.exec(`
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text,
      organization_coordsys_id integer, definition text, description text);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer,
      z integer, m integer);
    create table villages (fid integer primary key, geom blob, code text, name text);
    insert into gpkg_spatial_ref_sys values ('of the test', ${srs.id}, 'EPSG', ${srs.code}, 'undefined', null);
    insert into gpkg_geometry_columns values ('villages', 'geom', 'POINT', ${srs.id}, 0, 0);
  `)
  const insert = db.prepare('insert into villages (geom, code, name) values (?, ?, ?)')
  for (const { at, code, name } of rows) insert.run(Buffer.from(wkbPoint(at)), code, name)
  db.close()
  const bytes = new Uint8Array(readFileSync(path))
  rmSync(folder, { recursive: true })
  return bytes
}

interface OsmNode {
  readonly id: number
  readonly at: Position
}
interface OsmWay {
  readonly id: number
  readonly nodes: readonly number[]
  readonly tags: Readonly<Record<string, string>>
}

const blobOf = (type: string, content: Uint8Array): Uint8Array => {
  const packed = deflateSync(content)
  const blob = new PbfWriter()
  blob.writeVarintField(2, content.length)
  blob.writeBytesField(3, packed)
  const body = blob.finish()
  const head = new PbfWriter()
  head.writeStringField(1, type)
  head.writeVarintField(3, body.length)
  const headBytes = head.finish()
  const length = new DataView(new ArrayBuffer(4))
  length.setUint32(0, headBytes.length, false)
  return together([new Uint8Array(length.buffer), headBytes, body])
}

const steps = (values: readonly number[]): number[] => values.map((value, i) => value - (values[i - 1] ?? 0))

/** Dense nodes without tags, and ways. */
export const osmPbfOf = (nodes: readonly OsmNode[], ways: readonly OsmWay[]): Uint8Array => {
  const strings = ['', ...new Set(ways.flatMap(({ tags }) => Object.entries(tags).flat()))]
  const inUnits = (degrees: number): number => Math.round(degrees * 1e7)
  const dense = new PbfWriter()
  dense.writePackedSVarint(1, steps(nodes.map(({ id }) => id)))
  dense.writePackedSVarint(8, steps(nodes.map(({ at }) => inUnits(at[1] ?? 0))))
  dense.writePackedSVarint(9, steps(nodes.map(({ at }) => inUnits(at[0] ?? 0))))
  const group = new PbfWriter()
  group.writeBytesField(2, dense.finish())
  for (const { id, nodes: refs, tags } of ways) {
    const way = new PbfWriter()
    way.writeVarintField(1, id)
    way.writePackedVarint(
      2,
      Object.keys(tags).map((key) => strings.indexOf(key)),
    )
    way.writePackedVarint(
      3,
      Object.values(tags).map((value) => strings.indexOf(value)),
    )
    way.writePackedSVarint(8, steps(refs))
    group.writeBytesField(3, way.finish())
  }
  const table = new PbfWriter()
  for (const text of strings) table.writeBytesField(1, strToU8(text))
  const block = new PbfWriter()
  block.writeBytesField(1, table.finish())
  block.writeBytesField(2, group.finish())
  const header = new PbfWriter()
  header.writeStringField(4, 'OsmSchema-V0.6')
  return together([blobOf('OSMHeader', header.finish()), blobOf('OSMData', block.finish())])
}

export const geojsonOf = (
  features: readonly { readonly geometry: unknown; readonly properties: Readonly<Record<string, unknown>> }[],
): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({ type: 'Feature', properties, geometry })),
  })
