import { Hono } from 'hono'
import { z } from 'zod'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { type Bucket, makeLimiter } from '../http/limiter.ts'
import { takeOrRefuse } from '../http/limits.ts'
import { Problem } from '../http/problem.ts'
import { valid } from '../http/valid.ts'
import { tileAddressOf } from '../map/tile-address.ts'
import type { World } from '../world.ts'
import { answerArchive } from './archive-answer.ts'
import { tellBaseMap } from './tell-base-map.ts'
import { fetchTianditu, type Tianditu, tiandituLayers } from './tianditu.ts'
import { BaseMapAnswer } from './wire.ts'

export interface BaseMapSetting {
  /** Where the base map lies; null where there can be none. */
  readonly folder: string | null
  readonly tianditu: Tianditu | null
  /** Pictures handed on to one session; tests make do with fewer. */
  readonly handedOn?: Bucket
}

export const noBaseMap: BaseMapSetting = { folder: null, tianditu: null }

const ArchiveParam = z.object({ file: z.string() })
const TileParam = z.object({ layer: z.string(), z: z.string(), x: z.string(), y: z.string() })
/** Each is a question to somebody else’s server: enough for a day of panning, too little to copy their map. */
const usualHandedOn: Bucket = { burst: 900, perMinute: 600 }

/** What lies beneath the county's own layers: files read by range, and Tianditu's pictures handed on. */
export const baseMapRoutes = (world: World, { folder, tianditu, handedOn = usualHandedOn }: BaseMapSetting) => {
  const limiter = makeLimiter(handedOn, world.now)
  return new Hono<Env>()
    .get(
      '/base-map',
      describe({
        ...{ summary: '现用的底图', english: 'Which base map is in use', tag: 'map' },
        responds: BaseMapAnswer,
      }),
      async (c) => c.json(await tellBaseMap(world, folder, tianditu !== null)),
    )
    .get(
      '/base-map/:file',
      describe({
        summary: '底图文件（PMTiles 第 3 版，按字节范围读取）',
        english: 'A file of the base map (PMTiles 3), read by range; its address names its content',
        tag: 'map',
        responds: {
          200: { media: 'application/vnd.pmtiles' },
          206: { media: 'application/vnd.pmtiles' },
          304: null,
          416: null,
        },
        problems: ['not-there'],
      }),
      valid('param', ArchiveParam),
      (c) => {
        const [, sha256] = /^([0-9a-f]{64})\.pmtiles$/.exec(c.req.valid('param').file) ?? []
        if (folder === null || sha256 === undefined) throw new Problem('not-there')
        return answerArchive(c, folder, sha256)
      },
    )
    .get(
      '/tianditu/:layer/:z/:x/:y',
      describe({
        summary: '天地图瓦片（由本服务器代取，密钥不外传）',
        english: 'A tile of Tianditu: layers vec, cva, img, cia in Web Mercator; the key stays on this server',
        tag: 'map',
        responds: { 200: { media: 'image/png' } },
        problems: ['not-there', 'too-often', 'try-again'],
      }),
      valid('param', TileParam),
      async (c) => {
        const words = c.req.valid('param')
        const layer = tiandituLayers.find((one) => one === words.layer)
        if (tianditu === null || layer === undefined) throw new Problem('not-there')
        const tile = tileAddressOf(words)
        if (tile.z < 1) throw new Problem('not-there')
        takeOrRefuse(limiter, c.var.session.id)
        const { media, bytes } = await fetchTianditu(tianditu, { layer, ...tile })
        return c.body(bytes, 200, { 'Content-Type': media, 'Cache-Control': 'private, max-age=604800' })
      },
    )
}
