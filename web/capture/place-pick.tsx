import { useId, useState } from 'react'
import { formatChainage, parseChainage } from '../../server/domain/chainage.ts'
import { positionOfStake, useFieldBook } from '../field-book/use-field-book.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { useCounty } from '../ui/use-county.ts'
import { isTooWide, stakeFault, stakePlace, villagePlace } from './picked-place.ts'
import type { Capture } from './use-capture.ts'

interface Props {
  readonly capture: Capture
  readonly onPicked: () => void
}

/** Where there is no fix: a village of the field book, or a road and its stake mark. */
export const PlacePick = ({ capture, onPicked }: Props) => {
  const text = useWords(captureWords)
  const book = useFieldBook()
  const county = useCounty()
  const id = useId()
  const { draft, set } = capture
  const [township, setTownship] = useState(draft.place?.code?.slice(0, 9) ?? '')
  const [route, setRoute] = useState(draft.place?.routeCode ?? '')
  const [stake, setStake] = useState('')
  const townships = book.townships.length > 0 ? book.townships : county.townships
  const villages = book.villages.filter(({ code }) => code.startsWith(township) && township !== '')
  const road = book.routes.find(({ routeCode }) => routeCode === route) ?? null
  const metres = parseChainage(stake)
  const fault = stakeFault(stake, road)
  const faultText =
    fault === 'malformed'
      ? text.stakeWrong
      : fault === 'outside' && road !== null
        ? text.stakeOutside(formatChainage(road.fromMetres), formatChainage(road.toMetres))
        : null
  const pickStake = (): void => {
    if (road === null || metres === null || fault !== null) return
    set({ place: stakePlace(road, metres, positionOfStake(road.routeCode, metres), draft.place), pin: null })
    onPicked()
  }
  return (
    <div className="place-pick">
      {book.state === 'none' && <p>{text.noBook}</p>}
      <label className="capture-field">
        {text.township}
        <select
          className="plain-input"
          value={township}
          onChange={({ currentTarget: { value } }) => {
            setTownship(value)
            const chosen = townships.find(({ code }) => code === value)
            if (chosen) set({ place: villagePlace({ code: value, name: chosen.name }, null), pin: null })
          }}
        >
          <option value="">{text.choose}</option>
          {townships.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {capture.position !== null && draft.place !== null && isTooWide(draft.place) && (
        <p role="status">{text.tooWide}</p>
      )}
      {villages.length > 0 && (
        <label className="capture-field">
          {text.village}
          <select
            className="plain-input"
            value={villages.some(({ code }) => code === draft.place?.code) ? (draft.place?.code ?? '') : ''}
            onChange={({ currentTarget: { value } }) => {
              const village = villages.find(({ code }) => code === value)
              if (!village) return
              set({ place: villagePlace(village, [village.longitude, village.latitude]), pin: null })
              onPicked()
            }}
          >
            <option value="">{text.choose}</option>
            {villages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {book.routes.length > 0 && (
        <>
          <label className="capture-field">
            {text.road}
            <select className="plain-input" value={route} onChange={({ currentTarget: { value } }) => setRoute(value)}>
              <option value="">{text.choose}</option>
              {book.routes.map(({ routeCode, name }) => (
                <option key={routeCode} value={routeCode}>
                  {routeCode} {name}
                </option>
              ))}
            </select>
          </label>
          <label className="capture-field" htmlFor={`${id}-stake`}>
            {text.stake}
          </label>
          <div className="place-stake">
            <input
              id={`${id}-stake`}
              className="plain-input"
              value={stake}
              placeholder={text.stakeHint}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={20}
              aria-invalid={faultText !== null}
              aria-describedby={`${id}-fault`}
              onChange={({ currentTarget: { value } }) => setStake(value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                pickStake()
              }}
            />
            <button
              type="button"
              className="capture-button capture-button-accent"
              disabled={road === null || metres === null || fault !== null}
              onClick={pickStake}
            >
              {text.useStake}
            </button>
          </div>
          <p id={`${id}-fault`} role="status" className="place-fault">
            {faultText}
          </p>
        </>
      )}
      {draft.place !== null && (
        <button type="button" className="capture-button" onClick={() => set({ place: null })}>
          {text.clearPick}
        </button>
      )}
    </div>
  )
}
