import { inflateSync } from 'node:zlib'
import { PbfReader } from 'pbf'
import { type ReadFile, Unreadable } from '../read-shape.ts'
import { gatherOsm, type OsmSink, type Tags } from './gather-osm.ts'

/** The format's own limits: a blob's head up to 64 KB, its content up to 32 MB. */
const mostHeadBytes = 64 * 1024
const mostBlobBytes = 32 * 1024 * 1024
const coordinateUnit = 1e-9

interface Block {
  strings: string[]
  groups: Uint8Array[]
  granularity: number
  latOffset: number
  lonOffset: number
}

const inflated = (blob: Uint8Array): Uint8Array => {
  const read = new PbfReader(blob).readFields<{ raw: Uint8Array | null; packed: Uint8Array | null }>(
    (tag, into, pbf) => {
      if (tag === 1) into.raw = pbf.readBytes()
      else if (tag === 3) into.packed = pbf.readBytes()
    },
    { raw: null, packed: null },
  )
  if (read.raw) return read.raw
  if (!read.packed) throw new Unreadable('unknown-packing')
  try {
    return inflateSync(read.packed, { maxOutputLength: mostBlobBytes })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw new Unreadable(code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'half-file')
  }
}

const blockOf = (bytes: Uint8Array): Block => {
  const decoder = new TextDecoder()
  return new PbfReader(bytes).readFields<Block>(
    (tag, block, pbf) => {
      if (tag === 1)
        pbf.readMessage<string[]>((inner, strings, table) => {
          if (inner === 1) strings.push(decoder.decode(table.readBytes()))
        }, block.strings)
      else if (tag === 2) block.groups.push(pbf.readBytes())
      else if (tag === 17) block.granularity = pbf.readVarint()
      else if (tag === 19) block.latOffset = pbf.readVarint(true)
      else if (tag === 20) block.lonOffset = pbf.readVarint(true)
    },
    { strings: [], groups: [], granularity: 100, latOffset: 0, lonOffset: 0 },
  )
}

const tagsOf = ({ strings }: Block, keys: readonly number[], values: readonly number[]): Tags =>
  Object.fromEntries(keys.map((key, i) => [strings[key] ?? '', strings[values[i] ?? 0] ?? '']))

const readDense = (block: Block, dense: PbfReader, sink: OsmSink): void => {
  const { ids, lats, lons, keys } = dense.readMessage<Record<'ids' | 'lats' | 'lons' | 'keys', number[]>>(
    (tag, into, pbf) => {
      if (tag === 1) into.ids = pbf.readPackedSVarint()
      else if (tag === 8) into.lats = pbf.readPackedSVarint()
      else if (tag === 9) into.lons = pbf.readPackedSVarint()
      else if (tag === 10) into.keys = pbf.readPackedVarint()
    },
    { ids: [], lats: [], lons: [], keys: [] },
  )
  let [id, lat, lon, at] = [0, 0, 0, 0]
  for (const [i, step] of ids.entries()) {
    id += step
    lat += lats[i] ?? 0
    lon += lons[i] ?? 0
    const tags: Record<string, string> = {}
    // keys and values in turn, a nought behind each node's
    for (; at < keys.length && keys[at] !== 0; at += 2)
      tags[block.strings[keys[at] ?? 0] ?? ''] = block.strings[keys[at + 1] ?? 0] ?? ''
    at++
    sink.node(id, placeOf(block, block.lonOffset, lon), placeOf(block, block.latOffset, lat), tags)
  }
}

const placeOf = ({ granularity }: Block, offset: number, value: number): number =>
  Math.round((offset + granularity * value) * coordinateUnit * 1e7) / 1e7

