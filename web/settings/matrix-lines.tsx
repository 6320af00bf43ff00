import { ActionIcon, Button, Select } from '@mantine/core'
import { type MatrixLine, silencedBy } from '../../server/domain/responsibility.ts'
import { useWords } from '../text/language.ts'
import { matrixWords } from '../text/matrix-words.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { any, isLevel, isRoad, useMatrixChoices } from './matrix-choices.ts'

interface Props {
  readonly lines: readonly MatrixLine[]
  readonly onChange: (lines: MatrixLine[]) => void
  /** The line that speaks for what is being tried out, or -1. */
  readonly speaking: number
  readonly faultAt: (pointer: string) => string | null
}

const newLine: MatrixLine = {
  ...{ roadClass: null, code: null, localUnit: 'township', sectorUnit: null, cureUnit: 'township' },
  chiefLevel: 'township',
}

/** The lines of the matrix from the top: each can be changed, moved, removed; one that never speaks says so. */
export const MatrixLines = ({ lines, onChange, speaking, faultAt }: Props) => {
  const text = useWords(matrixWords)
  const choices = useMatrixChoices()
  const silenced = silencedBy(lines)
  const put = (index: number, change: Partial<MatrixLine>): void =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...change } : line)))
  const swap = (index: number, other: number): void =>
    onChange(lines.map((line, at) => (at === index ? lines[other] : at === other ? lines[index] : line) ?? line))
  const { number, ...headings } = text.columns
  return (
    <div className="matrix">
      <div className="matrix-head not-on-phone" aria-hidden="true">
        <span>{number}</span>
        {Object.values(headings).map((heading) => (
          <span key={heading}>{heading}</span>
        ))}
      </div>
      {lines.map((line, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; it holds no state of its own
          key={index}
          className={index === speaking ? 'matrix-line matrix-line-speaks' : 'matrix-line'}
        >
          <legend className="for-ears">{text.line(index + 1)}</legend>
          <span className="matrix-number figures">{index + 1}</span>
          <LineFields
            line={line}
            choices={choices}
            put={(change) => put(index, change)}
            faultAt={(field) => faultAt(`/lines/${index}/${field}`)}
          />
          <span className="matrix-acts">
            <Act label={text.up(index + 1)} disabled={index === 0} onClick={() => swap(index, index - 1)} turned />
            <Act
              label={text.down(index + 1)}
              disabled={index === lines.length - 1}
              onClick={() => swap(index, index + 1)}
            />
            <ActionIcon
              size="lg"
              aria-label={text.remove(index + 1)}
              disabled={lines.length === 1}
              onClick={() => onChange(lines.filter((_line, at) => at !== index))}
            >
              <Icon name="close" />
            </ActionIcon>
          </span>
          {silenced[index] != null && (
            <p className="matrix-silenced">
              <Icon name="warning" sizePixels={16} /> {text.silenced(silenced[index] + 1)}
            </p>
          )}
        </fieldset>
      ))}
      <Button leftSection={<Icon name="plus" />} onClick={() => onChange([...lines, newLine])} className="matrix-add">
        {text.add}
      </Button>
    </div>
  )
}

interface ActProps {
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly turned?: boolean
}

const Act = ({ label, disabled, onClick, turned = false }: ActProps) => (
  <ActionIcon size="lg" aria-label={label} disabled={disabled} onClick={onClick} className={turned ? 'matrix-up' : ''}>
    <Icon name="down" />
  </ActionIcon>
)

interface FieldsProps {
  readonly line: MatrixLine
  readonly choices: ReturnType<typeof useMatrixChoices>
  readonly put: (change: Partial<MatrixLine>) => void
  readonly faultAt: (field: keyof MatrixLine) => string | null
}

const LineFields = ({ line, choices, put, faultAt }: FieldsProps) => {
  const text = useWords(matrixWords)
  const phone = usePhone()
  const common = (field: keyof MatrixLine) => ({
    ...(phone ? { label: text.columns[field] } : { 'aria-label': text.columns[field] }),
    ...{ allowDeselect: false, searchable: true, error: faultAt(field), maxDropdownHeight: 320 },
  })
  return (
    <>
      <Select
        {...common('roadClass')}
        data={choices.roads}
        value={line.roadClass ?? any}
        onChange={(value) => put({ roadClass: value !== null && isRoad(value) ? value : null })}
      />
      <Select
        {...common('code')}
        data={choices.codes}
        value={line.code ?? any}
        onChange={(value) => put({ code: value === any ? null : value })}
      />
      <Select
        {...common('localUnit')}
        data={choices.units}
        value={line.localUnit}
        onChange={(value) => value !== null && put({ localUnit: value })}
      />
      <Select
        {...common('sectorUnit')}
        data={choices.unitsOrNobody}
        value={line.sectorUnit ?? any}
        onChange={(value) => put({ sectorUnit: value === any ? null : value })}
      />
      <Select
        {...common('cureUnit')}
        data={choices.units}
        value={line.cureUnit}
        onChange={(value) => value !== null && put({ cureUnit: value })}
      />
      <Select
        {...common('chiefLevel')}
        data={choices.levels}
        value={line.chiefLevel}
        onChange={(value) => value !== null && isLevel(value) && put({ chiefLevel: value })}
      />
    </>
  )
}
