import { z } from 'zod'
import {
  chiefLevels,
  colours,
  helperKinds,
  placeKinds,
  roadClasses,
  severities,
  stages,
  stationKinds,
  zoneShapes,
} from '../../db/vocabulary.ts'
import { PlaceCode } from '../hazards/wire.ts'

/** What may be asked of zones and places, and what leaves. */

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, 'not-on-earth')

/** A latitude of 114 is let in here, to be told by the domain that the two were swapped. */
export const AtPosition = z.strictObject({
  ...{ lng: degrees(180), lat: degrees(180) },
  /** The township or village whose point this is, where that alone is known. */
  place: PlaceCode.optional(),
})
export const PlacesQuery = z.strictObject({ kind: z.enum(placeKinds).optional() })
export const ZoneParam = z.strictObject({ id: z.string().min(1).max(64) })

/** `relapsed`: cleared, and come back within the county's days. */
const Counts = z.strictObject({ open: z.int(), overdue: z.int(), cleared: z.int(), relapsed: z.int() })
export type Counts = z.infer<typeof Counts>

const Chief = z.strictObject({ name: z.string(), phone: z.string().nullable(), level: z.enum(chiefLevels) })

const zoneFields = {
  id: z.string(),
  shape: z.enum(zoneShapes),
  level: z.enum(chiefLevels),
  name: z.string(),
  placeCode: z.string(),
  routeCode: z.string().nullable(),
  invented: z.boolean(),
}

export const ZoneLine = z.strictObject({ ...zoneFields, chief: Chief.nullable(), counts: Counts })
export type ZoneLine = z.infer<typeof ZoneLine>
export const ZoneList = z.strictObject({
  asOf: z.string(),
  zones: z.array(ZoneLine),
  /** What falls into no zone; the register lists it under `zone=none`. */
  nowhere: Counts,
})

const Maybe = z.string().nullable()

/** A helper (两站两员) or the leader in charge (包片领导). */
export const Helper = z.strictObject({
  id: z.string(),
  kind: z.enum(helperKinds),
  name: z.string(),
  phone: Maybe,
  title: z.string(),
  stationKind: z.enum(stationKinds).nullable(),
  station: z.string(),
  heldFrom: z.string(),
  heldUntil: Maybe,
  zoneId: z.string(),
  zoneName: z.string(),
  own: z.boolean(),
})
export type Helper = z.infer<typeof Helper>

/** Somebody of a squad was last in the zone: a junction looked at, or a hazard reported. */
export const LastPatrol = z.strictObject({
  at: z.string(),
  kind: z.enum(['junction', 'report']),
  id: z.string(),
  label: z.string(),
})
export type LastPatrol = z.infer<typeof LastPatrol>

export const ZoneCard = z.strictObject({
  ...zoneFields,
  fromMetres: z.int().nullable(),
  toMetres: z.int().nullable(),
  routeName: z.string().nullable(),
  /** From the highest level down; `own` are this zone's, the others those of the areas around it, of a segment all it runs through. */
  chiefs: z.array(
    z.strictObject({
      ...Chief.shape,
      id: z.string(),
      unit: z.string().nullable(),
      zoneId: z.string(),
      zoneName: z.string(),
      own: z.boolean(),
    }),
  ),
  /** Of the zone and of the areas around it, today's: leaders in charge from the nearest outwards, then helpers. */
  leaders: z.array(Helper),
  helpers: z.array(Helper),
  counts: Counts,
  lastPatrol: LastPatrol.nullable(),
  asOf: z.string(),
  /** The register's filter that lists the very hazards counted here. */
  filter: z.union([z.strictObject({ place: z.string() }), z.strictObject({ zone: z.string() })]),
})
export type ZoneCard = z.infer<typeof ZoneCard>

export const NearbyHazard = z.strictObject({
  id: z.string(),
  shortCode: z.string(),
  registerNumber: z.string().nullable(),
  code: z.string(),
  stage: z.enum(stages),
  severity: z.enum(severities).nullable(),
  colour: z.enum(colours).nullable(),
  distanceMetres: z.int(),
  photoSha256: z.string().nullable(),
})
export type NearbyHazard = z.infer<typeof NearbyHazard>

export const PlaceHere = z.strictObject({
  placeCode: z.string(),
  townshipCode: z.string().nullable(),
  townshipName: z.string().nullable(),
  villageCode: z.string().nullable(),
  villageName: z.string().nullable(),
  outsideCounty: z.boolean(),
  /** Null where no road is near, and on a road without a code: that has a class, perhaps a name, and no chainage. */
  routeCode: z.string().nullable(),
  routeName: z.string().nullable(),
  roadClass: z.enum(roadClasses).nullable(),
  chainageMetres: z.int().nullable(),
  roadDistanceMetres: z.int().nullable(),
  zone: z.strictObject({ ...zoneFields, chief: Chief.nullable() }).nullable(),
  otherZoneIds: z.array(z.string()),
  nearby: z.array(NearbyHazard),
})
export type PlaceHere = z.infer<typeof PlaceHere>

export const PlaceLine = z.strictObject({
  code: z.string(),
  kind: z.enum(placeKinds),
  name: z.string(),
  aliases: z.array(z.string()),
  longitude: z.number(),
  latitude: z.number(),
  invented: z.boolean(),
})
export type PlaceLine = z.infer<typeof PlaceLine>
export const PlaceList = z.strictObject({ places: z.array(PlaceLine) })
