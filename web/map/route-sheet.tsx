import { Button } from '@mantine/core'
import { NavigateMenu } from '../hazards/navigate-menu.tsx'
import { placeText } from '../hazards/place-text.ts'
import { useWords } from '../text/language.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { EitherOr } from '../ui/either-or.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import type { DayRouteView, Stop } from './use-day-route.ts'

interface Props {
  readonly view: DayRouteView
  readonly fromHere: boolean
  readonly onFromHere: (fromHere: boolean) => void
  readonly chosen: string | null
  readonly onChoose: (stop: Stop) => void
  readonly onEnd: () => void
}

/** How many stops, and how far in all. */
export const RouteHead = ({ view: { route } }: { readonly view: DayRouteView }) => {
  const text = useWords(mapWorkWords)
  return (
    <header className="map-work-head">
      <h2>{text.route}</h2>
      {route !== null && (
        <p className="figures" aria-live="polite">
          {text.routeStops(route.stops.length)} · {text.routeTotal(text.metres(route.totalMetres))}
        </p>
      )}
    </header>
  )
}

/** A day's route in words: which first, how far to the next, and the way there by the navigator of one's choice. */
export const RouteSheet = ({ view, fromHere, onFromHere, chosen, onChoose, onEnd }: Props) => {
  const text = useWords(mapWorkWords)
  const { asked, route } = view
  return (
    <section className="map-route" aria-label={text.route}>
      <p className="map-work-how">{text.routeHow}</p>
      <div className="map-work-tools not-in-print">
        <EitherOr
          label={text.route}
          choices={[
            { value: 'first', label: text.fromFirst },
            { value: 'here', label: text.fromHere },
          ]}
          value={fromHere ? 'here' : 'first'}
          onChange={(value) => onFromHere(value === 'here')}
        />
        <Button size="xs" onClick={() => print()} disabled={route === null}>
          {text.printRoute}
        </Button>
        <Button size="xs" variant="subtle" onClick={onEnd}>
          {text.endRoute}
        </Button>
      </div>
      {route === null ? (
        asked.isError ? (
          <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
        ) : (
          <LoadingRows rows={6} heightPixels={64} />
        )
      ) : (
        <>
          <ol className="map-stops">
            {route.stops.map((stop, at) => (
              <RouteStop
                key={stop.hazard.id}
                stop={stop}
                number={at + 1}
                fromHere={fromHere}
                chosen={stop.hazard.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </ol>
          {route.unplaced.map((hazard) => (
            <p key={hazard.id} className="map-notice figures">
              {hazard.registerNumber ?? hazard.shortCode} · {text.noPlace}
            </p>
          ))}
          {route.gone > 0 && <p className="map-notice">{text.routeGone(route.gone)}</p>}
        </>
      )}
    </section>
  )
}

interface StopProps {
  readonly stop: Stop
  readonly number: number
  readonly fromHere: boolean
  readonly chosen: boolean
  readonly onChoose: (stop: Stop) => void
}

const RouteStop = ({ stop, number, fromHere, chosen, onChoose }: StopProps) => {
  const text = useWords(mapWorkWords)
  const names = useCodeNames()
  const { hazard, legMetres } = stop
  const name = hazard.registerNumber ?? hazard.shortCode
  const distance = text.metres(legMetres)
  const leg = number > 1 ? text.routeLeg(distance) : fromHere ? text.routeFromHere(distance) : text.routeStart
  return (
    <li className="map-stop">
      <button type="button" className="map-row" aria-pressed={chosen} onClick={() => onChoose(stop)}>
        <span className="map-stop-number figures" aria-hidden="true">
          {number}
        </span>
        <span className="map-row-what">
          <span className="map-row-head">
            <strong className="figures map-stop-name">
              <SeverityMark kind={markOf(hazard)} sizePixels={18} /> {name}
            </strong>
            {hazard.stage === 'register' && hazard.dueOn !== null && <DueChip dueOn={hazard.dueOn} short />}
          </span>
          <span className="map-stop-words">
            {names.hazard(hazard.code)}
            <span className="quiet figures map-stop-place">{placeText(hazard)}</span>
          </span>
          <span className="map-stop-leg figures">{leg}</span>
        </span>
      </button>
      <span className="map-stop-go not-in-print">
        <NavigateMenu hazard={hazard} name={name} compact />
      </span>
    </li>
  )
}
