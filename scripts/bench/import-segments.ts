import { like, or } from 'drizzle-orm'
import { importing } from '../../server/imports/test-importing.ts'
import type { TestCounty } from '../../server/test-county.ts'
import type { Contest } from './ratio.ts'

const segments = 20_000

/** 20,000 stretches of some dozen vertices each, across the test county. */
const fileOf = (round: number): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: segments }, (_, i) => {
      const [west, south] = [114 + (i % 200) * 0.004, 28.9 + Math.floor(i / 200) * 0.003]
      const coordinates = Array.from({ length: 12 }, (__, k) => [
        Number((west + k * 0.0003).toFixed(6)),
        Number((south + ((k * 7 + round) % 5) * 0.0001).toFixed(6)),
      ])
      const properties = { 路线编码: 'X001360424', 路段名称: `第${round}次 ${i}`, 级别: '乡级', code: '360424100' }
      return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }
    }),
  })

/** The whole way of a file, upload, dry run and writing, against inserting the same rows and nothing else. */
export const importSegments = async (county: TestCounty): Promise<Contest> => {
  const admin = await importing(county)
  const { db } = county.world
  let round = 0
  return {
    name: `import of ${segments} segments: upload, dry run, confirmation`,
    yardstick: 'bare insert of the same rows in one transaction',
    unit: 'segment',
    ours: async () => {
      round++
      const { zones, imports } = db.t
      await db.writer.run(async (tx) => {
        await tx.q.delete(zones).where(or(like(zones.id, 'segment-%'), like(zones.id, 'bare-%')))
        await tx.q.delete(imports)
      })
      const look = await admin.look('segments.geojson', fileOf(round), { layer: 'segments', datum: 'wgs84' })
      await admin.takeIn(look)
      return segments
    },
    bare: async () => {
      const { zones } = db.t
      const rows = await db.q.select().from(zones).where(like(zones.id, 'segment-%'))
      await db.writer.run(async (tx) => {
        await tx.q.delete(zones).where(like(zones.id, 'bare-%'))
        for (let from = 0; from < rows.length; from += 500)
          await tx.q.insert(zones).values(rows.slice(from, from + 500).map((row) => ({ ...row, id: `bare-${row.id}` })))
      })
      return rows.length
    },
  }
}
