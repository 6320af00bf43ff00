import { ActionIcon, Button } from '@mantine/core'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { Icon } from '../../ui/icons.tsx'
import { useCodeNames } from '../../ui/use-county.ts'
import { MeasureChoice } from './measure-choice.tsx'
import type { PlannedLine } from './new-task.ts'
import { QuantityField } from './quantity-field.tsx'
import './measure-lines.css'

interface Props {
  readonly lines: readonly PlannedLine[]
  readonly onChange: (lines: PlannedLine[]) => void
}

const mostLines = 20

/** What is to be installed, each with its quantity where it is known, in the measure's own unit. */
export const PlannedMeasures = ({ lines, onChange }: Props) => {
  const text = useWords(stepWords)
  const names = useCodeNames()
  const change = (at: number, to: Partial<PlannedLine>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...to } : line)))
  return (
    <fieldset className="measure-lines">
      <legend>
        {text.measuresLabel}（{text.optional}）
      </legend>
      {lines.map((line, index) => (
        <div key={line.measure || `new-${index}`} className="measure-line">
          <MeasureChoice
            value={line.measure || null}
            taken={lines.map(({ measure }) => measure)}
            onChange={(measure) => change(index, { measure: measure ?? '' })}
          />
          <QuantityField
            hiddenLabel
            label={text.quantityOf(names.measure(line.measure))}
            unit={names.unitOfMeasure(line.measure)}
            value={line.quantity}
            onChange={(quantity) => change(index, { quantity })}
          />
          <ActionIcon
            aria-label={text.removeMeasure(names.measure(line.measure))}
            onClick={() => onChange(lines.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </ActionIcon>
        </div>
      ))}
      {lines.length < mostLines && (
        <Button
          className="measure-add"
          leftSection={<Icon name="plus" />}
          onClick={() => onChange([...lines, { measure: '', quantity: null }])}
        >
          {text.addMeasure}
        </Button>
      )}
    </fieldset>
  )
}
