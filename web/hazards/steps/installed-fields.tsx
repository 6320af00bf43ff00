import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import type { TaskView } from '../../../server/hazards/answers.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { Icon } from '../../ui/icons.tsx'
import { useCodeNames } from '../../ui/use-county.ts'
import type { InstalledLine } from './installed-measures.ts'
import { MeasureChoice } from './measure-choice.tsx'
import { QuantityField } from './quantity-field.tsx'
import './measure-lines.css'

interface Props {
  readonly task: TaskView
  readonly lines: readonly InstalledLine[]
  readonly onChange: (lines: InstalledLine[]) => void
}

/** What was really installed: every planned measure, and whatever else was done. */
export const InstalledFields = ({ task, lines, onChange }: Props) => {
  const text = useWords(stepWords)
  const names = useCodeNames()
  const change = (at: number, to: Partial<InstalledLine>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...to } : line)))
  const plannedText = (measure: string): string => {
    const quantity = task.measures.find((one) => one.measure === measure)?.plannedQuantity ?? null
    return quantity === null ? '' : text.plannedQuantity(`${quantity} ${names.unitOfMeasure(measure)}`)
  }
  return (
    <fieldset className="measure-lines">
      <legend>{text.submitMeasures}</legend>
      {lines.map((line, index) => (
        <div key={line.planned ? line.measure : `extra-${index}`} className="measure-line">
          {line.planned ? (
            <p className="measure-name">
              <strong>{names.measure(line.measure)}</strong> <span className="quiet">{plannedText(line.measure)}</span>
            </p>
          ) : (
            <MeasureChoice
              value={line.measure || null}
              taken={lines.map(({ measure }) => measure)}
              onChange={(measure) => change(index, { measure: measure ?? '' })}
            />
          )}
          <QuantityField
            hiddenLabel
            label={text.quantityOf(names.measure(line.measure))}
            unit={names.unitOfMeasure(line.measure)}
            value={line.quantity}
            disabled={line.struck}
            onChange={(quantity) => change(index, { quantity })}
          />
          {line.planned ? (
            <Checkbox
              label={text.strike}
              checked={line.struck}
              onChange={(event) => change(index, { struck: event.currentTarget.checked })}
            />
          ) : (
            <ActionIcon
              aria-label={text.removeMeasure(names.measure(line.measure))}
              onClick={() => onChange(lines.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </ActionIcon>
          )}
          {line.struck && (
            <TextInput
              className="measure-why"
              label={text.strikeWhy}
              maxLength={300}
              value={line.why}
              onChange={(event) => change(index, { why: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
      <Button
        className="measure-add"
        leftSection={<Icon name="plus" />}
        onClick={() => onChange([...lines, { measure: '', planned: false, quantity: null, struck: false, why: '' }])}
      >
        {text.addMeasure}
      </Button>
    </fieldset>
  )
}
