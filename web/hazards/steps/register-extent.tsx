import { Button } from '@mantine/core'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import type { Extent } from '../../../server/hazards/extent-wire.ts'
import { type DrawnExtent, tasksByPart } from '../../extents/drawn-extent.ts'
import { ExtentChoice } from '../../extents/extent-choice.tsx'
import { useMeasureExtent } from '../../extents/use-measure-extent.ts'
import { extentWords } from '../../text/extent-words.ts'
import { useWords } from '../../text/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { useCounty } from '../../ui/use-county.ts'
import { emptyTask, type TaskDraft } from './new-task.ts'

/** A task for each part where there are several chiefs or units; else one for whom the matrix names. */
export const tasksAtFirst = (drawn: DrawnExtent | null, cureUnitId: string): readonly TaskDraft[] => {
  const byPart = partTasks(drawn)
  return byPart.length > 0 ? byPart : [emptyTask(cureUnitId)]
}

const mostTasks = 10

const partTasks = (drawn: DrawnExtent | null): TaskDraft[] =>
  tasksByPart(drawn?.parts ?? [])
    .slice(0, mostTasks)
    .map(({ unitId, personId, demand }) => ({ ...emptyTask(unitId), personId, demand: demand.slice(0, 1000) }))

/** Sent only where the reviewer drew something else than was reported. */
export const extentOnWire = (now: DrawnExtent | null, before: DrawnExtent | null): { extent?: Extent | null } =>
  JSON.stringify(now?.extent ?? null) === JSON.stringify(before?.extent ?? null) ? {} : { extent: now?.extent ?? null }

interface Props {
  readonly hazard: HazardWhole
  readonly code: string
  readonly value: DrawnExtent | null
  readonly tasks: readonly TaskDraft[]
  readonly onExtent: (drawn: DrawnExtent | null) => void
  readonly onTasks: (tasks: readonly TaskDraft[]) => void
}

/** Where it lies as the reviewer sees it: as reported, or drawn anew; and the tasks that follow from its parts. */
export const RegisterExtent = ({ hazard, code, value, tasks, onExtent, onTasks }: Props) => {
  const text = useWords(extentWords)
  const { bounds } = useCounty()
  const measure = useMeasureExtent({ code })
  const proposed = partTasks(value)
  const isProposed = proposed.length === tasks.length && proposed.every(({ demand }, i) => tasks[i]?.demand === demand)
  const at: [number, number] =
    hazard.longitude !== null && hazard.latitude !== null
      ? [hazard.longitude, hazard.latitude]
      : bounds
        ? [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2]
        : [105, 35]
  return (
    <fieldset className="responsible-units">
      <legend>{text.extent}</legend>
      <ExtentChoice
        value={value}
        onChange={onExtent}
        measure={measure}
        at={at}
        far={hazard.longitude === null}
        routeCode={hazard.routeCode}
      />
      {proposed.length > 0 &&
        (isProposed ? (
          <p className="quiet">{text.tasksByPartHow}</p>
        ) : (
          <div className="more-tasks">
            <Button leftSection={<Icon name="plus" />} onClick={() => onTasks(proposed)}>
              {text.tasksByPart(proposed.length)}
            </Button>
          </div>
        ))}
    </fieldset>
  )
}
