import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useCallback } from 'react'
import { roadClasses as allClasses } from '../../db/vocabulary.ts'
import { inspectionAges } from '../../server/domain/inspection-age.ts'
import { junctionOrders } from '../../server/junctions/wire.ts'
import { shieldOf } from '../map/base-layers.ts'
import { SearchField } from '../register/filter-bar.tsx'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useCounty } from '../ui/use-county.ts'
import type { JunctionFilter } from './junction-filter.ts'
import { usePlans } from './use-plans.ts'

interface Props {
  readonly filter: JunctionFilter
  readonly onChange: (part: JunctionFilter) => void
  readonly counted?: string
  readonly onClear?: () => void
}

/** No code of a township is a word. */
const nowhere = 'nowhere'

/** One line of choices; each goes into the address. */
export const JunctionFilterBar = ({ filter, onChange, counted, onClear }: Props) => {
  const text = useWords(junctionWords)
  const { roadClasses } = useWords(tradeWords)
  const { townships } = useCounty()
  const plans = usePlans()
  const plan = plans.data?.plans.find(({ id }) => id === filter.plan)
  const search = useCallback((q: string) => onChange({ q }), [onChange])
  return (
    <search className="junction-filter not-in-print">
      <div className="junction-search">
        <SearchField words={filter.q ?? ''} onSearch={search} placeholder={text.search} label={text.search} />
      </div>
      <NativeSelect
        aria-label={text.ageLabel}
        value={filter.age ?? ''}
        onChange={(event) => onChange({ age: event.currentTarget.value })}
        data={[
          { value: '', label: text.anyAge },
          { value: 'due', label: text.ageFilters.due },
          ...inspectionAges.map((value) => ({ value, label: text.ages[value] })),
          { value: 'looked-at', label: text.ageFilters['looked-at'] },
        ]}
      />
      <NativeSelect
        aria-label={text.place}
        value={filter.placeless === 'yes' ? nowhere : (filter.place ?? '')}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === nowhere ? { place: '', placeless: 'yes' } : { place: value, placeless: '' })
        }
        data={[
          { value: '', label: text.wholeCounty },
          { value: nowhere, label: text.noTownship },
          ...townships.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <NativeSelect
        aria-label={text.roadClass}
        value={filter.class ?? ''}
        onChange={(event) => onChange({ class: event.currentTarget.value })}
        data={[
          { value: '', label: text.anyClass },
          ...allClasses.map((value) => ({ value, label: roadClasses[value] })),
          { value: 'none', label: text.noClass },
        ]}
      />
      <NativeSelect
        aria-label={text.order}
        value={filter.order ?? 'longest-ago'}
        onChange={(event) => onChange({ order: event.currentTarget.value })}
        data={junctionOrders.map((value) => ({ value, label: text.orders[value] }))}
      />
      <Checkbox
        label={text.retiredToo}
        checked={filter.retired === 'yes'}
        onChange={(event) => onChange({ retired: event.currentTarget.checked ? 'yes' : '' })}
      />
      <span className="junction-counted figures" aria-live="polite">
        {counted}
      </span>
      {onClear && (
        <Button variant="subtle" onClick={onClear}>
          {text.clear}
        </Button>
      )}
      {filter.route !== undefined && (
        <p className="junction-plan-line">
          {text.filteredByRoute(shieldOf(filter.route))}
          <Button variant="subtle" onClick={() => onChange({ route: '' })}>
            {text.dropRoute}
          </Button>
        </p>
      )}
      {filter.plan !== undefined && (
        <p className="junction-plan-line">
          {text.filteredByPlan(plan?.name ?? '…')}
          <NativeSelect
            aria-label={text.plans}
            value={filter.looked ?? 'all'}
            onChange={(event) => onChange({ looked: event.currentTarget.value })}
            data={(['all', 'done', 'left'] as const).map((value) => ({ value, label: text.planLooked[value] }))}
          />
          <Button variant="subtle" onClick={() => onChange({ plan: '', looked: '' })}>
            {text.dropPlan}
          </Button>
        </p>
      )}
    </search>
  )
}
