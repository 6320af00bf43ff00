import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { codingFor, holdsAlready, keepButAsk } from '../http/held-copy.ts'
import { valid } from '../http/valid.ts'
import { RegisterFilter } from '../register/wire.ts'
import type { World } from '../world.ts'
import { mapHazards, mapHazardsTag } from './map-hazards.ts'
import { type LayerName, mapLayer } from './map-layer.ts'
import { HazardPoints, MapPulse } from './wire.ts'

const geoJson = 'application/geo+json'

const layerWords: Record<LayerName, { summary: string; english: string }> = {
  zones: { summary: '地图图层：路长责任区', english: 'Map layer of road chiefs’ zones (GeoJSON)' },
  roads: {
    summary: '地图图层：道路（没有路线编码的道路 routeCode 为 null；过多时不含）',
    english:
      'Map layer of roads (GeoJSON); routeCode is null of a road without a code, and those are left out where they are too many',
  },
  places: { summary: '地图图层：地名', english: 'Map layer of named places (GeoJSON)' },
}

const describeLayer = (name: LayerName) =>
  describe({ ...layerWords[name], tag: 'map', responds: { 200: { media: geoJson }, 304: null } })

/** The map's layers below the hazards, and the hazards themselves as points. */
export const mapRoutes = (world: World) => {
  const answerLayer = async (c: Context<Env>, name: LayerName) => {
    const { etag, bodies } = await mapLayer(world, name)
    if (holdsAlready(c, etag)) return c.body(null, 304, keepButAsk(etag))
    const coding = codingFor(c.req.header('Accept-Encoding'))
    return c.body(bodies[coding], 200, {
      ...keepButAsk(etag),
      'Content-Type': geoJson,
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
    })
  }
  return new Hono<Env>()
    .get('/map/zones', describeLayer('zones'), (c) => answerLayer(c, 'zones'))
    .get('/map/roads', describeLayer('roads'), (c) => answerLayer(c, 'roads'))
    .get('/map/places', describeLayer('places'), (c) => answerLayer(c, 'places'))
    .get(
      '/map/pulse',
      describe({
        summary: '地图上的隐患是否有变化',
        english: 'A tag that changes whenever the asker’s map may show something new; cheap to ask again and again',
        tag: 'map',
        responds: MapPulse,
      }),
      async (c) => c.json({ tag: await mapHazardsTag(world, c.var.actor) }),
    )
    .get(
      '/map/hazards',
      describe({
        summary: '地图上的隐患点（按登记簿同样的条件筛选）',
        english: 'Hazards as points within the asker’s scope, by the register’s own filter (GeoJSON)',
        tag: 'map',
        responds: { 200: HazardPoints, 304: null },
        problems: ['invalid'],
      }),
      compress(),
      valid('query', RegisterFilter),
      async (c) => {
        const etag = await mapHazardsTag(world, c.var.actor)
        if (holdsAlready(c, etag)) return c.body(null, 304, keepButAsk(etag))
        return c.json(await mapHazards(world, c.var.actor, c.req.valid('query')), 200, keepButAsk(etag))
      },
    )
}