const readPlainNode = (block: Block, node: PbfReader, sink: OsmSink): void => {
  const read = node.readMessage<{ id: number; lat: number; lon: number; keys: number[]; values: number[] }>(
    (tag, into, pbf) => {
      if (tag === 1) into.id = pbf.readSVarint()
      else if (tag === 2) into.keys = pbf.readPackedVarint()
      else if (tag === 3) into.values = pbf.readPackedVarint()
      else if (tag === 8) into.lat = pbf.readSVarint()
      else if (tag === 9) into.lon = pbf.readSVarint()
    },
    { id: 0, lat: 0, lon: 0, keys: [], values: [] },
  )
  const tags = tagsOf(block, read.keys, read.values)
  sink.node(read.id, placeOf(block, block.lonOffset, read.lon), placeOf(block, block.latOffset, read.lat), tags)
}

const readWay = (block: Block, way: PbfReader, sink: OsmSink): void => {
  const read = way.readMessage<{ id: number; keys: number[]; values: number[]; refs: number[] }>(
    (tag, into, pbf) => {
      if (tag === 1) into.id = pbf.readVarint()
      else if (tag === 2) into.keys = pbf.readPackedVarint()
      else if (tag === 3) into.values = pbf.readPackedVarint()
      else if (tag === 8) into.refs = pbf.readPackedSVarint()
    },
    { id: 0, keys: [], values: [], refs: [] },
  )
  let node = 0
  const nodes = read.refs.map((step) => (node += step))
  sink.way({ id: read.id, tags: tagsOf(block, read.keys, read.values), nodes })
}

const isWay = 1

const readRelation = (block: Block, relation: PbfReader, sink: OsmSink): void => {
  const read = relation.readMessage<Record<'keys' | 'values' | 'roles' | 'steps' | 'kinds', number[]> & { id: number }>(
    (tag, into, pbf) => {
      if (tag === 1) into.id = pbf.readVarint()
      else if (tag === 2) into.keys = pbf.readPackedVarint()
      else if (tag === 3) into.values = pbf.readPackedVarint()
      else if (tag === 8) into.roles = pbf.readPackedVarint()
      else if (tag === 9) into.steps = pbf.readPackedSVarint()
      else if (tag === 10) into.kinds = pbf.readPackedVarint()
    },
    { id: 0, keys: [], values: [], roles: [], steps: [], kinds: [] },
  )
  let member = 0
  const ways = read.steps.flatMap((step, i) => {
    member += step
    return read.kinds[i] === isWay ? [{ id: member, role: block.strings[read.roles[i] ?? 0] ?? '' }] : []
  })
  sink.relation?.({ id: read.id, tags: tagsOf(block, read.keys, read.values), ways })
}

const readBlock = (bytes: Uint8Array, sink: OsmSink): void => {
  const block = blockOf(bytes)
  for (const group of block.groups)
    new PbfReader(group).readFields<null>((tag, _, pbf) => {
      if (tag === 1) readPlainNode(block, pbf, sink)
      else if (tag === 2) readDense(block, pbf, sink)
      else if (tag === 3) readWay(block, pbf, sink)
      else if (tag === 4 && sink.relation) readRelation(block, pbf, sink)
    }, null)
}

/** Every element of the file in its order; what it holds is the sink's to choose. */
export const readBlobs = (bytes: Uint8Array, sink: OsmSink): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) throw new Unreadable('half-file')
    const headBytes = view.getUint32(at, false)
    if (headBytes > mostHeadBytes || at + 4 + headBytes > bytes.length) throw new Unreadable('half-file')
    const head = new PbfReader(bytes.subarray(at + 4, at + 4 + headBytes)).readFields<{ type: string; size: number }>(
      (tag, into, pbf) => {
        if (tag === 1) into.type = pbf.readString()
        else if (tag === 3) into.size = pbf.readVarint()
      },
      { type: '', size: 0 },
    )
    at += 4 + headBytes
    if (head.size > mostBlobBytes || at + head.size > bytes.length) throw new Unreadable('half-file')
    if (head.type === 'OSMData') readBlock(inflated(bytes.subarray(at, at + head.size)), sink)
    at += head.size
  }
}

/** OpenStreetMap's binary extract: blobs one after the other, each its own table of words. */
export const readOsmPbf = (bytes: Uint8Array, askedPart: string | null): ReadFile =>
  gatherOsm('osm-pbf', askedPart, (sink) => readBlobs(bytes, sink))
