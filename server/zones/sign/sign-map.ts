import type { ZoneGeometry } from '../../../db/schema/zones.ts'
import type { RoadClass } from '../../../db/vocabulary.ts'
import { boundsMeet, boundsOf } from '../../domain/bounds.ts'
import type { LngLat } from '../../domain/distance.ts'
import { positionsOf, runsOf } from '../../domain/geometry-runs.ts'
import type { SignFacts, SignRoad } from './sign-facts.ts'
import { openLabels } from './sign-labels.ts'
import { type Box, type Projection, projectionInto, scaleLengthMetres } from './sign-projection.ts'
import { accent, ink, pale, paper, quiet, textAt, widthOf } from './sign-text.ts'

/** Widths in millimetres of a sign of 1.2 m, and colour, by class. */
const roadLook: Readonly<Record<RoadClass, { readonly width: number; readonly colour: string }>> = {
  national: { width: 4.4, colour: '#5c6664' },
  provincial: { width: 3.8, colour: '#5c6664' },
  county: { width: 3, colour: '#7b8583' },
  township: { width: 2, colour: '#98a19f' },
  village: { width: 1.2, colour: '#b3bab8' },
  dedicated: { width: 1.2, colour: '#b3bab8' },
}
const classes: readonly RoadClass[] = ['village', 'dedicated', 'township', 'county', 'provincial', 'national']
const ground = '#f6f7f3'
/** Nothing that small shows on a sign. */
const leastStep = 0.35
const mostShields = 9

const num = (value: number): string => String(Math.round(value * 100) / 100)

const pathOf = (geometry: ZoneGeometry, { at }: Projection): string => {
  const close = geometry.type.endsWith('Polygon') ? 'Z' : ''
  return runsOf(geometry)
    .map((run) => {
      let [lastX, lastY] = [Number.NaN, Number.NaN]
      const steps = run.flatMap((position, index) => {
        const [x, y] = at(position)
        const near = Math.abs(x - lastX) < leastStep && Math.abs(y - lastY) < leastStep
        if (near && index !== run.length - 1) return []
        ;[lastX, lastY] = [x, y]
        return [`${num(x)} ${num(y)}`]
      })
      return steps.length < 2 ? '' : `M${steps.join('L')}${close}`
    })
    .join('')
}

const stroke = (d: string, colour: string, width: number, more = ''): string =>
  d === ''
    ? ''
    : `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${num(width)}" stroke-linecap="round" stroke-linejoin="round"${more}/>`

/** The zone on the county's own layers: neighbours, roads, the zone itself, names, north and a scale. */
export const signMap = (map: SignFacts['map'], box: Box): string => {
  const around = boundsOf(positionsOf(map.zone.geometry))
  if (around === null) return ''
  const onto = projectionInto(around, box)
  const visible = <T extends { readonly geometry: ZoneGeometry }>(items: readonly T[]): T[] =>
    items.filter(({ geometry }) => {
      const bounds = boundsOf(positionsOf(geometry))
      return bounds !== null && boundsMeet(bounds, onto.bounds)
    })
  const neighbours = visible(map.neighbours)
  const roads = visible(map.roads)
  const area = map.shape === 'area'
  const zonePath = pathOf(map.zone.geometry, onto)
  const labels = openLabels(box)
  const { x, y, width, height } = box

  const borders = neighbours.map(({ geometry }) =>
    stroke(pathOf(geometry, onto), '#a9b2af', 1, ' stroke-dasharray="6 3.5"'),
  )
  const drawnRoads = classes.flatMap((one) =>
    roads
      .filter(({ roadClass }) => roadClass === one)
      .map(({ geometry }) => stroke(pathOf(geometry, onto), roadLook[one].colour, roadLook[one].width)),
  )
  const zone = area
    ? `${stroke(zonePath, paper, 7)}${stroke(zonePath, accent, 3.4)}`
    : `${stroke(zonePath, paper, 12)}${stroke(zonePath, accent, 7.5)}`
  const ends = area ? '' : endsOf(map, onto, labels)
  // the furniture in the corners first: no name lies under it
  const furniture = `${northArrow(box)}${scaleBar(box, onto.metresPerUnit)}`
  labels.block({ x: x + width - 46, y: y + 6, width: 40, height: 58 })
  labels.block({ x: x + 6, y: y + height - 34, width: 190, height: 28 })
  const names = placeNames(map, neighbours, onto, labels)
  const shields = roadShields(roads, onto, labels)
  return [
    `<g clip-path="url(#sign-map)"><rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" fill="${ground}"/>`,
    area ? `<path d="${zonePath}" fill="${pale}" fill-rule="evenodd"/>` : '',
    ...[...borders, ...drawnRoads, zone, ends, ...shields, ...names, furniture, '</g>'],
    `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" fill="none" stroke="${quiet}" stroke-width="1.2"/>`,
  ].join('')
}

type Labels = ReturnType<typeof openLabels>

