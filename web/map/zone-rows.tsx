import { TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { Icon } from '../ui/icons.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Nowhere } from '../zones/nowhere.tsx'
import { tierOf } from './base-layers.ts'

interface Props {
  readonly chosen: string | null
  readonly onChoose: (zoneId: string) => void
}

const tiers = ['township', 'village', 'segment'] as const

/** The map's zones as a list, for whoever cannot or need not look for them on the sheet. */
export const ZoneRows = ({ chosen, onChoose }: Props) => {
  const text = useWords(mapWords)
  const { chiefLevels } = useWords(tradeWords)
  const [tier, setTier] = useState<(typeof tiers)[number]>('township')
  const [typed, setTyped] = useState('')
  const asked = useAsked(['zones'], () => told(api.zones.$get()), { staleTimeMs: 60_000 })
  const zones = useMemo(() => {
    const words = typed.trim()
    return (asked.data?.zones ?? [])
      .filter((zone) => tierOf(zone) === tier)
      .filter(({ name, chief }) => name.includes(words) || chief?.name.includes(words) === true)
      .sort((a, b) => b.counts.overdue - a.counts.overdue || b.counts.open - a.counts.open)
  }, [asked.data, tier, typed])
  if (asked.isPending) return <LoadingRows rows={8} />
  if (asked.data === undefined)
    return <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
  return (
    <>
      <Nowhere counts={asked.data.nowhere} />
      <div className="map-zone-choice">
        {tiers.map((each) => (
          <button
            key={each}
            type="button"
            className="map-chip"
            aria-pressed={each === tier}
            onClick={() => setTier(each)}
          >
            {text.zoneTiers[each]}
          </button>
        ))}
        <TextInput
          type="search"
          value={typed}
          maxLength={30}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={text.zoneSearch}
          aria-label={text.zoneSearch}
          leftSection={<Icon name="search" sizePixels={16} />}
        />
      </div>
      {zones.length === 0 && <p className="map-none">{text.noZones}</p>}
      <ul className="map-rows">
        {zones.map(({ id, name, chief, counts }) => (
          <li key={id}>
            <button
              type="button"
              className="map-row map-row-zone"
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
            >
              <span className="map-row-what">
                <span className="map-row-head">
                  <strong>{name}</strong>
                  <span className="figures">{text.zoneCounts(counts.open, counts.overdue)}</span>
                </span>
                <span className="map-row-place quiet">
                  {chief === null ? text.noChief : `${chiefLevels[chief.level]} ${chief.name}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
