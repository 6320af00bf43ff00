import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatChainage } from '../../server/domain/chainage.ts'
import type { ZoneCard as ZoneAnswer } from '../../server/zones/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { addressWith } from '../register/filter.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { CountFigure, Figures } from '../ui/figure.tsx'
import { Icon } from '../ui/icons.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { CallLink } from '../zones/call-link.tsx'
import { LastPatrol } from '../zones/zone-figures.tsx'
import '../zones/zones.css'
import type { LngLat } from '../../server/domain/distance.ts'
import { type DrawnZone, shieldOf, tierOf } from './base-layers.ts'
import { Card } from './card.tsx'
import { HereLine } from './here-line.tsx'

interface Props {
  readonly id: string
  /** Where the finger came down; null when the zone was taken from the list. */
  readonly at: LngLat | null
  /** The other zones this place belongs to. */
  readonly others: readonly DrawnZone[]
  readonly onChoose: (zoneId: string) => void
  readonly onClose: () => void
}

/** A zone over the map, as on the sign by the road: who answers for it, how to ring, and how it stands. */
export const ZoneCard = ({ id, at, others, onChoose, onClose }: Props) => {
  const text = useWords(mapWords)
  const asked = useAsked(['zone', id], () => told(api.zones[':id'].$get({ param: { id } })))
  const zone = asked.data
  return (
    <Card title={zone?.name ?? text.zones} onClose={onClose}>
      {at !== null && <HereLine at={at} />}
      {zone ? (
        <ZoneWords zone={zone} />
      ) : asked.isError ? (
        <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
      ) : (
        <LoadingRows rows={3} />
      )}
      {others.length > 0 && (
        <div className="map-zone-others">
          <span className="quiet">{text.otherZones}</span>
          {others.map((other) => (
            <button key={other.id} type="button" className="map-chip" onClick={() => onChoose(other.id)}>
              {other.name}
            </button>
          ))}
        </div>
      )}
    </Card>
  )
}

const ZoneWords = ({ zone }: { readonly zone: ZoneAnswer }) => {
  const text = useWords(mapWords)
  const time = useTime()
  const own = zone.chiefs.filter((chief) => chief.own)
  const above = zone.chiefs.filter((chief) => !chief.own)
  const whole = useWords(zoneWords)
  const { open, overdue, cleared, relapsed } = zone.counts
  return (
    <>
      <p className="map-zone-kind figures">{kindOf(zone, text.tier[tierOf(zone)])}</p>
      {own.length === 0 && <p className="map-zone-none">{text.noChief}</p>}
      <Chiefs chiefs={own} />
      <Helpers zone={zone} />
      <Figures>
        <CountFigure
          label={text.openOnes}
          count={open}
          to={addressWith('/register', { ...zone.filter, open: 'yes' })}
        />
        <CountFigure
          label={text.overdueOnes}
          count={overdue}
          to={addressWith('/register', { ...zone.filter, overdue: 'yes' })}
        />
        <CountFigure
          label={text.clearedOnes}
          count={cleared}
          to={addressWith('/register', { ...zone.filter, stage: 'cleared' })}
        />
        <CountFigure
          label={whole.relapsed}
          count={relapsed}
          to={addressWith('/register', { ...zone.filter, relapsed: 'yes' })}
        />
      </Figures>
      <LastPatrol patrol={zone.lastPatrol} />
      <Link href={`/zones/${encodeURIComponent(zone.id)}`} className="map-zone-whole">
        {whole.whole}
      </Link>
      <p className="map-zone-as-of">{text.asOf(time.instant(zone.asOf))}</p>
      {above.length > 0 && (
        <>
          <h3 className="map-zone-above">{text.chiefsAbove}</h3>
          <Chiefs chiefs={above} />
        </>
      )}
    </>
  )
}

interface AnswerableProps {
  readonly office: string
  readonly name: string
  /** Their unit or station; empty where none is known. */
  readonly from: string
  readonly children: ReactNode
}

const Answerable = ({ office, name, from, children }: AnswerableProps) => (
  <li className="map-chief">
    <span className="map-chief-words">
      <span className="quiet">{office}</span>
      <strong>{name}</strong>
      {from !== '' && <span>{from}</span>}
    </span>
    {children}
  </li>
)

/** The leader in charge and whoever helps here, each a tap away. */
const Helpers = ({ zone: { leaders, helpers } }: { readonly zone: ZoneAnswer }) => {
  const { helperKinds } = useWords(tradeWords)
  const shown = [...leaders.slice(0, 1), ...helpers]
  if (shown.length === 0) return null
  return (
    <ul className="map-chiefs">
      {shown.map(({ id, kind, name, phone, title, station, own, zoneName }) => (
        <Answerable
          key={id}
          office={own ? helperKinds[kind] : `${helperKinds[kind]} · ${zoneName}`}
          name={name}
          from={station || title}
        >
          <CallLink name={name} phone={phone} />
        </Answerable>
      ))}
    </ul>
  )
}

/** 路段 X801 K12+300—K24+050, or what kind of area it is. */
const kindOf = (zone: ZoneAnswer, tier: string): string => {
  const route = zone.routeCode === null ? '' : shieldOf(zone.routeCode)
  const stretch =
    zone.fromMetres !== null && zone.toMetres !== null
      ? `${formatChainage(zone.fromMetres)}—${formatChainage(zone.toMetres)}`
      : ''
  return [tier, route, stretch].filter((part) => part !== '').join(' ')
}

const Chiefs = ({ chiefs }: { readonly chiefs: ZoneAnswer['chiefs'] }) => {
  const text = useWords(mapWords)
  const { chiefLevels } = useWords(tradeWords)
  return (
    <ul className="map-chiefs">
      {chiefs.map(({ level, name, phone, unit, zoneId, zoneName, own }) => (
        <Answerable
          key={`${level} ${zoneId} ${name}`}
          office={own ? chiefLevels[level] : `${chiefLevels[level]} · ${zoneName}`}
          name={name}
          from={unit ?? ''}
        >
          {phone === null ? (
            <span className="quiet">{text.noPhone}</span>
          ) : (
            <a
              className="map-call figures"
              href={`tel:${phone.replace(/[^\d+]/g, '')}`}
              aria-label={`${text.call(name)} ${phone}`}
            >
              <Icon name="phone" sizePixels={18} />
              {phone}
            </a>
          )}
        </Answerable>
      ))}
    </ul>
  )
}
