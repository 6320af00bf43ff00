import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { parseChainage } from '../../server/domain/chainage.ts'
import { positionOfStake, useFieldBook } from '../field-book/use-field-book.ts'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { useCounty } from '../ui/use-county.ts'
import type { HandPlace } from './arrangement.ts'

/** Where there is neither fix nor map: by the name of a township or village, or by road and stake. */
export const PlacePicks = ({ onPlace }: { readonly onPlace: (at: HandPlace) => void }) => {
  const text = useWords(cardWords)
  const { townships } = useCounty()
  const { villages, routes } = useFieldBook()
  const [route, setRoute] = useState('')
  const [stake, setStake] = useState('')
  const [unknown, setUnknown] = useState(false)
  const named = [...townships, ...villages]
  const byStake = (event: FormEvent): void => {
    event.preventDefault()
    const metres = parseChainage(stake)
    const lngLat = metres === null ? null : positionOfStake(route, metres)
    setUnknown(lngLat === null)
    if (lngLat !== null) onPlace({ kind: 'stake', lngLat })
  }
  return (
    <>
      <NativeSelect
        aria-label={text.placeIn}
        value=""
        onChange={(event) => {
          const place = named.find(({ code }) => code === event.currentTarget.value)
          if (place !== undefined) onPlace({ kind: 'place', code: place.code, name: place.name })
        }}
        data={[
          { value: '', label: text.placeIn },
          ...townships.map((town) => ({
            group: town.name,
            items: [
              { value: town.code, label: town.name },
              ...villages
                .filter(({ code }) => code.startsWith(town.code))
                .map(({ code, name }) => ({ value: code, label: `${town.name} ${name}` })),
            ],
          })),
        ]}
      />
      {routes.length > 0 && (
        <form className="card-stake" onSubmit={byStake}>
          <NativeSelect
            aria-label={text.road}
            value={route}
            onChange={(event) => setRoute(event.currentTarget.value)}
            data={[
              { value: '', label: text.road },
              ...routes.map(({ routeCode, name }) => ({ value: routeCode, label: `${routeCode} ${name}` })),
            ]}
          />
          <TextInput
            aria-label={text.stake}
            placeholder="K3+240"
            value={stake}
            error={unknown ? text.noStake : null}
            onChange={(event) => setStake(event.currentTarget.value)}
          />
          <Button type="submit" disabled={route === '' || stake.trim() === ''}>
            {text.byStake}
          </Button>
        </form>
      )}
    </>
  )
}
