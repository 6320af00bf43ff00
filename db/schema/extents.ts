import type { LineString, MultiLineString, Polygon } from 'geojson'
import type { Kit } from '../dialect.ts'
import { extentKinds, type RoadSide } from '../vocabulary.ts'
import type { hazardTables } from './hazards.ts'

/** What a hazard takes up, in figures: chainages and metres along a road, or square metres. */
export type ExtentMeasure =
  | {
      readonly kind: 'stretch'
      readonly routeCode: string
      readonly fromMetres: number
      readonly toMetres: number
      readonly side: RoadSide
      readonly lengthMetres: number
    }
  | { readonly kind: 'area'; readonly areaSquareMetres: number }

export type ExtentGeometry = LineString | MultiLineString | Polygon

/** The drawings of hazards that are more than a point, and the map tiles they run through. */
export const extentTables = (kit: Kit, { hazards }: Pick<ReturnType<typeof hazardTables>, 'hazards'>) => ({
  hazardExtents: kit.table(
    'hazard_extents',
    {
      county: kit.text().notNull(),
      hazardId: kit.text().notNull(),
      kind: kit.oneOf(extentKinds).notNull(),
      geometry: kit.json<ExtentGeometry>().notNull(),
      drawnBy: kit.text().notNull(),
      drawnAt: kit.instant().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.hazardId] }),
      kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
    ],
  ),
  /** By the Morton code of the tile: which drawings a tile has to look at. */
  extentTiles: kit.table(
    'extent_tiles',
    {
      county: kit.text().notNull(),
      tileCode: kit.whole().notNull(),
      hazardId: kit.text().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.tileCode, c.hazardId] }),
      kit.index('extent_tiles_by_hazard').on(c.county, c.hazardId),
    ],
  ),
})
