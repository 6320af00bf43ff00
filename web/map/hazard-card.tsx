import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { photoUrl } from '../api.ts'
import { placeText } from '../hazards/place-text.ts'
import { useHazard } from '../hazards/use-hazard.ts'
import { placeAddress } from '../places/place-address.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { ErrorState } from '../ui/nothing-to-show.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import { Card, Pager } from './card.tsx'
import type { MarkedPoint } from './marked-points.ts'

interface Props {
  readonly id: string
  /** What the map knows already, shown until the rest has come; null when the filter leaves it out. */
  readonly known: MarkedPoint | null
  /** All that lie at the spot; alone, there is nothing to turn. */
  readonly spot: readonly string[]
  readonly onTurn: (id: string) => void
  readonly onClose: () => void
}

/** One hazard over the map: photo, number, what, where, until when, and the way to the whole of it. */
export const HazardCard = ({ id, known, spot, onTurn, onClose }: Props) => {
  const text = useWords(mapWords)
  const work = useWords(mapWorkWords)
  const trade = useWords(tradeWords)
  const names = useCodeNames()
  const asked = useHazard(id)
  const hazard = asked.data
  const shown = hazard ?? known
  const mark = hazard ? markOf(hazard) : known?.mark
  const number = hazard ? (hazard.registerNumber ?? hazard.shortCode) : (known?.number ?? '')
  const photo = hazard?.photoSha256 ?? null
  const { longitude = null, latitude = null } = hazard ?? {}
  const at = longitude === null || latitude === null ? null : ([longitude, latitude] as const)
  return (
    <Card
      {...(mark === undefined ? {} : { mark: <SeverityMark kind={mark} sizePixels={24} /> })}
      title={<span className="figures">{number}</span>}
      {...(spot.length > 1
        ? {
            pager: <Pager index={spot.indexOf(id)} count={spot.length} onTurn={(index) => onTurn(spot[index] ?? id)} />,
          }
        : {})}
      onClose={onClose}
    >
      {shown === null ? (
        asked.isError && (
          <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
        )
      ) : (
        <div className="map-hazard">
          {photo === null ? (
            <span className="map-hazard-photo" data-waiting={hazard === undefined} />
          ) : (
            <img className="map-hazard-photo" src={photoUrl(photo, 'small')} alt="" />
          )}
          <div className="map-hazard-words">
            <strong>
              <span className="quiet figures">{shown.code}</span> {names.hazard(shown.code)}
            </strong>
            <span className="map-hazard-place">
              {hazard ? placeText(hazard) : names.township(known?.placeCode ?? '')}
            </span>
            <span>{shown.setAside === null ? trade.stages[shown.stage] : trade.setAsides[shown.setAside]}</span>
            {shown.stage === 'register' && shown.setAside === null && shown.dueOn !== null && (
              <DueChip dueOn={shown.dueOn} />
            )}
          </div>
          <div className="map-hazard-open">
            <Button component={Link} href={`/hazards/${id}`} variant="filled">
              {text.open}
            </Button>
            {at !== null && (
              <Button component={Link} href={placeAddress(at)}>
                {work.years}
              </Button>
            )}
          </div>
        </div>
      )}
    </Card>
  )
}
