import type { TaskView } from '../../../server/hazards/answers.ts'
import type { SubmitTask } from '../../../server/remediation/wire.ts'

/** One measure as it is filled in at submitting: a quantity, or struck with a reason. */
export interface InstalledLine {
  readonly measure: string
  readonly planned: boolean
  readonly quantity: number | null
  readonly struck: boolean
  readonly why: string
}

/** Every planned measure, with what was filled in at an earlier submission that came back. */
export const linesOf = (task: Pick<TaskView, 'measures'>): InstalledLine[] =>
  task.measures.map(({ measure, installedQuantity, struckBecause }) => ({
    measure,
    planned: true,
    quantity: installedQuantity,
    struck: installedQuantity === null && struckBecause !== null,
    why: struckBecause ?? '',
  }))

/** The first line that is neither counted nor struck with a reason. */
export const unsettled = (lines: readonly InstalledLine[]): InstalledLine | null =>
  lines.find(({ struck, quantity, why }) => (struck ? why.trim() === '' : quantity === null)) ?? null

export const installedOnWire = (lines: readonly InstalledLine[]): SubmitTask['measures'] =>
  lines.map(({ measure, quantity, struck, why }) => ({
    measure,
    installedQuantity: struck ? null : quantity,
    struckBecause: struck ? why.trim() : null,
  }))
