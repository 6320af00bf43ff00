/** A point of a tile: whole units from its north-west corner, `tileExtent` to an edge, and what it carries. */
export interface TilePoint {
  readonly x: number
  readonly y: number
  /** Numbers are whole and not below zero; null is left out. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>
}

export interface TileLayer {
  readonly name: string
  readonly points: readonly TilePoint[]
}

/** Units along an edge of a tile, as the format proposes. */
export const tileExtent = 4096

/**
 * Layers of points as a Mapbox vector tile (specification 2.1, protobuf by hand), before any compression.
 * A layer without points is left out. Throws RangeError on a number that is broken or below zero.
 */
export const encodeTile = (layers: readonly TileLayer[]): Uint8Array<ArrayBuffer> => {
  const tile = makeBytes()
  for (const layer of layers) if (layer.points.length > 0) tile.part(3, layerBytes(layer))
  return tile.written()
}

const text = new TextEncoder()

/** One layer: its features point by number into the lists of keys and values, each held once. */
const layerBytes = ({ name, points }: TileLayer): Uint8Array => {
  const [keys, values] = [new Map<string, number>(), new Map<string | number | boolean, number>()]
  const layer = makeBytes()
  layer.number(15, 2)
  layer.part(1, text.encode(name))
  for (const point of points) layer.part(2, featureBytes(point, keys, values))
  for (const key of keys.keys()) layer.part(3, text.encode(key))
  for (const value of values.keys()) layer.part(4, valueBytes(value))
  layer.number(5, tileExtent)
  return layer.written()
}

type Numbered<T> = Map<T, number>

/** One point: pairs of key and value, the type of its geometry, and one MoveTo. */
const featureBytes = (
  { x, y, values: carried }: TilePoint,
  keys: Numbered<string>,
  values: Numbered<string | number | boolean>,
): Uint8Array => {
  const [feature, tags, geometry] = [makeBytes(), makeBytes(), makeBytes()]
  for (const [key, value] of Object.entries(carried)) {
    if (value === null) continue
    tags.varint(numberOf(keys, key))
    tags.varint(numberOf(values, value))
  }
  feature.part(2, tags.written())
  feature.number(3, 1)
  geometry.varint(9)
  geometry.varint(zigzag(x))
  geometry.varint(zigzag(y))
  feature.part(4, geometry.written())
  return feature.written()
}

/** The place of a word in its list, at the end where it is new. */
const numberOf = <T>(list: Numbered<T>, word: T): number => {
  const known = list.get(word)
  if (known !== undefined) return known
  list.set(word, list.size)
  return list.size - 1
}

/** A value under the tag of its kind. */
const valueBytes = (value: string | number | boolean): Uint8Array => {
  const bytes = makeBytes()
  if (typeof value === 'string') bytes.part(1, text.encode(value))
  else if (typeof value === 'boolean') bytes.number(7, value ? 1 : 0)
  else bytes.number(5, value)
  return bytes.written()
}

/** Small numbers of either sign as small numbers without one. */
const zigzag = (whole: number): number => (whole < 0 ? -2 * whole - 1 : 2 * whole)

/** Bytes of a message that grow as they are written. */
const makeBytes = () => {
  let bytes = new Uint8Array(64)
  let length = 0
  const room = (more: number): void => {
    if (length + more <= bytes.length) return
    const wider = new Uint8Array(Math.max(bytes.length * 2, length + more))
    wider.set(bytes)
    bytes = wider
  }
  const varint = (value: number): void => {
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`no whole number: ${value}`)
    room(8)
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[length++] = (rest % 128) + 128
    bytes[length++] = rest
  }
  return {
    varint,
    number: (field: number, value: number): void => {
      varint(field * 8)
      varint(value)
    },
    part: (field: number, part: Uint8Array): void => {
      varint(field * 8 + 2)
      varint(part.length)
      room(part.length)
      bytes.set(part, length)
      length += part.length
    },
    written: () => bytes.slice(0, length),
  }
}
