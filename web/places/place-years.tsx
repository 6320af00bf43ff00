import { Button } from '@mantine/core'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { PlaceYears } from '../../server/register/wire.ts'
import { api, photoUrl, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { mapAddress } from '../map/map-address.ts'
import { placeLine } from '../register/place-line.ts'
import { useWords } from '../text/language.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { BeforeAfter } from '../ui/before-after.tsx'
import { EitherOr } from '../ui/either-or.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import { placeAddress, placeIn, type WithinMetres, withinMetres } from './place-address.ts'
import './place-years.css'

/** What one place has been through: every hazard ever reported there, year by year, each before and after its cure. */
export default function PlaceYearsPage() {
  const text = useWords(mapWorkWords)
  const [search] = useSearchParams()
  const asked = placeIn(search)
  if (asked === null)
    return (
      <Page title={text.yearsTitle}>
        <EmptyState title={text.yearsTitle}>{text.yearsBad}</EmptyState>
      </Page>
    )
  return <Years at={asked.at} metres={asked.metres} />
}

interface Props {
  readonly at: readonly [longitude: number, latitude: number]
  readonly metres: WithinMetres
}

const besideTheRoadZoom = 16

const Years = ({ at, metres }: Props) => {
  const text = useWords(mapWorkWords)
  const time = useTime()
  const [, go] = useLocation()
  const [longitude, latitude] = at
  const query = { lng: String(longitude), lat: String(latitude), metres: String(metres) }
  const asked = useAsked(['register', 'years', query], () => told(api.places.years.$get({ query })), {
    keepFormer: true,
  })
  const view = { longitude, latitude, zoom: besideTheRoadZoom }
  const hazards = asked.data?.hazards ?? []
  const byYear = new Map<string, typeof hazards>()
  for (const each of hazards) {
    const year = time.dayKey(each.hazard.reportedAt).slice(0, 4)
    byYear.set(year, [...(byYear.get(year) ?? []), each])
  }
  return (
    <Page
      title={text.yearsTitle}
      actions={
        <Button component={Link} href={mapAddress({ filter: {}, view, off: [], card: null, heat: null, route: [] })}>
          {text.backToMap}
        </Button>
      }
    >
      <div className="place-within">
        <EitherOr
          label={text.yearsWithin}
          choices={withinMetres.map((each) => ({ value: String(each), label: text.yearsMetres(each) }))}
          value={String(metres)}
          onChange={(value) => {
            const next = withinMetres.find((each) => String(each) === value)
            if (next !== undefined) go(placeAddress(at, next), { replace: true })
          }}
        />
        {asked.data !== undefined && (
          <p className="figures" aria-live="polite">
            {text.yearsCount(hazards.length + asked.data.more, metres)}
          </p>
        )}
      </div>
      {asked.isPending ? (
        <LoadingRows rows={4} heightPixels={120} />
      ) : asked.data === undefined ? (
        <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
      ) : hazards.length === 0 ? (
        <EmptyState title={text.yearsNone}>{text.yearsNoneHow}</EmptyState>
      ) : (
        <div data-former={asked.isPlaceholderData}>
          {asked.data.more > 0 && <p className="quiet">{text.yearsMore(asked.data.more)}</p>}
          {[...byYear].map(([year, those]) => (
            <section key={year} className="place-year" aria-label={year}>
              <h2 className="figures">{year}</h2>
              <ol>
                {those.map((each) => (
                  <Once key={each.hazard.id} once={each} many={hazards.length > mostLarge} />
                ))}
              </ol>
            </section>
          ))}
          <p className="quiet">{text.yearsHow}</p>
        </div>
      )}
    </Page>
  )
}

/** Beyond so many the small pictures do: a page is not a download. */
const mostLarge = 12

const Once = ({ once, many }: { readonly once: PlaceYears['hazards'][number]; readonly many: boolean }) => {
  const text = useWords(mapWorkWords)
  const trade = useWords(tradeWords)
  const names = useCodeNames()
  const time = useTime()
  const { hazard, metres, afterSha256, relapse } = once
  const { photoSha256: before, clearedAt, reportedAt } = hazard
  const size = many ? 'small' : 'large'
  const number = hazard.registerNumber ?? hazard.shortCode
  const reported = text.reportedOn(time.shortDay(time.dayKey(reportedAt)))
  const cleared = clearedAt === null ? text.notCleared : text.clearedOn(time.shortDay(time.dayKey(clearedAt)))
  return (
    <li className="place-once">
      <div className="place-once-words">
        <Link href={`/hazards/${hazard.id}`} className="place-once-number figures">
          <SeverityMark kind={markOf(hazard)} sizePixels={20} />
          <strong>{number}</strong>
        </Link>
        <p>
          {names.hazard(hazard.code)}
          {relapse && <strong> · {text.relapse}</strong>}
        </p>
        <p className="quiet figures">{placeLine(hazard)}</p>
        <p className="figures">
          {reported} · {cleared}
        </p>
        <p className="quiet figures">
          {text.fromPlace(metres)} · {trade.stages[hazard.stage]}
        </p>
        {before !== null && afterSha256 === null && <p className="quiet">{text.noAfter}</p>}
      </div>
      {before !== null &&
        (afterSha256 !== null ? (
          <BeforeAfter
            before={{ src: photoUrl(before, size), alt: `${number} ${reported}`, caption: reported }}
            after={{ src: photoUrl(afterSha256, size), alt: `${number} ${cleared}`, caption: cleared }}
          />
        ) : (
          <PhotoFrame src={photoUrl(before, size)} alt={`${number} ${reported}`} />
        ))}
    </li>
  )
}
