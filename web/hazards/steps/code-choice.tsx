import { MultiSelect, Select } from '@mantine/core'
import { hazardGroups } from '../../../server/domain/hazard-codes.ts'
import { useLanguage, useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useCounty } from '../../ui/use-county.ts'

/** The county's own codes under the groups of the trade; found by code or by words. */
const useCodeGroups = (without: string | null) => {
  const language = useLanguage()
  const { codes } = useCounty()
  const letters = [...new Set(codes.hazard.map(({ code }) => code.charAt(0)))]
  return letters.map((letter) => {
    const group = hazardGroups.find(({ code }) => code === letter)
    return {
      group: group ? `${letter} ${group[language]}` : letter,
      items: codes.hazard
        .filter(({ code }) => code.charAt(0) === letter && code !== without)
        .map((entry) => ({ value: entry.code, label: `${entry.code} ${entry[language]}` })),
    }
  })
}

interface CodeProps {
  readonly value: string
  readonly onChange: (code: string) => void
  readonly error: string | null
}

export const CodeChoice = ({ value, onChange, error }: CodeProps) => {
  const text = useWords(stepWords)
  return (
    <Select
      label={text.codeLabel}
      placeholder={text.codeSearch}
      data={useCodeGroups(null)}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      searchable
      allowDeselect={false}
      maxDropdownHeight={320}
      error={error}
    />
  )
}

interface OtherProps {
  readonly value: readonly string[]
  readonly primary: string
  readonly onChange: (codes: string[]) => void
}

const mostOthers = 8

export const OtherCodesChoice = ({ value, primary, onChange }: OtherProps) => {
  const text = useWords(stepWords)
  return (
    <MultiSelect
      label={`${text.otherCodesLabel}（${text.optional}）`}
      {...(value.length === 0 && { placeholder: text.codeSearch })}
      data={useCodeGroups(primary)}
      value={value.filter((code) => code !== primary)}
      onChange={onChange}
      searchable
      hidePickedOptions
      maxValues={mostOthers}
      maxDropdownHeight={320}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
