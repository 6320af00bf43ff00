import type { ZoneGeometry } from '../../../db/schema/zones.ts'
import type { RoadClass } from '../../../db/vocabulary.ts'
import type { LngLat } from '../../domain/distance.ts'

export interface SignPerson {
  /** 乡级路长, 包片领导, 劝导员 ... */
  readonly as: string
  readonly name: string
  readonly of: string
  readonly phone: string | null
}

export interface SignArea {
  readonly name: string
  readonly geometry: ZoneGeometry
}

export interface SignRoad {
  readonly code: string
  readonly roadClass: RoadClass
  readonly geometry: ZoneGeometry
}

export interface SignPlace {
  readonly name: string
  readonly kind: 'township' | 'village'
  readonly lngLat: LngLat
}

/** All that stands on a road chief's sign (公示牌), in Chinese as on the road. */
export interface SignFacts {
  readonly title: string
  readonly zoneName: string
  /** Whose kind of zone it is, such as 乡级路长责任区. */
  readonly zoneRank: string
  /** Code and class of the route of a segment, as on a road's own plate. */
  readonly route: { readonly code: string; readonly roadClass: RoadClass | null } | null
  /** 路线名称, 起讫桩号, 里程, 管理单位 ... : what is not known is left out. */
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly chiefs: readonly SignPerson[]
  readonly helpers: readonly SignPerson[]
  readonly duties: readonly string[]
  readonly hotline: string | null
  /** What the QR code opens; null leaves it out. */
  readonly link: string | null
  readonly invented: boolean
  readonly map: {
    readonly zone: SignArea
    readonly shape: 'area' | 'segment'
    /** Stakes at both ends of a segment. */
    readonly ends: readonly [string, string] | null
    readonly neighbours: readonly SignArea[]
    readonly roads: readonly SignRoad[]
    readonly places: readonly SignPlace[]
  }
}
