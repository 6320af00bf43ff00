import type { Geometry, Position } from 'geojson'

type Found = { readonly geometry: Geometry | null } | { readonly fault: 'not-drawn' | 'empty' }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notDrawn = { fault: 'not-drawn' } as const

class NotDrawn extends Error {}

const list = <T>(value: unknown, each: (one: unknown) => T): T[] => {
  if (!Array.isArray(value)) throw new NotDrawn()
  return value.map(each)
}

/** Heights are let go. */
const position = (value: unknown): Position => {
  if (!Array.isArray(value)) throw new NotDrawn()
  const [x, y]: unknown[] = value
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) throw new NotDrawn()
  return [x, y]
}
const line = (value: unknown): Position[] => list(value, position)
const rings = (value: unknown): Position[][] => list(value, line)

const drawn = (type: unknown, coordinates: unknown): Geometry => {
  switch (type) {
    case 'Point':
      return { type, coordinates: position(coordinates) }
    case 'MultiPoint':
      return { type, coordinates: line(coordinates) }
    case 'LineString':
      return { type, coordinates: line(coordinates) }
    case 'MultiLineString':
      return { type, coordinates: rings(coordinates) }
    case 'Polygon':
      return { type, coordinates: rings(coordinates) }
    case 'MultiPolygon':
      return { type, coordinates: list(coordinates, rings) }
    default:
      throw new NotDrawn()
  }
}

/** A collection of one kind is that kind's Multi; of one thing, the thing. */
const ofCollection = (members: unknown): Found => {
  if (!Array.isArray(members) || members.length === 0) return { fault: 'empty' }
  const parts = members.map(asGeometry)
  const [first] = parts
  if (!first || 'fault' in first) return first ?? notDrawn
  if (parts.length === 1) return first
  const lines: Position[][] = []
  const areas: Position[][][] = []
  for (const part of parts) {
    if ('fault' in part) return part
    if (part.geometry?.type === 'LineString') lines.push(part.geometry.coordinates)
    else if (part.geometry?.type === 'Polygon') areas.push(part.geometry.coordinates)
    else return notDrawn
  }
  if (areas.length === 0) return { geometry: { type: 'MultiLineString', coordinates: lines } }
  return lines.length === 0 ? { geometry: { type: 'MultiPolygon', coordinates: areas } } : notDrawn
}

/** What a file calls a geometry, as one: null where the file says that there is none. */
export const asGeometry = (value: unknown): Found => {
  if (value === null || value === undefined) return { geometry: null }
  if (!isObject(value)) return notDrawn
  if (value['type'] === 'GeometryCollection') return ofCollection(value['geometries'])
  const { type, coordinates } = value
  if (Array.isArray(coordinates) && coordinates.length === 0) return { fault: 'empty' }
  try {
    return { geometry: drawn(type, coordinates) }
  } catch (error) {
    if (error instanceof NotDrawn) return notDrawn
    throw error
  }
}

/** The same geometry with every position moved. */
export const moved = (geometry: Geometry, move: (position: Position) => Position): Geometry => {
  switch (geometry.type) {
    case 'Point':
      return { type: geometry.type, coordinates: move(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(move) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((part) => part.map(move)) }
    case 'MultiPolygon':
      return {
        type: geometry.type,
        coordinates: geometry.coordinates.map((part) => part.map((ring) => ring.map(move))),
      }
    case 'GeometryCollection':
      return { type: geometry.type, geometries: geometry.geometries.map((one) => moved(one, move)) }
  }
}
