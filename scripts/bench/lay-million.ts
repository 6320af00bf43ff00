import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { placeCellOf } from '../../server/domain/morton.ts'
import { anyHazard, layMany, numbersFrom } from '../../server/map/test-many-hazards.ts'
import type { TestCounty } from '../../server/test-county.ts'

const seedRows = 5000

/**
 * So many hazards in the county's SQLite file: some thousand laid one by one, seven of ten about three hundred villages,
 * and these again and again a few hundred metres off, by the engine itself, since a million acts would take an hour.
 */
export const layMillion = async ({ world, folder }: TestCounty, count: number): Promise<void> => {
  const random = numbersFrom(11)
  const villages = Array.from({ length: 300 }, () => [113.95 + random(), 28.65 + random() * 0.7] as const)
  await layMany(world, Math.min(count, seedRows), (i) => {
    const [lng, lat] = villages[Math.floor(random() * villages.length)] ?? [114, 29]
    const near = (): number => (random() + random() + random() - 1.5) * 0.02
    const about = random() < 0.7
    return {
      lngLat: about ? [lng + near(), lat + near()] : [113.95 + random(), 28.65 + random() * 0.7],
      change: { ...anyHazard(random, i), ...(i % 7 === 0 ? {} : { setAside: null }) },
    }
  })
  const client = new BetterSqlite3(join(folder, 'luqing.db'))
  client.pragma('synchronous = OFF')
  client.pragma('foreign_keys = OFF')
  client.pragma('cache_size = -400000')
  const [shiftLng, shiftLat] = [numbersFrom(1), numbersFrom(2)]
  client.function('cell_of', { deterministic: true }, (lng: number, lat: number) => placeCellOf([lng, lat]))
  const columns = client
    .prepare<[], { name: string }>("select name from pragma_table_info('hazards')")
    .all()
    .map(({ name }) => `"${name}"`)
  const shifted: Readonly<Record<string, string>> = {
    '"id"': `printf('%08x', cast(:k as integer)) || substr("id", 9)`,
    '"register_number"': `"register_number" || '-' || cast(:k as integer)`,
    '"longitude"': '"longitude" + :lng',
    '"latitude"': '"latitude" + :lat',
    '"place_cell"': 'cell_of("longitude" + :lng, "latitude" + :lat)',
  }
  const copy = client.prepare(
    `insert into hazards (${columns.join()}) select ${columns.map((column) => shifted[column] ?? column).join()} ` +
      'from (select * from hazards order by rowid limit :most)',
  )
  for (let laid = seedRows, k = 1; laid < count; laid += seedRows, k++)
    copy.run({
      ...{ k, most: Math.min(seedRows, count - laid) },
      ...{ lng: (shiftLng() - 0.5) * 0.03, lat: (shiftLat() - 0.5) * 0.03 },
    })
  client.close()
}
