import type { SetAside, Severity, Stage, TaskState } from '../../db/vocabulary.ts'

export interface TaskFacts {
  readonly id: string
  readonly state: TaskState
  readonly unitId: string
  readonly personId: string | null
  readonly submittedBy: string | null
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
  readonly tasks: readonly TaskFacts[]
}
