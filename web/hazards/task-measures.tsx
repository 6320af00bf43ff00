import type { TaskView } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { useCodeNames } from '../ui/use-county.ts'
import './task-measures.css'

type MeasureView = TaskView['measures'][number]

/** Planned against installed, each in its own unit; a struck one with its reason. */
export const TaskMeasures = ({ task }: { readonly task: TaskView }) => {
  const text = useWords(hazardWords)
  const names = useCodeNames()
  if (task.measures.length === 0) return null
  const shown = task.submittedAt !== null
  const inUnit = (quantity: number, { measure }: MeasureView): string => `${quantity} ${names.unitOfMeasure(measure)}`
  const planned = (line: MeasureView): string =>
    line.plannedQuantity === null ? text.asPlanned : inUnit(line.plannedQuantity, line)
  const installed = (line: MeasureView): string => {
    if (line.struckBecause !== null && line.installedQuantity === null) return text.struck(line.struckBecause)
    return line.installedQuantity === null ? text.notYet : inUnit(line.installedQuantity, line)
  }
  return (
    <table className="task-measures">
      <thead>
        <tr>
          <th scope="col">{text.measures}</th>
          <th scope="col">{text.planned}</th>
          {shown && <th scope="col">{text.installed}</th>}
        </tr>
      </thead>
      <tbody>
        {task.measures.map((line) => (
          <tr key={line.measure}>
            <th scope="row">{names.measure(line.measure)}</th>
            <td className="figures">{planned(line)}</td>
            {shown && <td>{installed(line)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
