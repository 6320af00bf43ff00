import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { eq } from 'drizzle-orm'
import Supercluster from 'supercluster'
import { inTransaction } from '../../db/unit-of-work.ts'
import { marksByRank } from '../../server/domain/hazard-mark.ts'
import { cellRangeOfTile, columnRowOf, lngLatOfCell } from '../../server/domain/morton.ts'
import { encodeTile } from '../../server/domain/vector-tile.ts'
import { note } from '../../server/journal/note.ts'
import { hazardTile } from '../../server/map/hazard-tile.ts'
import { numbersFrom } from '../../server/map/test-many-hazards.ts'
import { tileAt } from '../../server/map/test-tile.ts'
import type { TileAddress } from '../../server/map/tile-address.ts'
import { cellRows, pointRows } from '../../server/map/tile-store.ts'
import { filterInScope } from '../../server/register/filter-in-scope.ts'
import { type TestCounty, testCounty } from '../../server/test-county.ts'
import { countyLeader } from '../../server/zones/test-hazards.ts'
import { layMillion } from './lay-million.ts'

/** Fewer for a quick look: `LUQING_BENCH_HAZARDS=100000 npm run bench -- tiles`. */
const hazards = Number(process.env['LUQING_BENCH_HAZARDS'] ?? 1_000_000)
const zooms = [6, 8, 10, 11, 12, 13, 14, 16]
/** Near by, where one is cut in a moment, enough of them that the hundredth part is more than the slowest one. */
const cutsAt = (zoom: number): number => (zoom < 13 ? 60 : 300)
const streamLength = 4000
const random = numbersFrom(11)

const share = (of: readonly number[], part: number): number =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * part))] ?? 0
const clocked = async <T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> => {
  const began = performance.now()
  const result = await work()
  return { ms: performance.now() - began, result }
}
const tileOfCell = (z: number, cell: number): TileAddress => {
  const [, x = 0, y = 0] = tileAt(z, lngLatOfCell(cell)).split('/').map(Number)
  return { z, x, y }
}
setFlagsFromString('--expose-gc')
const exposed: unknown = runInNewContext('gc')
/** Before each is timed: half a million rows that a scan has left behind are not to be swept up in another's time. */
const sweep = (): void => {
  if (typeof exposed === 'function') exposed()
}
const figure = (ms: number): string => ms.toFixed(ms < 10 ? 2 : 0).padStart(7)

/** A hazard within the tile is graded anew, and the journal says so: what was cut of it is stale. */
const writeInto = async ({ world }: TestCounty, id: string): Promise<void> => {
  await inTransaction(world.db, async (tx) => {
    const { hazards: table } = tx.t
    await tx.q
      .update(table)
      .set({ severity: random() < 0.5 ? 'minor' : 'major' })
      .where(eq(table.id, id))
    const entry = { county: world.county, at: world.now(), actorId: 'leader', subjectId: id }
    await note(tx, { ...entry, kind: 'commented' })
  })
}

/**
 * Tiles of hazards against the bare range scan with every point encoded, and against supercluster in process, which
 * answers from an index that no write reaches. `cut` is a tile into which somebody has written just before; `stream` is
 * tiles of all zooms asked for in turn with a write after every hundredth.
 */
