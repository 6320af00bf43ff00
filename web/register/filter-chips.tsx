import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import { noZone } from '../../server/domain/no-zone.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { registerWords } from '../text/register-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { useCodeNames, useCounty } from '../ui/use-county.ts'
import { changed, type Filter, type FilterKey, filterKeys, flagKeys } from './filter.ts'
import { periodIn, withReported } from './reported-period.ts'

interface Props {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  /** Only what has no field of its own beside it. */
  readonly onlyUnseen?: boolean
}

interface Said {
  readonly key: FilterKey | 'reported'
  readonly words: string
  readonly without: Filter
}

const unseen: readonly Said['key'][] = ['from', 'until', 'zone', 'chief', 'colour', 'among']

/** What is filtered for, in words, each taken away by a tap. */
export const FilterChips = ({ filter, onChange, onlyUnseen = false }: Props) => {
  const text = useWords(registerWords)
  const { townships } = useCounty()
  const said = useSaid(filter)
  const known = townships.some(({ code }) => code === filter.place)
  const shown = onlyUnseen ? said.filter(({ key }) => unseen.includes(key) || (key === 'place' && !known)) : said
  return shown.map(({ key, words, without }) => (
    <button
      key={key}
      type="button"
      className="filter-flag filter-chip"
      aria-label={text.remove(words)}
      onClick={() => onChange(without)}
    >
      {words} <span aria-hidden="true">×</span>
    </button>
  ))
}

const useSaid = (filter: Filter): readonly Said[] => {
  const text = useWords(registerWords)
  const trade = useWords(tradeWords)
  const language = useLanguage()
  const time = useTime()
  const names = useCodeNames()
  const { townships, units, codes } = useCounty()
  const each = (value: string, words: (one: string) => string | undefined): string =>
    text.either(value.split(',').map((one) => words(one) ?? one))
  const period = periodIn(filter, time.today)
  const wordsOf = (key: FilterKey, value: string): string | null => {
    switch (key) {
      case 'q':
        return `“${value}”`
      case 'stage':
        return each(value, (one) => Object.entries(trade.stages).find(([stage]) => stage === one)?.[1])
      case 'severity':
        return each(value, (one) => Object.entries(trade.severities).find(([severity]) => severity === one)?.[1])
      case 'source':
        return each(value, (one) => codes.source.find(({ code }) => code === one)?.[language])
      case 'place':
        return townships.find(({ code }) => code === value)?.name ?? value
      case 'code': {
        const group = hazardGroups.find(({ code }) => code === value)
        return group ? group[language] : `${value} ${names.hazard(value)}`
      }
      case 'unit':
        return units.find(({ id }) => id === value)?.name ?? text.unit
      case 'colour':
        return text.colours(
          value.split(',').map((one) => Object.entries(trade.colours).find(([colour]) => colour === one)?.[1] ?? one),
        )
      case 'from':
        return text.from(value)
      case 'until':
        return text.until(value)
      case 'zone':
        return value === noZone ? text.noZone : text.zone
      case 'chief':
        return text.chief
      case 'among':
        return text.among(value.split(',').length)
      case 'reported-from':
      case 'reported-until':
        return null
      default:
        return flagKeys.includes(key) ? text.flags[key] : null
    }
  }
  const fields = filterKeys.flatMap((key): Said[] => {
    const value = filter[key]
    const words = value === undefined ? null : wordsOf(key, value)
    return words === null ? [] : [{ key, words, without: changed(filter, key, null) }]
  })
  if (period === null) return fields
  const days = text.reportedDays(filter['reported-from'] ?? null, filter['reported-until'] ?? null)
  const words = period === 'days' ? days : text.periods[period]
  return [...fields, { key: 'reported', words, without: withReported(filter, null, null) }]
}
