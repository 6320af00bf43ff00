import { mostStops } from '../../server/domain/day-route.ts'
import { addressWith, type Filter, filterOf } from '../register/filter.ts'
import { type Heat, heatIn } from './heat.ts'
import { type Switch, switchNames } from './layers/switches.ts'
import { farthestZoom, nearestZoom } from './layers/zooms.ts'

/** What the map page shows, as it stands in the address bar: whoever opens the link sees the same sheet. */
export interface MapAddress {
  readonly filter: Filter
  readonly view: View | null
  /** Layers taken off the sheet. */
  readonly off: readonly Switch[]
  readonly card: CardAsked | null
  readonly heat: Heat | null
  /** The hazards of a day's route, as they were picked; empty where there is none. */
  readonly route: readonly string[]
}

export interface View {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

/** The card that lies open. */
export interface CardAsked {
  readonly kind: 'hazard' | 'zone' | 'junction'
  readonly id: string
}

const within = (value: number, least: number, most: number): boolean =>
  Number.isFinite(value) && value >= least && value <= most

const viewIn = (text: string): View | null => {
  const parts = text.split(',')
  const [longitude = Number.NaN, latitude = Number.NaN, zoom = Number.NaN] = parts.map((part) =>
    part.trim() === '' ? Number.NaN : Number(part),
  )
  const sound =
    parts.length === 3 &&
    within(longitude, -180, 180) &&
    within(latitude, -85, 85) &&
    within(zoom, farthestZoom, nearestZoom)
  return sound ? { longitude, latitude, zoom } : null
}

/** Five decimals are a metre, two of zoom a hair's breadth: enough to stand at the same place again. */
const viewText = ({ longitude, latitude, zoom }: View): string =>
  [longitude.toFixed(5), latitude.toFixed(5), zoom.toFixed(2)].map(Number).join(',')

/** Whether two views have the same address. */
export const isSameView = (a: View | null, b: View | null): boolean =>
  (a === null ? '' : viewText(a)) === (b === null ? '' : viewText(b))

const cardIn = (text: string): CardAsked | null => {
  const found = /^(hazard|zone|junction):([\w:.-]{1,64})$/.exec(text)
  const [, kind, id] = found ?? []
  return (kind === 'hazard' || kind === 'zone' || kind === 'junction') && id !== undefined ? { kind, id } : null
}

const routeIn = (text: string): string[] =>
  /^[\w:.-]{1,64}(,[\w:.-]{1,64})*$/.test(text) ? [...new Set(text.split(','))].slice(0, mostStops) : []

const offIn = (text: string): Switch[] => {
  const named = text.split(',')
  return switchNames.filter((name) => named.includes(name))
}

export const mapAddressOf = (search: URLSearchParams): MapAddress => ({
  filter: filterOf(search),
  view: viewIn(search.get('at') ?? ''),
  off: offIn(search.get('without') ?? ''),
  card: cardIn(search.get('card') ?? ''),
  heat: heatIn(search.get('heat') ?? ''),
  route: routeIn(search.get('route') ?? ''),
})

export const mapAddress = ({ filter, view, off, card, heat, route }: MapAddress): string => {
  const address = addressWith('/map', filter)
  const more = [
    ...(view === null ? [] : [`at=${viewText(view)}`]),
    ...(off.length === 0 ? [] : [`without=${off.join(',')}`]),
    ...(heat === null ? [] : [`heat=${heat}`]),
    ...(route.length === 0 ? [] : [`route=${route.join(',')}`]),
    ...(card === null ? [] : [`card=${card.kind}:${encodeURIComponent(card.id)}`]),
  ]
  if (more.length === 0) return address
  return `${address}${address.includes('?') ? '&' : '?'}${more.join('&')}`
}