export const benchTiles = async (): Promise<void> => {
  const county = await testCounty()
  const { world } = county
  const { db } = world
  const laid = await clocked(() => layMillion(county, hazards))
  const today = '2026-11-18'
  const sight = { ...(await filterInScope(world, countyLeader, {})), today }
  const everywhere = { from: 0, before: 2 ** 52 }
  console.log(`tiles of ${hazards} hazards (laid in ${(laid.ms / 1000).toFixed(0)} s, ${db.engine})`)

  let rows = await cellRows(db, world.county, everywhere, sight)
  const [cells, ids] = [Float64Array.from(rows, ({ cell }) => cell), rows.map(({ id }) => id)]
  const anyTile = (z: number): { tile: TileAddress; id: string } => {
    const nth = Math.floor(random() * ids.length)
    return { tile: tileOfCell(z, cells[nth] ?? 0), id: ids[nth] ?? '' }
  }
  const index = new Supercluster<{ id: string; rank: number; overdue: number }, { worst: number; overdue: number }>({
    ...{ radius: 44 * 8, extent: 4096, maxZoom: 13, minPoints: 3 },
    map: ({ rank, overdue }) => ({ worst: rank, overdue }),
    reduce: (sum, more) => {
      sum.worst = Math.max(sum.worst, more.worst)
      sum.overdue += more.overdue
    },
  })
  const loaded = await clocked(() =>
    index.load(
      rows.map(({ cell, id, kind }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...lngLatOfCell(cell)] },
        properties: { id, rank: kind >> 1, overdue: kind & 1 },
      })),
    ),
  )
  rows = []
  const ask = ({ z, x, y }: TileAddress) =>
    hazardTile(world, countyLeader, { tile: { z, x, y }, filter: {}, spend: () => undefined })
  const first = await clocked(() => ask(tileOfCell(6, cells[0] ?? 0)))
  console.log(
    `  first view of the whole county ${figure(first.ms)} ms in slices; supercluster loads in ${figure(loaded.ms)} ms, at every write\n`,
  )
  const superTile = ({ z, x, y }: TileAddress): Uint8Array => {
    const found = index.getTile(z, x, y)?.features ?? []
    return encodeTile([
      {
        name: 'hazards',
        points: found.map(({ geometry: [[px = 0, py = 0] = []], tags }) => ({
          x: Math.round(px),
          y: Math.round(py),
          values: !tags
            ? {}
            : 'cluster' in tags
              ? { count: tags.point_count, worst: marksByRank[tags.worst] ?? '', overdue: tags.overdue }
              : { id: tags.id, mark: marksByRank[tags.rank] ?? '', overdue: tags.overdue === 1 },
        })),
      },
    ])
  }
  const bareTile = async ({ z, x, y }: TileAddress): Promise<Uint8Array> => {
    const found = await pointRows(db, world.county, cellRangeOfTile(z, x, y), { ...sight, most: 1e9 })
    const units = 2 ** (26 - z)
    return encodeTile([
      {
        name: 'points',
        points: found.map(({ cell, id, stage, severity, code, kind }) => {
          const [column, row] = columnRowOf(cell)
          const at = (value: number, tile: number): number => Math.floor((value / units - tile) * 4096)
          return { x: at(column, x), y: at(row, y), values: { id, stage, severity, code, kind } }
        }),
      },
    ])
  }

  console.log(
    '  zoom |    cut p50     p99 | bare scan p50  p99 | supercluster p50  p99 | p99 to bare, super |  bytes p50   most',
  )
  for (const z of zooms) {
    const asked = Array.from({ length: cutsAt(z) }, () => anyTile(z))
    const [ours, bare, theirs, bytes]: [number[], number[], number[], number[]] = [[], [], [], []]
    sweep()
    for (const { tile, id } of asked) {
      await writeInto(county, id)
      const own = await clocked(() => ask(tile))
      ours.push(own.ms)
      bytes.push(own.result.bytes?.byteLength ?? 0)
    }
    sweep()
    // a scan of half the county takes half a minute: one tells enough
    for (const { tile } of asked.slice(0, z >= 12 ? undefined : z < 10 ? 1 : 3))
      bare.push((await clocked(() => bareTile(tile))).ms)
    sweep()
    for (const { tile } of asked) theirs.push((await clocked(() => superTile(tile))).ms)
    const [p, b, s] = [ours, bare, theirs].map((times) => [share(times, 0.5), share(times, 0.99)] as const)
    if (!p || !b || !s) continue
    console.log(
      `  ${String(z).padStart(4)} | ${figure(p[0])} ${figure(p[1])} |     ${figure(b[0])} ${figure(b[1])} |        ${figure(s[0])} ${figure(s[1])} |` +
        `     ${(p[1] / b[1]).toFixed(2).padStart(5)} ${(p[1] / s[1]).toFixed(2).padStart(6)} |     ${String(share(bytes, 0.5)).padStart(6)} ${String(Math.max(...bytes)).padStart(6)}`,
    )
  }

  sweep()
  const [stream, streamSuper]: [number[], number[]] = [[], []]
  for (let i = 0; i < streamLength; i++) {
    const { tile, id } = anyTile(zooms[i % zooms.length] ?? 10)
    if (i % 100 === 99) await writeInto(county, id)
    stream.push((await clocked(() => ask(tile))).ms)
    streamSuper.push((await clocked(() => superTile(tile))).ms)
  }
  const kept = await clocked(async () => {
    const { tile } = anyTile(8)
    for (let i = 0; i < 1000; i++) await ask(tile)
  })
  console.log(
    `\n  stream of ${streamLength}, 1 % writes: p50 ${figure(share(stream, 0.5))} p99 ${figure(share(stream, 0.99))} ms; ` +
      `supercluster p50 ${figure(share(streamSuper, 0.5))} p99 ${figure(share(streamSuper, 0.99))} ms; ` +
      `p99 ratio ${(share(stream, 0.99) / share(streamSuper, 0.99)).toFixed(2)}`,
  )
  console.log(`  an untouched tile again: ${(kept.ms / 1000).toFixed(3)} ms, no query to the hazards\n`)
  await county.close()
}
