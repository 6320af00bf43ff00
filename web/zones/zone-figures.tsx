import { Link } from 'wouter'
import type { ZoneCard } from '../../server/zones/wire.ts'
import { addressWith } from '../register/filter.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { CountFigure, Figures } from '../ui/figure.tsx'

type Counted = Pick<ZoneCard, 'counts' | 'filter' | 'lastPatrol' | 'asOf'>

/** How a zone stands, each figure with its rows. */
export const ZoneFigures = ({ zone }: { readonly zone: Counted }) => {
  const text = useWords(zoneWords)
  const { open, overdue, cleared, relapsed } = zone.counts
  const rows = (more: Parameters<typeof addressWith>[1]) => addressWith('/register', { ...zone.filter, ...more })
  return (
    <>
      <Figures>
        <CountFigure label={text.open} count={open} to={rows({ open: 'yes' })} />
        <CountFigure label={text.overdue} count={overdue} to={rows({ overdue: 'yes' })} />
        <CountFigure label={text.cleared} count={cleared} to={rows({ stage: 'cleared' })} />
        <CountFigure label={text.relapsed} count={relapsed} note={text.relapsedNote} to={rows({ relapsed: 'yes' })} />
      </Figures>
      <LastPatrol patrol={zone.lastPatrol} />
    </>
  )
}

/** When a squad was last there, as a link to what it did; and what is counted as being there. */
export const LastPatrol = ({ patrol }: { readonly patrol: ZoneCard['lastPatrol'] }) => {
  const text = useWords(zoneWords)
  const time = useTime()
  return (
    <p className="zone-patrol" title={text.lastPatrolCounts}>
      <span className="quiet">{text.lastPatrol}</span>{' '}
      {patrol === null ? (
        text.noPatrol
      ) : (
        <Link href={patrol.kind === 'junction' ? `/junctions/${patrol.id}` : `/hazards/${patrol.id}`}>
          {time.instant(patrol.at)} {text.patrolOf[patrol.kind]} {patrol.label}
        </Link>
      )}
      <small className="quiet">{text.lastPatrolCounts}</small>
    </p>
  )
}
