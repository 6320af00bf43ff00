import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { type ReadFile, Unreadable } from '../read-shape.ts'
import { isZip, namesInZip } from '../zip-parts.ts'
import { readCsv } from './read-csv.ts'
import { readGeojson } from './read-geojson.ts'
import { readGeopackage } from './read-geopackage.ts'
import { readKml } from './read-kml.ts'
import { readOsmPbf } from './read-osm-pbf.ts'
import { readOsmXml } from './read-osm-xml.ts'
import { readShapefile } from './read-shapefile.ts'
import { readXlsx } from './read-xlsx.ts'

const mostInflatedBytes = 256 * 1024 * 1024

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Array.from(text).every((letter, i) => bytes[at + i] === letter.charCodeAt(0))

/** What it is not is told too: whoever took the wrong file hears which it was. */
const known: readonly (readonly [beginning: string, at: number, name: string])[] = [
  ['PMTiles', 0, 'PMTiles'],
  ['%PDF', 0, 'PDF'],
  ['\u0089PNG', 0, 'PNG'],
  ['\u00ff\u00d8\u00ff', 0, 'JPEG'],
  ['Rar!', 0, 'RAR'],
  ['7z\u00bc\u00af', 0, '7z'],
  ['\u00d0\u00cf\u0011\u00e0', 0, 'XLS / DOC'],
  ['AC10', 0, 'DWG'],
  ['II*\u0000', 0, 'TIFF'],
  ['MM\u0000*', 0, 'TIFF'],
]

const gunzipped = (bytes: Uint8Array): Uint8Array => {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostInflatedBytes })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw new Unreadable(code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'half-file')
  }
}

const ofPackage = (bytes: Uint8Array, part: string | null): ReadFile | Promise<ReadFile> => {
  const names = namesInZip(bytes)
  const has = (wanted: RegExp): boolean => names.some((name) => wanted.test(name))
  if (has(/^xl\/workbook\.xml$/i)) return readXlsx(bytes, part)
  if (has(/\.shp$/i)) return readShapefile(bytes, part)
  if (has(/\.kml$/i)) return readKml(bytes, true)
  throw new Unreadable('package-of-what')
}

const ofText = (bytes: Uint8Array, part: string | null): ReadFile => {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart()
  if (beginning.startsWith('{') || beginning.startsWith('[')) return readGeojson(bytes)
  if (/<kml[\s>]/.test(beginning)) return readKml(bytes, false)
  if (/<osm[\s>]/.test(beginning)) return readOsmXml(bytes, part)
  if (beginning.startsWith('<')) throw new Unreadable('unknown-format', 'XML')
  return readCsv(bytes)
}

/** Reads a file by what it holds, whatever it is called. Throws Unreadable where there is nothing to be had. */
export const readAny = async (path: string, part: string | null): Promise<ReadFile> => {
  const bytes = new Uint8Array(await readFile(path))
  if (bytes.length === 0) throw new Unreadable('empty-file')
  if (startsWith(bytes, 'SQLite format 3\u0000')) return readGeopackage(path, part)
  if (isZip(bytes)) return ofPackage(bytes, part)
  if (startsWith(bytes, 'OSMHeader', 6)) return readOsmPbf(bytes, part)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return ofText(gunzipped(bytes), part)
  const [, , name] = known.find(([text, at]) => startsWith(bytes, text, at)) ?? []
  if (name === 'PMTiles') throw new Unreadable('pmtiles')
  if (name !== undefined) throw new Unreadable('unknown-format', name)
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0)) throw new Unreadable('unknown-format')
  return ofText(bytes, part)
}
