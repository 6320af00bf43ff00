import type { SetAside, Severity, Stage, TaskState } from '../../db/vocabulary.ts'

export interface TaskFacts {
  readonly id: string
  readonly state: TaskState
  readonly unitId: string
  readonly personId: string | null
  readonly submittedBy: string | null
  /** Who asked for the extension that waits for an answer. */
  readonly extensionAskedBy: string | null
  /** The day it was due has ended in the county's zone. */
  readonly deadlinePassed: boolean
}

/** What the workflow is decided on: a plain picture of a hazard, without rows, clock or words. */
export interface HazardFacts {
  readonly stage: Stage
  readonly setAside: SetAside | null
  readonly severity: Severity | null
  readonly placeCode: string
  readonly teamUnitId: string | null
  readonly teamScenePhotos: number
  readonly hasPosition: boolean
  readonly sceneComplete: boolean
  readonly supervised: boolean
  readonly supervisorId: string | null
  /** A transfer that waits for an answer; its unit is null where another county was asked. A squad becomes the team. */
  readonly transfer: { readonly toUnitId: string | null; readonly asTeam: boolean } | null
  /** Units sent to look again at it, besides the team that found it. */
  readonly revisitUnitIds: readonly string[]
  readonly tasks: readonly TaskFacts[]
}
