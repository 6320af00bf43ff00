import type { Actor } from '../domain/actor.ts'

/** Where somebody works: divisions whole, and zones along roads that may run through any of them. */
export interface FieldArea {
  /** Empty together with no zones: the county. */
  readonly areaCodes: readonly string[]
  readonly zoneIds: readonly string[]
}

const county: FieldArea = { areaCodes: [], zoneIds: [] }

/**
 * The ground somebody needs in the field. It follows sight where sight goes by place; a department and a reporter, who
 * see by task and by authorship, work where their unit does. Ground is no secret: hazards are, and follow scope alone.
 */
export const areaOfActor = (actor: Actor): FieldArea => {
  switch (actor.role) {
    case 'road-chief':
      return { areaCodes: actor.zonePlaceCodes, zoneIds: actor.zoneIds }
    case 'squad':
    case 'department':
    case 'light-reporter':
      return { areaCodes: actor.areaCodes, zoneIds: [] }
    default:
      return county
  }
}
