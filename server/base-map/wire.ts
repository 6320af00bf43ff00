import { z } from 'zod'

/** A PMTiles file read by range. Its address names its content: what lies there never changes. */
export const GroundFile = z.strictObject({
  address: z.string(),
  bytes: z.int(),
  minZoom: z.int(),
  maxZoom: z.int(),
})
export type GroundFile = z.infer<typeof GroundFile>

/** What lies beneath the county's own layers; everything null where no base map has been made. */
export const BaseMapAnswer = z.strictObject({
  /** Vector tiles: land, water, rivers, buildings, ways, names, areas, roads, places. */
  ground: GroundFile.nullable(),
  /** Heights as Terrarium pictures, for shading. */
  heights: GroundFile.nullable(),
  bounds: z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }).nullable(),
  /** OpenStreetMap's contributors have to be named beneath the map. */
  openStreetMap: z.boolean(),
  /** Whether this server hands on Tianditu's maps. */
  tianditu: z.boolean(),
})
export type BaseMapAnswer = z.infer<typeof BaseMapAnswer>
