import { Select } from '@mantine/core'
import { useLanguage, useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useCodeNames, useCounty } from '../../ui/use-county.ts'

interface Props {
  readonly value: string | null
  readonly onChange: (measure: string | null) => void
  /** Those on other lines: each measure once. */
  readonly taken: readonly string[]
}

/** A measure of the county's own list, with the unit it is counted in. */
export const MeasureChoice = ({ value, onChange, taken }: Props) => {
  const text = useWords(stepWords)
  const language = useLanguage()
  const { codes } = useCounty()
  const names = useCodeNames()
  const data = codes.measure
    .filter(({ code }) => code === value || !taken.includes(code))
    .map((measure) => ({ value: measure.code, label: `${measure[language]}（${names.unitOfMeasure(measure.code)}）` }))
  return (
    <Select
      aria-label={text.measuresLabel}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
    />
  )
}
