import type { Geometry, Position } from 'geojson'
import { Unreadable } from '../read-shape.ts'

const headerBytes = 100

const areaTwice = (ring: readonly Position[]): number => {
  let sum = 0
  for (const [i, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[i + 1] ?? ring[0] ?? []
    sum += x * nextY - nextX * y
  }
  return sum
}

const holds = (ring: readonly Position[], [x = 0, y = 0]: Position): boolean => {
  let inside = false
  for (const [i, [ax = 0, ay = 0]] of ring.entries()) {
    const [bx = 0, by = 0] = ring[i + 1] ?? ring[0] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Outer rings run clockwise, holes against it; a hole belongs to the ring that holds it. */
const polygonsOf = (rings: readonly Position[][]): Position[][][] => {
  const outers = rings.filter((ring) => areaTwice(ring) <= 0).map((ring) => [ring])
  const holes = rings.filter((ring) => areaTwice(ring) > 0)
  if (outers.length === 0) return rings.map((ring) => [ring])
  for (const hole of holes) {
    const [at = []] = hole
    const home = outers.find(([outer = []]) => holds(outer, at)) ?? outers[0]
    home?.push(hole)
  }
  return outers
}

const partsAt = (view: DataView, at: number): Position[][] => {
  const [parts, points] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)]
  const first = at + 44 + parts * 4
  const starts = Array.from({ length: parts }, (_, i) => view.getInt32(at + 44 + i * 4, true))
  return starts.map((start, i) =>
    Array.from({ length: (starts[i + 1] ?? points) - start }, (_, k) => {
      const offset = first + (start + k) * 16
      return [view.getFloat64(offset, true), view.getFloat64(offset + 8, true)]
    }),
  )
}

/** Z and M come behind the plain coordinates of each kind, and are let go. */
const geometryAt = (view: DataView, at: number): Geometry | null => {
  const kind = view.getInt32(at, true)
  switch (kind % 10) {
    case 0:
      return null
    case 1:
      return { type: 'Point', coordinates: [view.getFloat64(at + 4, true), view.getFloat64(at + 12, true)] }
    case 3: {
      const parts = partsAt(view, at)
      const [only] = parts
      if (!only) return null
      return parts.length === 1
        ? { type: 'LineString', coordinates: only }
        : { type: 'MultiLineString', coordinates: parts }
    }
    case 5: {
      const polygons = polygonsOf(partsAt(view, at))
      const [only] = polygons
      if (!only) return null
      return polygons.length === 1
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: polygons }
    }
    case 8: {
      const points = Array.from({ length: view.getInt32(at + 36, true) }, (_, i) => [
        view.getFloat64(at + 40 + i * 16, true),
        view.getFloat64(at + 48 + i * 16, true),
      ])
      const [only] = points
      if (!only) return null
      return points.length === 1 ? { type: 'Point', coordinates: only } : { type: 'MultiPoint', coordinates: points }
    }
    default:
      throw new Unreadable('unknown-shape', String(kind))
  }
}

/** The geometries of a .shp, record by record; null where a record says that it has none. */
export const readShp = (bytes: Uint8Array): (Geometry | null)[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headerBytes || view.getInt32(0, false) !== 9994) throw new Unreadable('half-file', '.shp')
  const wholeBytes = view.getInt32(24, false) * 2
  if (wholeBytes > bytes.length) throw new Unreadable('half-file', '.shp')
  const found: (Geometry | null)[] = []
  try {
    for (let at = headerBytes; at + 12 <= wholeBytes; ) {
      const content = view.getInt32(at + 4, false) * 2
      if (content < 4) throw new RangeError('a record without content')
      found.push(geometryAt(view, at + 8))
      at += 8 + content
    }
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('half-file', '.shp')
    throw error
  }
  return found
}
