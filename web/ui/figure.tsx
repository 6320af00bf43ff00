import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Rate } from '../../server/domain/clearance-rate.ts'
import type { Instant } from '../../server/domain/county-calendar.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from './icons.tsx'
import { countText, percentText } from './percent.ts'
import './figure.css'

interface Common {
  readonly label: string
  /** Address of the very hazards behind the number. */
  readonly to?: string
  readonly note?: ReactNode
}

const Frame = ({ label, to, note, children }: Common & { readonly children: ReactNode }) => {
  const text = useWords(uiWords)
  return (
    <div className="figure">
      <span className="figure-label">{label}</span>
      {children}
      {note !== undefined && <span className="figure-note">{note}</span>}
      {to !== undefined && (
        <Link href={to} className="figure-rows" aria-label={`${label} ${text.openRows}`}>
          {text.openRows}
          <Icon name="next" sizePixels={14} />
        </Link>
      )}
    </div>
  )
}

/** A rate with its parts and its instant, never a bare percentage; below five cases the parts alone. */
export const RateFigure = ({ rate, ...common }: Common & { readonly rate: Rate }) => {
  const text = useWords(uiWords)
  const time = useTime()
  const percent = percentText(rate.n, rate.d)
  const parts = text.ofTotal(rate.n, rate.d)
  return (
    <Frame {...common}>
      {percent === null ? (
        <span className="figure-number figure-none">—</span>
      ) : (
        <span className="figure-number">{rate.small ? parts : percent}</span>
      )}
      <span className="figure-parts">
        {percent === null ? text.nothingToDivide : rate.small ? text.smallNumber : parts}
      </span>
      <span className="figure-note">{text.asOf(time.shortInstant(rate.asOf))}</span>
    </Frame>
  )
}

interface CountProps extends Common {
  readonly count: number
  /** 处, 天, 米: what is counted. */
  readonly unit?: string
  readonly asOf?: Instant
}

/** A plain count with its unit. */
export const CountFigure = ({ count, unit, asOf, ...common }: CountProps) => {
  const text = useWords(uiWords)
  const time = useTime()
  return (
    <Frame {...common}>
      <span className="figure-number">
        {countText(count)}
        {unit !== undefined && <small>{unit}</small>}
      </span>
      {asOf !== undefined && <span className="figure-note">{text.asOf(time.shortInstant(asOf))}</span>}
    </Frame>
  )
}

/** Figures side by side, ruled like a drawing's table. */
export const Figures = ({ children }: { readonly children: ReactNode }) => <div className="figures-row">{children}</div>
