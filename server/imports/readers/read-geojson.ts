import { type Datum, datums } from '../../domain/datum.ts'
import { asGeometry } from '../as-geometry.ts'
import { decodeText } from '../decode-text.ts'
import {
  fieldsOf,
  mostRows,
  propertiesOf,
  type ReadFile,
  type ReadRow,
  type RowFault,
  Unreadable,
} from '../read-shape.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable('half-file')
  }
}

const featuresIn = (whole: unknown): readonly unknown[] => {
  if (!isObject(whole)) throw new Unreadable('not-geojson')
  if (whole['type'] === 'FeatureCollection' && Array.isArray(whole['features'])) return whole['features']
  if (whole['type'] === 'Feature') return [whole]
  if ('coordinates' in whole || 'geometries' in whole) return [{ geometry: whole, properties: {} }]
  throw new Unreadable('not-geojson')
}

/** The old member `crs`: `urn:ogc:def:crs:EPSG::4549`, `EPSG:4490`. */
const saidIn = (whole: unknown): ReadFile['said'] => {
  const crs = isObject(whole) ? whole['crs'] : null
  const properties = isObject(crs) ? crs['properties'] : null
  const name = isObject(properties) ? properties['name'] : null
  if (typeof name !== 'string' || /CRS84$/i.test(name)) return null
  const [, epsg] = /EPSG:+(?:[\d.]*:)?(\d{4,6})$/i.exec(name) ?? []
  return { name, wkt: null, epsg: epsg === undefined ? null : Number(epsg) }
}

const datumNamed = (text: unknown): Datum | null => {
  if (typeof text !== 'string') return null
  const plain = text
    .toLowerCase()
    .replace(/\s*\(.*$/, '')
    .replace(/[^a-z0-9]/g, '')
  return datums.find((datum) => datum === plain) ?? (plain === 'cgcs2000' ? 'wgs84' : null)
}

const saidDatumIn = (whole: unknown, first: ReadRow | undefined): Datum | null => {
  const metadata = isObject(whole) ? whole['metadata'] : null
  return datumNamed(isObject(metadata) ? metadata['datum'] : null) ?? datumNamed(first?.properties['datum'])
}

export const readGeojson = (bytes: Uint8Array): ReadFile => {
  const { text, encoding } = decodeText(bytes)
  const whole = parsed(text)
  const features = featuresIn(whole)
  if (features.length > mostRows) throw new Unreadable('too-many-rows', String(mostRows))
  const unreadable: RowFault[] = []
  const rows = features.flatMap((feature, i): ReadRow[] => {
    const row = i + 1
    if (!isObject(feature)) {
      unreadable.push({ row, fault: 'not-drawn', detail: '' })
      return []
    }
    const found = asGeometry(feature['geometry'])
    const { id, properties } = feature
    const given = isObject(properties) ? properties : {}
    const own = propertiesOf(id === undefined || 'id' in given ? given : { id, ...given })
    if (!('fault' in found)) return [{ row, geometry: found.geometry, properties: own }]
    unreadable.push({ row, fault: found.fault, detail: '' })
    return []
  })
  return {
    ...{ format: 'geojson', rows, unreadable, fields: fieldsOf(rows), said: saidIn(whole) },
    saidDatum: saidDatumIn(whole, rows[0]),
    ...{ parts: [], part: null, encoding, isTable: false },
  }
}