const endsOf = ({ zone, ends }: SignFacts['map'], onto: Projection, labels: Labels): string => {
  const runs = runsOf(zone.geometry)
  const positions = [runs[0]?.[0], runs.at(-1)?.at(-1)]
  return positions
    .map((position, index) => {
      if (!position) return ''
      const [x, y] = onto.at(position)
      const stake = ends?.[index] ?? (index === 0 ? '起点' : '终点')
      labels.block({ x: x - 8, y: y - 8, width: 16, height: 16 })
      const size = 15
      const at = labels.beside(x, y, widthOf(stake, size), size, 11)
      const dot = `<circle cx="${num(x)}" cy="${num(y)}" r="7" fill="${paper}" stroke="${accent}" stroke-width="3.4"/>`
      return `${dot}${at ? textAt(at.x, at.y, stake, { size, bold: true, colour: accent, halo: paper }) : ''}`
    })
    .join('')
}

/** Codes of the roads at a middle of what is seen of them, each once, the highest classes first. */
const roadShields = (roads: readonly SignRoad[], onto: Projection, labels: Labels): string[] => {
  const named = new Set<string>()
  const drawn: string[] = []
  for (const road of [...roads].sort((a, b) => classes.indexOf(b.roadClass) - classes.indexOf(a.roadClass))) {
    if (drawn.length >= mostShields || named.has(road.code)) continue
    const inside = runsOf(road.geometry).flatMap((run) =>
      run.flatMap(([lng = 0, lat = 0]): LngLat[] => (onto.holds([lng, lat]) ? [[lng, lat]] : [])),
    )
    const size = 10.5
    const width = widthOf(road.code, size) + 9
    for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
      const middle = inside[Math.floor(inside.length * share)]
      if (!middle) break
      const [x, y] = onto.at(middle)
      if (!labels.take({ x: x - width / 2, y: y - 8, width, height: 16 })) continue
      named.add(road.code)
      drawn.push(
        `<rect x="${num(x - width / 2)}" y="${num(y - 8)}" width="${num(width)}" height="16" rx="3" fill="${paper}" stroke="${quiet}" stroke-width="1"/>`,
        textAt(x, y + 3.9, road.code, { size, bold: true, anchor: 'middle', colour: quiet }),
      )
      break
    }
  }
  return drawn
}

const placeNames = (
  map: SignFacts['map'],
  neighbours: SignFacts['map']['neighbours'],
  onto: Projection,
  labels: Labels,
): string[] => {
  const inView = map.places.filter(({ lngLat }) => onto.holds(lngLat))
  const sorted = [...inView].sort((a, b) => Number(b.kind === 'township') - Number(a.kind === 'township'))
  for (const { kind, lngLat } of sorted) {
    const [x, y] = onto.at(lngLat)
    const half = kind === 'township' ? 5.5 : 3
    labels.block({ x: x - half, y: y - half, width: half * 2, height: half * 2 })
  }
  // beside a road drawn broad a name stands further off
  const gap = map.shape === 'segment' ? 10 : 7
  const dots = sorted.flatMap(({ name, kind, lngLat }) => {
    const [x, y] = onto.at(lngLat)
    const size = kind === 'township' ? 17 : 12.5
    const at = labels.beside(x, y, widthOf(name, size), size, gap)
    if (!at) return []
    const mark =
      kind === 'township'
        ? `<circle cx="${num(x)}" cy="${num(y)}" r="4.2" fill="${paper}" stroke="${ink}" stroke-width="2.2"/>`
        : `<circle cx="${num(x)}" cy="${num(y)}" r="2.8" fill="${ink}" stroke="${paper}" stroke-width="1"/>`
    return [`${mark}${textAt(at.x, at.y, name, { size, bold: kind === 'township', halo: ground })}`]
  })
  const placed = new Set(inView.map(({ name }) => name))
  const far = neighbours.flatMap(({ name, geometry }) => {
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
  return [...far, ...dots]
}

const northArrow = ({ x, y, width }: Box): string => {
  const [cx, top] = [x + width - 26, y + 28]
  const half = (side: 1 | -1, fill: string) =>
    `<path d="M${num(cx)} ${num(top)}L${num(cx + side * 10)} ${num(top + 32)}L${num(cx)} ${num(top + 25)}Z" fill="${fill}" stroke="${ink}" stroke-width="1"/>`
  return `${half(-1, ink)}${half(1, paper)}${textAt(cx, top - 5, '北', { size: 16, bold: true, anchor: 'middle', halo: ground })}`
}

const scaleBar = ({ x, y, width, height }: Box, metresPerUnit: number): string => {
  const metres = scaleLengthMetres(metresPerUnit, width)
  const length = metres / metresPerUnit
  const [left, base] = [x + 16, y + height - 14]
  const words = metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`
  const bar = (from: number, fill: string) =>
    `<rect x="${num(left + from)}" y="${num(base - 5)}" width="${num(length / 2)}" height="5" fill="${fill}" stroke="${ink}" stroke-width="0.8"/>`
  return `${bar(0, ink)}${bar(length / 2, paper)}${textAt(left + length + 8, base, words, { size: 13, halo: ground })}`
}
