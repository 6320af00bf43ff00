import { Hono } from 'hono'
import { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { holdsAlready, keepButAsk } from '../http/held-copy.ts'
import { makeLimiter } from '../http/limiter.ts'
import { takeOrRefuse } from '../http/limits.ts'
import { valid } from '../http/valid.ts'
import { junctionReadersOnly } from '../junctions/junction-gates.ts'
import { RegisterFilter } from '../register/wire.ts'
import type { World } from '../world.ts'
import { hazardTile } from './hazard-tile.ts'
import { layerTile, type TileLayerName } from './layer-tile.ts'
import { tileAddressOf } from './tile-address.ts'

const vectorTile = 'application/vnd.mapbox-vector-tile'
const TileParam = z.object({ z: z.string(), x: z.string(), y: z.string() })

/** Tiles cut for one session: somebody who pans and zooms without end stays far below it, a flood does not. */
const cuts = { burst: 3000, perMinute: 1500 }

const layerWords: Record<TileLayerName, { summary: string; english: string }> = {
  zones: { summary: '矢量瓦片：路长责任区', english: 'Vector tile of road chiefs’ zones' },
  areas: { summary: '矢量瓦片：片区', english: 'Vector tile of zones by area' },
  segments: { summary: '矢量瓦片：路段', english: 'Vector tile of zones by stretch of road' },
  'segment-ends': { summary: '矢量瓦片：路段端点', english: 'Vector tile of where stretches end' },
  roads: {
    summary: '矢量瓦片：道路（没有路线编码的道路自 13 级起，不带 routeCode）',
    english: 'Vector tile of roads; those without a route code from zoom 13 on, and without that property',
  },
  places: { summary: '矢量瓦片：乡镇、村、学校', english: 'Vector tile of townships, villages and schools' },
  schools: { summary: '矢量瓦片：学校', english: 'Vector tile of schools' },
  junctions: { summary: '矢量瓦片：平交路口', english: 'Vector tile of at-grade junctions' },
}

/** The map cut into tiles: the hazards of the asker's scope, and what lies below them. */
export const tileRoutes = (world: World) => {
  const limiter = makeLimiter(cuts, world.now)
  const layerRoute = (name: TileLayerName, readersOnly: (actor: Actor) => void = () => undefined) =>
    new Hono<Env>().get(
      `/tiles/${name}/:z/:x/:y`,
      describe({
        ...{ ...layerWords[name], tag: 'map', problems: ['not-there'] },
        responds: { 200: { media: vectorTile }, 204: null, 304: null },
      }),
      valid('param', TileParam),
      async (c) => {
        readersOnly(c.var.actor)
        const { etag, cut } = await layerTile(world, name, tileAddressOf(c.req.valid('param')))
        if (holdsAlready(c, etag)) return c.body(null, 304, keepButAsk(etag))
        const bytes = await cut()
        return bytes === null
          ? c.body(null, 204, keepButAsk(etag))
          : c.body(bytes, 200, { ...keepButAsk(etag), 'Content-Type': vectorTile })
      },
    )
  return new Hono<Env>()
    .get(
      '/tiles/hazards/:z/:x/:y',
      describe({
        summary: '矢量瓦片：隐患（按登记簿同样的条件筛选）',
        english:
          'Vector tile of hazards within the asker’s scope, by the register’s own filter: layer `clusters` ' +
          '(count, overdue, overdueShare in percent, worst mark and its rank, colour) and layer `points` (id, number, ' +
          'stage, setAside, severity, colour, overdue, code, mark and its rank), and from zoom 14 on a layer `extents` of ' +
          'stretches and areas (id, mark, rank, colour, overdue). At most 30 KB; 204 where there is none.',
        tag: 'map',
        responds: { 200: { media: vectorTile }, 204: null, 304: null },
        problems: ['not-there', 'invalid', 'too-often'],
      }),
      valid('param', TileParam),
      valid('query', RegisterFilter),
      async (c) => {
        const spend = (): void => takeOrRefuse(limiter, c.var.session.id)
        const tile = tileAddressOf(c.req.valid('param'))
        const { etag, bytes } = await hazardTile(world, c.var.actor, { tile, filter: c.req.valid('query'), spend })
        if (holdsAlready(c, etag)) return c.body(null, 304, keepButAsk(etag))
        return bytes === null
          ? c.body(null, 204, keepButAsk(etag))
          : c.body(bytes, 200, { ...keepButAsk(etag), 'Content-Type': vectorTile })
      },
    )
    .route('/', layerRoute('zones'))
    .route('/', layerRoute('areas'))
    .route('/', layerRoute('segments'))
    .route('/', layerRoute('segment-ends'))
    .route('/', layerRoute('roads'))
    .route('/', layerRoute('places'))
    .route('/', layerRoute('schools'))
    .route('/', layerRoute('junctions', junctionReadersOnly))
}
