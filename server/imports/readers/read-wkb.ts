import type { Geometry, Position } from 'geojson'

/** What is no well-known binary geometry throws RangeError. */
export const readWkb = (bytes: Uint8Array): Geometry | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const geometry = (depth: number): Geometry | null => {
    if (depth > 4) throw new RangeError('a geometry within too many others')
    const little = view.getUint8(at) === 1
    const whole = view.getUint32(at + 1, little)
    at += 5
    // heights and measures are marked by high bits in one dialect, by thousands in the other
    const extra = ((whole & 0x80000000) !== 0 ? 1 : 0) + ((whole & 0x40000000) !== 0 ? 1 : 0)
    const thousands = Math.floor((whole & 0xffff) / 1000)
    const dimensions = 2 + (extra > 0 ? extra : thousands === 3 ? 2 : thousands > 0 ? 1 : 0)
    if ((whole & 0x20000000) !== 0) at += 4
    const count = (): number => {
      const found = view.getUint32(at, little)
      if (found > bytes.length) throw new RangeError('more parts than bytes')
      at += 4
      return found
    }
    const position = (): Position => {
      const read = [view.getFloat64(at, little), view.getFloat64(at + 8, little)]
      at += dimensions * 8
      return read
    }
    const many = <T>(each: () => T): T[] => Array.from({ length: count() }, each)
    const members = (): Geometry[] => many(() => geometry(depth + 1)).flatMap((one) => (one ? [one] : []))
    switch ((whole & 0xffff) % 1000) {
      case 1: {
        const [x = Number.NaN, y = Number.NaN] = position()
        return Number.isNaN(x) || Number.isNaN(y) ? null : { type: 'Point', coordinates: [x, y] }
      }
      case 2:
        return { type: 'LineString', coordinates: many(position) }
      case 3:
        return { type: 'Polygon', coordinates: many(() => many(position)) }
      case 4:
        return {
          type: 'MultiPoint',
          coordinates: members().flatMap((one) => (one.type === 'Point' ? [one.coordinates] : [])),
        }
      case 5:
        return {
          type: 'MultiLineString',
          coordinates: members().flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : [])),
        }
      case 6:
        return {
          type: 'MultiPolygon',
          coordinates: members().flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : [])),
        }
      case 7:
        return { type: 'GeometryCollection', geometries: members() }
      default:
        throw new RangeError(`a geometry of kind ${whole}`)
    }
  }
  return geometry(0)
}

const envelopeBytes = [0, 32, 48, 48, 64]

/** A GeoPackage's geometry: its own head, then well-known binary. Null where it says that there is none. */
export const readGeoPackageGeometry = (bytes: Uint8Array): Geometry | null => {
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50) throw new RangeError('no geometry of a GeoPackage')
  const flags = bytes[3] ?? 0
  const head = envelopeBytes[(flags >> 1) & 7]
  if (head === undefined) throw new RangeError('no envelope of that kind')
  return (flags & 0x10) !== 0 ? null : readWkb(bytes.subarray(8 + head))
}
