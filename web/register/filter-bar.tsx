import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { severities, stages } from '../../db/vocabulary.ts'
import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { registerWords } from '../text/register-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { Icon } from '../ui/icons.tsx'
import { useCounty } from '../ui/use-county.ts'
import { usePhone } from '../ui/use-phone.ts'
import { changed, type Filter, type FilterKey, flagKeys } from './filter.ts'
import { FilterChips } from './filter-chips.tsx'
import { PeriodChoice } from './period-choice.tsx'
import './filter-bar.css'

interface Props {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

const quietMillis = 350

/** One line of choices on the desk, folded under a button on the phone; every choice goes into the address. */
export const FilterBar = ({ filter, onChange }: Props) => {
  const text = useWords(registerWords)
  const phone = usePhone()
  const [unfolded, setUnfolded] = useState(false)
  const chosen = Object.keys(filter).filter((key) => key !== 'q').length
  return (
    <search className="filter-bar not-in-print">
      <div className="filter-search">
        <SearchField words={filter.q ?? ''} onSearch={(q) => onChange(changed(filter, 'q', q))} />
        {phone && (
          <Button onClick={() => setUnfolded(!unfolded)} aria-expanded={unfolded}>
            {text.filters}
            {chosen > 0 && <span className="filter-count">{chosen}</span>}
          </Button>
        )}
      </div>
      {phone && !unfolded && chosen > 0 && (
        <div className="filter-flags">
          <FilterChips filter={filter} onChange={onChange} />
        </div>
      )}
      {(!phone || unfolded) && <Choices filter={filter} onChange={onChange} />}
    </search>
  )
}

interface SearchProps {
  readonly words: string
  readonly onSearch: (words: string) => void
  readonly placeholder?: string
  readonly label?: string
}

/** Searches when typing pauses, so that a word is one query and one step back in the browser. */
export const SearchField = ({ words, onSearch, placeholder, label }: SearchProps) => {
  const text = useWords(registerWords)
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  useEffect(() => {
    if (typed.trim() === words) return
    const timer = setTimeout(() => onSearch(typed.trim()), quietMillis)
    return () => clearTimeout(timer)
  }, [typed, words, onSearch])
  return (
    <TextInput
      type="search"
      value={typed}
      maxLength={60}
      onChange={(event) => setTyped(event.currentTarget.value)}
      placeholder={placeholder ?? text.search}
      aria-label={label ?? text.searchLabel}
      leftSection={<Icon name="search" sizePixels={16} />}
    />
  )
}

const Choices = ({ filter, onChange }: Props) => {
  const text = useWords(registerWords)
  const trade = useWords(tradeWords)
  const language = useLanguage()
  const { townships, units, codes } = useCounty()
  const pick = (key: FilterKey, label: string, any: string, options: readonly { value: string; label: string }[]) => (
    <NativeSelect
      key={key}
      aria-label={label}
      value={filter[key] ?? ''}
      data-chosen={filter[key] !== undefined}
      onChange={(event) => onChange(changed(filter, key, event.currentTarget.value))}
      data={[{ value: '', label: any }, ...options]}
    />
  )
  const ownUnits = units.filter(({ kind }) => kind === 'township' || kind === 'department')
  return (
    <>
      <div className="filter-choices">
        {pick(
          'stage',
          text.stage,
          text.anyStage,
          stages.map((stage) => ({ value: stage, label: trade.stages[stage] })),
        )}
        {pick(
          'severity',
          text.severity,
          text.anySeverity,
          severities.map((severity) => ({ value: severity, label: trade.severities[severity] })),
        )}
        {pick(
          'place',
          text.township,
          text.anyTownship,
          townships.map(({ code, name }) => ({ value: code, label: name })),
        )}
        {pick(
          'code',
          text.group,
          text.anyGroup,
          hazardGroups.map((group) => ({ value: group.code, label: `${group.code} ${group[language]}` })),
        )}
        {pick(
          'source',
          text.source,
          text.anySource,
          codes.source.map((source) => ({ value: source.code, label: source[language] })),
        )}
        {pick(
          'unit',
          text.unit,
          text.anyUnit,
          ownUnits.map(({ id, name }) => ({ value: id, label: name })),
        )}
        <PeriodChoice filter={filter} onChange={onChange} />
      </div>
      <fieldset className="filter-flags">
        <legend className="for-ears">{text.filters}</legend>
        {flagKeys.map((key) => (
          <button
            key={key}
            type="button"
            className="filter-flag"
            aria-pressed={filter[key] === 'yes'}
            onClick={() => onChange(changed(filter, key, filter[key] === 'yes' ? null : 'yes'))}
          >
            {text.flags[key]}
          </button>
        ))}
        <FilterChips filter={filter} onChange={onChange} onlyUnseen />
        {Object.keys(filter).length > 0 && (
          <button type="button" className="filter-flag filter-clear" onClick={() => onChange({})}>
            {text.clearAll}
          </button>
        )}
      </fieldset>
    </>
  )
}
