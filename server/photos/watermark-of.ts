import type { Row } from '../../db/schema/tables.ts'
import { type KnownPosition, watermarkLines } from '../domain/watermark-lines.ts'
import type { Names } from '../hazards/hazard-view.ts'

interface Marked {
  readonly county: Row<'counties'>
  /** Whose number and place it bears: of what was merged, the survivor. */
  readonly hazard: Row<'hazards'>
  readonly hazardPhoto: Row<'hazardPhotos'>
  /** Knows who took it, the township and the village. */
  readonly names: Names
}

const positionOf = (row: Row<'hazards'> | Row<'hazardPhotos'>): KnownPosition | null => {
  const { longitude, latitude, accuracyMetres, positionSource: source } = row
  return longitude === null || latitude === null ? null : { longitude, latitude, accuracyMetres, source }
}

/** The lines that copies of this photo carry; none where the county wants none. */
export const watermarkOf = ({ county, hazard, hazardPhoto, names }: Marked): string[] =>
  county.settings.watermark
    ? watermarkLines({
        number: hazard.registerNumber ?? hazard.shortCode,
        unitName: names.person(hazardPhoto.takenBy)?.unitName ?? null,
        capturedAt: hazardPhoto.capturedAt,
        takenWith: hazardPhoto.takenWith,
        clockOffsetMs: hazardPhoto.clockOffsetMs,
        zone: county.timeZone,
        township: names.place(hazard.townshipCode),
        village: hazard.placeCode.length === 12 ? names.place(hazard.placeCode) : null,
        routeCode: hazard.routeCode,
        chainageMetres: hazard.chainageMetres,
        extent: hazard.extent,
        spot: hazard.spot,
        photoPosition: positionOf(hazardPhoto),
        hazardPosition: positionOf(hazard),
        invented: county.invented,
      })
    : []
