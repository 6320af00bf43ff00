import type { ZoneGeometry } from '../../../db/schema/zones.ts'
import type { RoadClass } from '../../../db/vocabulary.ts'
import { boundsMeet, boundsOf } from '../../domain/bounds.ts'
import type { LngLat } from '../../domain/distance.ts'
import { positionsOf, runsOf } from '../../domain/geometry-runs.ts'
import type { SignFacts, SignRoad } from './sign-facts.ts'
import { northArrow, northBox, scaleBar, scaleBox } from './sign-furniture.ts'
import { boxAround, boxesMeet, type Labels, openLabels } from './sign-labels.ts'
import { drawnEnd, endsOf, type LiesOver, neighbourNames, placeNames, placesIn, roomOfEnd } from './sign-names.ts'
import { type Box, type Projection, projectionInto } from './sign-projection.ts'
import { accent, ground, pale, paper, quiet, textAt, widthOf } from './sign-text.ts'

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
  const line = boxesAlong(map.zone.geometry, onto)
  // the furniture in the corners first: no name lies under it, and the scale keeps away from the zone and its ends
  const scaleAt = scaleBox(box, onto.metresPerUnit, (plate) => !line.some((one) => boxesMeet(one, plate, 12)))
  for (const corner of [northBox(box), scaleAt]) labels.block(corner)
  const furniture = `${northArrow(box)}${scaleBar(scaleAt, onto.metresPerUnit, width)}`
  const marks = area ? [] : endsOf(map, onto)
  for (const mark of marks) labels.block(roomOfEnd(mark))
  const places = placesIn(map, onto, marks)
  const lies: LiesOver = (label) =>
    10 * places.filter(({ dot }) => boxesMeet(dot, label)).length + line.filter((one) => boxesMeet(one, label)).length
  const ends = marks.map((mark) => drawnEnd(mark, labels, lies))
  const names = [...placeNames(places, labels, lies), ...neighbourNames(map, neighbours, onto, labels)]
  const shields = roadShields(roads, onto, labels)
  return [
    `<g clip-path="url(#sign-map)"><rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" fill="${ground}"/>`,
    area ? `<path d="${zonePath}" fill="${pale}" fill-rule="evenodd"/>` : '',
    ...[...borders, ...drawnRoads, zone, ...ends, ...shields, ...names, furniture, '</g>'],
    `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" fill="none" stroke="${quiet}" stroke-width="1.2"/>`,
  ].join('')
}

/** Room along a drawn line: the squares of a grid that it passes. */
const boxesAlong = (geometry: ZoneGeometry, { at }: Projection): Box[] => {
  const step = 6
  const squares = new Map<string, Box>()
  for (const run of runsOf(geometry))
    for (const [index, position] of run.entries()) {
      const [x, y] = at(position)
      const [nextX, nextY] = at(run[index + 1] ?? position)
      const parts = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / step))
      for (let i = 0; i < parts; i += 1) {
        const [column, row] = [x + ((nextX - x) * i) / parts, y + ((nextY - y) * i) / parts].map((value) =>
          Math.round(value / step),
        )
        squares.set(`${column} ${row}`, boxAround((column ?? 0) * step, (row ?? 0) * step, step / 2))
      }
    }
  return [...squares.values()]
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
