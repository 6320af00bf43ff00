import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { Kit } from '../dialect.ts'
import { chiefLevels, helperKinds, placeKinds, roadClasses, stationKinds, zoneShapes } from '../vocabulary.ts'

export type ZoneGeometry = Polygon | MultiPolygon | LineString | MultiLineString

export const zoneTables = (kit: Kit) => {
  const zones = kit.table(
    'zones',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      shape: kit.oneOf(zoneShapes).notNull(),
      level: kit.oneOf(chiefLevels).notNull(),
      name: kit.text().notNull(),
      /** For an area: its division code. For a segment: the division code it runs through, where one does. */
      placeCode: kit.text().notNull(),
      routeCode: kit.text(),
      fromMetres: kit.count(),
      toMetres: kit.count(),
      geometry: kit.json<ZoneGeometry>().notNull(),
      invented: kit.flag().notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.id] }), kit.index('zones_by_place').on(c.county, c.placeCode)],
  )
  return {
    zones,
    /** Who was chief of a zone, from which day to which: whoever held it on a day is answerable for that day. */
    zonePosts: kit.table(
      'zone_posts',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        zoneId: kit.text().notNull(),
        personId: kit.text().notNull(),
        level: kit.oneOf(chiefLevels).notNull(),
        heldFrom: kit.day().notNull(),
        heldUntil: kit.day(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('posts_by_zone').on(c.county, c.zoneId),
        kit.index('posts_by_person').on(c.county, c.personId),
        kit.foreignKey({ columns: [c.county, c.zoneId], foreignColumns: [zones.county, zones.id] }),
      ],
    ),
    /** Counts the changes of a zone's posts and helpers, each decided on the version seen; a zone without a row is at 1. */
    zoneVersions: kit.table(
      'zone_versions',
      { county: kit.text().notNull(), zoneId: kit.text().notNull(), version: kit.count().notNull() },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.zoneId] }),
        kit.foreignKey({ columns: [c.county, c.zoneId], foreignColumns: [zones.county, zones.id] }),
      ],
    ),
    /** Leaders in charge and helpers of a zone, from which day to which. They need no account: a phone is enough. */
    zoneHelpers: kit.table(
      'zone_helpers',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        zoneId: kit.text().notNull(),
        kind: kit.oneOf(helperKinds).notNull(),
        name: kit.text().notNull(),
        phone: kit.text(),
        /** Office held, such as 副县长; for a helper the unit. */
        title: kit.text().notNull(),
        stationKind: kit.oneOf(stationKinds),
        station: kit.text().notNull(),
        heldFrom: kit.day().notNull(),
        heldUntil: kit.day(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('helpers_by_zone').on(c.county, c.zoneId),
        kit.foreignKey({ columns: [c.county, c.zoneId], foreignColumns: [zones.county, zones.id] }),
      ],
    ),
    /** What the county puts on every road chief's sign; absent until it says so. */
    signTexts: kit.table('sign_texts', {
      county: kit.text().primaryKey(),
      hotline: kit.text().notNull(),
      /** Lines of duties; none means the usual ones. */
      duties: kit.json<readonly string[]>().notNull(),
      version: kit.count().notNull(),
      changedAt: kit.instant().notNull(),
      changedBy: kit.text().notNull(),
    }),
    /** Named places: townships and villages by division code, schools by their own. */
    places: kit.table(
      'places',
      {
        county: kit.text().notNull(),
        code: kit.text().notNull(),
        kind: kit.oneOf(placeKinds).notNull(),
        name: kit.text().notNull(),
        aliases: kit.json<readonly string[]>().notNull(),
        longitude: kit.real().notNull(),
        latitude: kit.real().notNull(),
        placeCell: kit.whole().notNull(),
        invented: kit.flag().notNull(),
      },
      (c) => [kit.primaryKey({ columns: [c.county, c.code] })],
    ),
    roads: kit.table(
      'roads',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        routeCode: kit.text().notNull(),
        name: kit.text().notNull(),
        roadClass: kit.oneOf(roadClasses).notNull(),
        lengthMetres: kit.count().notNull(),
        geometry: kit.json<LineString>().notNull(),
        invented: kit.flag().notNull(),
      },
      (c) => [kit.primaryKey({ columns: [c.county, c.id] }), kit.index('roads_by_route').on(c.county, c.routeCode)],
    ),
  }
}
