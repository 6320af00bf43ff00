import { boundsOf } from '../../domain/bounds.ts'
import type { LngLat } from '../../domain/distance.ts'
import { positionsOf, runsOf } from '../../domain/geometry-runs.ts'
import type { SignFacts, SignPlace } from './sign-facts.ts'
import { boxAround, boxesMeet, type Labels, leastGap } from './sign-labels.ts'
import type { Box, Projection } from './sign-projection.ts'
import { accent, ground, ink, paper, quiet, textAt, widthOf } from './sign-text.ts'

/** Over how much a name would lie that is drawn as well. */
export type LiesOver = (label: Box) => number

const num = (value: number): string => String(Math.round(value * 100) / 100)

export interface End {
  readonly at: readonly [x: number, y: number]
  readonly stake: string
}

/** Half of the room that an end's ring takes, and how far from its middle a name stands. */
const [endHalf, endGap] = [8, 13]

export const roomOfEnd = ({ at }: End): Box => boxAround(...at, endHalf)

export const endsOf = ({ zone, ends }: SignFacts['map'], onto: Projection): End[] => {
  const runs = runsOf(zone.geometry)
  return [runs[0]?.[0], runs.at(-1)?.at(-1)].flatMap((position, index) =>
    position ? [{ at: onto.at(position), stake: ends?.[index] ?? (index === 0 ? '起点' : '终点') }] : [],
  )
}

export const drawnEnd = ({ at: [x, y], stake }: End, labels: Labels, lies: LiesOver): string => {
  const size = 15
  const at = labels.beside([x, y], { width: widthOf(stake, size), size, gap: endGap }, lies)
  const ring = `<circle cx="${num(x)}" cy="${num(y)}" r="7" fill="${paper}" stroke="${accent}" stroke-width="3.4"/>`
  return `${ring}${at ? textAt(at.x, at.y, stake, { size, bold: true, colour: accent, halo: paper }) : ''}`
}

interface PlaceInView extends SignPlace {
  readonly at: readonly [x: number, y: number]
  readonly dot: Box
  /** At an end of the segment, whose ring stands there already. */
  readonly onEnd: boolean
  readonly gap: number
}

/** Townships first. */
export const placesIn = ({ places, shape }: SignFacts['map'], onto: Projection, ends: readonly End[]): PlaceInView[] =>
  places
    .filter(({ lngLat }) => onto.holds(lngLat))
    .sort((a, b) => Number(b.kind === 'township') - Number(a.kind === 'township'))
    .map((place) => {
      const at = onto.at(place.lngLat)
      const dot = boxAround(...at, place.kind === 'township' ? 6 : 4)
      const onEnd = ends.some((end) => boxesMeet(roomOfEnd(end), dot, leastGap))
      // beside a road drawn broad a name stands further off
      return { ...place, at, dot, onEnd, gap: onEnd ? endGap + 6 : shape === 'segment' ? 10 : 8 }
    })

/** Dots with their names; a dot that would lie on a name or a mark is left out, and so is one without room for its name. */
export const placeNames = (places: readonly PlaceInView[], labels: Labels, lies: LiesOver): string[] =>
  places.flatMap(({ name, kind, at: [x, y], dot, onEnd, gap }) => {
    if (!onEnd && !labels.free(dot)) return []
    const size = kind === 'township' ? 17 : 12.5
    const at = labels.beside([x, y], { width: widthOf(name, size), size, gap }, lies)
    if (!at) return []
    const words = textAt(at.x, at.y, name, { size, bold: kind === 'township', halo: ground })
    if (onEnd) return [words]
    labels.block(dot)
    const mark =
      kind === 'township'
        ? `<circle cx="${num(x)}" cy="${num(y)}" r="4.2" fill="${paper}" stroke="${ink}" stroke-width="2.2"/>`
        : `<circle cx="${num(x)}" cy="${num(y)}" r="2.8" fill="${ink}" stroke="${paper}" stroke-width="1"/>`
    return [`${mark}${words}`]
  })

/** Names of the areas around the zone, where nothing else stands. */
export const neighbourNames = (
  map: SignFacts['map'],
  neighbours: SignFacts['map']['neighbours'],
  onto: Projection,
  labels: Labels,
): string[] => {
  const placed = new Set(map.places.filter(({ lngLat }) => onto.holds(lngLat)).map(({ name }) => name))
  return neighbours.flatMap(({ name, geometry }) => {
    const bounds = boundsOf(positionsOf(geometry))
    if (bounds === null) return []
    const centre: LngLat = [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2]
    if (placed.has(name) || name === map.zone.name || !onto.holds(centre)) return []
    const size = 14
    const [x, y] = onto.at(centre)
    const width = widthOf(name, size)
    if (!labels.take({ x: x - width / 2, y: y - size / 2, width, height: size })) return []
    return [textAt(x, y + size * 0.36, name, { size, colour: quiet, anchor: 'middle', halo: ground })]
  })
}
