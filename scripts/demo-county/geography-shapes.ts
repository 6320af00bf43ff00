import type { LineString, Point, Polygon } from 'geojson'
import type { RoadClass } from '../../db/vocabulary.ts'
import type { LngLat } from './plane.ts'

/** All coordinates WGS-84, longitude first; everything here is invented but the townships' names and codes. */
export type DemoTownship = {
  code: string
  name: string
  kind: 'town' | 'rural'
  aliases: readonly string[]
  seat: LngLat
  geometry: Polygon
  invented: true
}

export type DemoVillage = {
  code: string
  name: string
  townshipCode: string
  point: LngLat
  /** The village's own area; together the areas of a township's villages are exactly the township. */
  geometry: Polygon
  invented: true
}

export type DemoRoad = {
  id: string
  /** Letter, three characters, county: `X801360424`. */
  routeCode: string
  name: string
  roadClass: RoadClass
  lengthMetres: number
  /** Chainage of the line's first vertex: roads that come from another county do not begin at 0. */
  startChainageMetres: number
  geometry: LineString
  invented: true
}

export type DemoSegment = {
  id: string
  roadId: string
  routeCode: string
  name: string
  roadClass: RoadClass
  fromChainageMetres: number
  toChainageMetres: number
  /** Where its middle lies. */
  townshipCode: string
  geometry: LineString
  invented: true
}

export type DemoSchool = {
  id: string
  name: string
  kind: 'primary' | 'middle' | 'kindergarten'
  townshipCode: string
  villageCode: string
  roadId: string
  gate: Point
  invented: true
}

export type DemoJunction = {
  id: string
  lngLat: LngLat
  /** The highest class first. */
  roads: { roadId: string; routeCode: string; chainageMetres: number }[]
  townshipCode: string
  villageCode: string
}

export type PlaceOnRoad = {
  lngLat: LngLat
  chainageMetres: number
  roadId: string
  routeCode: string
  roadName: string
  townshipCode: string
  townshipName: string
  villageCode: string
  villageName: string
}

export type DemoGeography = {
  invented: true
  notice: { 'zh-CN': string; en: string }
  outline: Polygon
  townships: DemoTownship[]
  villages: DemoVillage[]
  roads: DemoRoad[]
  segments: DemoSegment[]
  schools: DemoSchool[]
  junctions: DemoJunction[]
  /** `fraction` of the road's length, 0 at its first vertex and 1 at its last. Throws on an unknown road. */
  pointOnRoad: (roadId: string, fraction: number) => PlaceOnRoad
  /** The village whose area holds the point, or the nearest one outside the county. */
  villageAt: (lngLat: LngLat) => DemoVillage
}
