import { type KeyboardEvent, memo, useState } from 'react'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { Icon } from '../ui/icons.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { useCodeNames } from '../ui/use-county.ts'
import { shieldOf } from './base-layers.ts'
import type { Listed } from './list-order.ts'

interface Props {
  readonly hazards: readonly Listed[]
  readonly chosen: string | null
  readonly pointedAt: string | null
  readonly onChoose: (hazard: Listed) => void
  readonly onPoint: (hazardId: string | null) => void
  /** Those ticked while hazards are being picked out; null while they are not, and a row opens its hazard. */
  readonly picked?: ReadonlySet<string> | null
  /** However many there are, none waits behind a button: a list that was put together by hand is printed whole. */
  readonly whole?: boolean
}

const firstRows = 60

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** The arrow keys walk from row to row, and the map shows each on the way. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key]
  const rows = [...event.currentTarget.querySelectorAll('button.map-row')]
  const at = document.activeElement === null ? -1 : rows.indexOf(document.activeElement)
  if (step === undefined || at < 0) return
  event.preventDefault()
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))]
  if (next instanceof HTMLElement) next.focus()
}

/** The map's hazards as a list: the same ones, in words, due first. */
export const HazardRows = ({ hazards, chosen, pointedAt, onChoose, onPoint, picked = null, whole = false }: Props) => {
  const text = useWords(mapWords)
  const [shown, setShown] = useState(firstRows)
  const left = whole ? 0 : hazards.length - shown
  return (
    <ul className="map-rows" onKeyDown={walk} onMouseLeave={() => onPoint(null)}>
      {hazards.slice(0, whole ? hazards.length : shown).map((hazard) => (
        <li key={hazard.id}>
          <HazardRow
            hazard={hazard}
            chosen={hazard.id === chosen}
            pointed={hazard.id === pointedAt}
            onChoose={onChoose}
            onPoint={onPoint}
            picked={picked === null ? null : picked.has(hazard.id)}
          />
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className="map-more" onClick={() => setShown(shown + firstRows)}>
            {text.more(Math.min(left, firstRows))}
          </button>
          <p className="map-rest">{text.rest(left)}</p>
        </li>
      )}
    </ul>
  )
}

interface RowProps {
  readonly hazard: Listed
  readonly chosen: boolean
  readonly pointed: boolean
  readonly onChoose: (hazard: Listed) => void
  readonly onPoint: (hazardId: string | null) => void
  readonly picked: boolean | null
}

const HazardRow = memo(({ hazard, chosen, pointed, onChoose, onPoint, picked }: RowProps) => {
  const trade = useWords(tradeWords)
  const names = useCodeNames()
  const { id, mark, number, code, dueOn, stage, setAside, placeCode, routeCode } = hazard
  const route = routeCode === null ? '' : ` ${shieldOf(routeCode)}`
  return (
    <button
      type="button"
      className="map-row"
      {...(picked === null ? { 'aria-pressed': chosen } : { role: 'checkbox', 'aria-checked': picked })}
      data-pointed={pointed}
      onClick={() => onChoose(hazard)}
      onFocus={() => onPoint(id)}
      onBlur={() => onPoint(null)}
      onMouseEnter={() => onPoint(id)}
    >
      {picked !== null && (
        <span className="map-row-tick" aria-hidden="true">
          {picked && <Icon name="tick" sizePixels={16} />}
        </span>
      )}
      <SeverityMark kind={mark} sizePixels={20} />
      <span className="map-row-what">
        <span className="map-row-head">
          <strong className="figures">{number}</strong>
          {stage === 'register' && setAside === null && dueOn !== null ? (
            <DueChip dueOn={dueOn} short />
          ) : (
            <span className="map-row-stage">{setAside === null ? trade.stages[stage] : trade.setAsides[setAside]}</span>
          )}
        </span>
        <span className="map-row-place">
          {names.hazard(code)}
          <span className="quiet">
            {' · '}
            {names.township(placeCode)}
            {route}
          </span>
        </span>
      </span>
    </button>
  )
})
HazardRow.displayName = 'HazardRow'
