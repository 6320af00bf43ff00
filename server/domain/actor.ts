import type { Role } from '../../db/vocabulary.ts'

/** Who is asking, with everything that rights are decided on. Zones are the posts held today. */
export interface Actor {
  readonly county: string
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly unitId: string | null
  /** Division-code prefixes of the own unit's area. */
  readonly areaCodes: readonly string[]
  readonly zoneIds: readonly string[]
  /** Division codes of the area zones whose chief this person is: each covers all below it. */
  readonly zonePlaceCodes: readonly string[]
}

/** What somebody may see; a hazard is in scope when any of the listed conditions holds. */
export type Scope =
  | { readonly all: true }
  | {
      readonly all: false
      readonly placeCodes: readonly string[]
      readonly zoneIds: readonly string[]
      readonly taskUnitId: string | null
      readonly teamUnitId: string | null
      /** Own unit where it can be sent to look again, or asked to take over. */
      readonly askedUnitId: string | null
      readonly personId: string
    }

/** The facts about a hazard that scope is decided on. */
export interface Whereabouts {
  readonly placeCode: string
  readonly zoneId: string | null
  readonly teamUnitId: string | null
  readonly reportedBy: string
  readonly supervisorId: string | null
  readonly tasks: readonly { readonly unitId: string; readonly personId: string | null }[]
  /** Units that were ever sent to look again at it, or asked to take it over. */
  readonly askedUnitIds: readonly string[]
}

const seesTheCounty: readonly Role[] = ['county-reviewer', 'leader']

/**
 * The one rule of sight, from which stores derive their SQL condition (workflow.md, "Who may do what").
 * Administrators keep the settings and see hazards only like a reporter: their own.
 */
export const scopeOf = (actor: Actor): Scope => {
  if (seesTheCounty.includes(actor.role)) return { all: true }
  const own = {
    all: false,
    placeCodes: [],
    zoneIds: [],
    taskUnitId: null,
    teamUnitId: null,
    askedUnitId: null,
    personId: actor.id,
  } as const
  switch (actor.role) {
    case 'squad':
      return {
        ...{ ...own, placeCodes: actor.areaCodes, teamUnitId: actor.unitId },
        ...{ taskUnitId: actor.unitId, askedUnitId: actor.unitId },
      }
    case 'road-chief':
      return {
        ...{ ...own, placeCodes: actor.zonePlaceCodes, zoneIds: actor.zoneIds },
        ...{ taskUnitId: actor.unitId, askedUnitId: actor.unitId },
      }
    case 'department':
      return { ...own, taskUnitId: actor.unitId, askedUnitId: actor.unitId }
    default:
      return own
  }
}

/** Whether a hazard lies in a scope; true means it may be seen, nothing more. */
export const inScope = (scope: Scope, hazard: Whereabouts): boolean =>
  scope.all ||
  hazard.reportedBy === scope.personId ||
  hazard.supervisorId === scope.personId ||
  (scope.askedUnitId !== null && hazard.askedUnitIds.includes(scope.askedUnitId)) ||
  (scope.teamUnitId !== null && hazard.teamUnitId === scope.teamUnitId) ||
  (hazard.zoneId !== null && scope.zoneIds.includes(hazard.zoneId)) ||
  scope.placeCodes.some((code) => hazard.placeCode.startsWith(code)) ||
  hazard.tasks.some(
    (task) => task.personId === scope.personId || (scope.taskUnitId !== null && task.unitId === scope.taskUnitId),
  )
