import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { listPlaces } from './list-places.ts'
import { listZones } from './list-zones.ts'
import { placeAt } from './place-at.ts'
import { showZone } from './show-zone.ts'
import { AtPosition, PlaceHere, PlaceList, PlacesQuery, ZoneCard, ZoneList, ZoneParam } from './wire.ts'

export const zoneRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/zones',
      describe({
        summary: '路长责任区及其今日路长、隐患数',
        english: 'Road chiefs’ zones with today’s chief and counts within the asker’s scope',
        tag: 'zones',
        responds: ZoneList,
      }),
      compress(),
      async (c) => c.json(await listZones(world, c.var.actor)),
    )
    .get(
      '/zones/:id',
      describe({
        summary: '一个责任区的公示牌',
        english: 'A zone’s card: chiefs by level, counts, and the filter that lists what is counted',
        tag: 'zones',
        responds: ZoneCard,
        problems: ['not-there'],
      }),
      valid('param', ZoneParam),
      async (c) => c.json(await showZone(world, c.var.actor, c.req.valid('param').id)),
    )
    .get(
      '/places/at',
      describe({
        summary: '某一位置的乡镇、村、道路、桩号、路长和附近未销号隐患',
        english: 'Township, village, road, chainage and chief of a position, and open hazards near it',
        tag: 'zones',
        responds: PlaceHere,
        problems: ['invalid', 'impossible-position'],
      }),
      valid('query', AtPosition),
      async (c) => {
        const { lng, lat, place } = c.req.valid('query')
        return c.json(await placeAt(world, c.var.actor, [lng, lat], place ?? null))
      },
    )
    .get(
      '/places',
      describe({
        summary: '乡镇、村、学校等地名',
        english: 'Named places: townships, villages, schools',
        tag: 'zones',
        responds: PlaceList,
        problems: ['invalid'],
      }),
      compress(),
      valid('query', PlacesQuery),
      async (c) => c.json(await listPlaces(world, c.req.valid('query').kind ?? null)),
    )
