import { expression as ofStyle } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import type { HazardPoint } from '../../server/map/wire.ts'
import { type MarkKind, shapes } from '../ui/severity-shapes.ts'
import { hazardLayerIds, hazardSource, markSprite, plateSprite } from './layers/hazards.ts'
import { fontsOf } from './layers/names.ts'
import { palettes } from './layers/palette.ts'
import { styleOf } from './map-style.ts'
import { markedPoints, marksByRank, rankOf } from './marked-points.ts'

const hazard = (part: Partial<HazardPoint['properties']>): HazardPoint => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [114.5, 29] },
  properties: {
    ...{ id: 'a', number: 'R-1', stage: 'register', setAside: null, severity: 'minor', colour: 'yellow' },
    ...{ overdue: false, code: 'A01', dueOn: null, placeCode: '360424100', routeCode: null },
    ...part,
  },
})
const marked = (...parts: Partial<HazardPoint['properties']>[]) =>
  markedPoints(parts.map(hazard)).features.map(({ properties }) => properties)

const said = (expression: unknown, properties: object): unknown => {
  const made = ofStyle.createExpression(expression, 'layers[0].layout.icon-image')
  if (made.result === 'error') throw new Error(made.value.map(({ message }) => message).join())
  return made.value.evaluate({ zoom: 10 }, { type: 'Point', properties: { ...properties } })
}

/** What the map's worker makes of those it gathers: each is mapped, then all are put together. */
const gathered = (hazards: readonly object[]) => {
  const { rank, overdue } = hazardSource.clusterProperties
  const put = { max: (a: number, b: number) => Math.max(a, b), '+': (a: number, b: number) => a + b }
  const together = ([operator, map]: readonly unknown[]) => {
    const numbers = hazards.map((each) => Number(said(map, each)))
    return numbers.reduce(operator === 'max' ? put.max : put['+'])
  }
  return { point_count: hazards.length, rank: together(rank), overdue: together(overdue) }
}

test('every mark has a rank, and no rank stands for two', () => {
  expect([...marksByRank].sort()).toEqual((Object.keys(shapes) as MarkKind[]).sort())
  expect(new Set(marksByRank.map(rankOf)).size).toBe(marksByRank.length)
})

test('open ones lie above what is cleared, by severity; what is void lies beneath all', () => {
  const worstFirst: MarkKind[] = ['major', 'serious', 'minor', 'ungraded', 'cleared', 'no-longer-watched', 'void']
  expect([...worstFirst].sort((a, b) => rankOf(b) - rankOf(a))).toEqual(worstFirst)
})

test('a hazard is drawn by its own shape, and overdue in a ring', () => {
  const sprites = marked(
    { severity: 'major', colour: 'red' },
    { severity: 'serious', overdue: true },
    { stage: 'cleared', colour: 'blue' },
    { stage: 'cleared', colour: null },
    { stage: 'team', severity: null, colour: null },
    { setAside: 'void' },
  ).map((properties) => said(markSprite, properties))
  expect(sprites).toEqual([
    ...['mark-major', 'mark-serious-overdue', 'mark-cleared', 'mark-no-longer-watched', 'mark-ungraded', 'mark-void'],
  ])
})

test('a plate shows the worst of what it holds', () => {
  const plate = gathered(marked({ stage: 'cleared', colour: 'blue' }, { severity: 'serious' }, { severity: 'minor' }))
  expect(plate).toEqual({ point_count: 3, rank: rankOf('serious'), overdue: 0 })
  expect(said(plateSprite, plate)).toBe('plate-serious')
})

test('one overdue among many puts the heavy frame around the plate, whatever its severity', () => {
  const plate = gathered(marked({ severity: 'major' }, { severity: 'minor', overdue: true }, { severity: 'minor' }))
  expect(plate.overdue).toBe(1)
  expect(said(plateSprite, plate)).toBe('plate-major-overdue')
})

test('plates end before marks that share one spot could no longer be told apart', () => {
  expect(hazardSource.clusterMaxZoom).toBeLessThan(18)
  expect(hazardSource.clusterMinPoints).toBeGreaterThan(1)
})

test('from the server or from the device, hazards are drawn alike, and no tile is asked for before its address is known', () => {
  const { layers, sources } = styleOf(palettes.day, fontsOf(['sans-serif']))
  const layoutOf = (id: string) => {
    const layer = layers.find((each) => each.id === id)
    return layer?.type === 'symbol' ? layer.layout : undefined
  }
  for (const [at, id] of hazardLayerIds.tiles.entries()) {
    // stretches and areas are lines and fills, with no layout to compare
    if (layers.find((each) => each.id === id)?.type !== 'symbol') continue
    const { visibility, 'text-field': count, ...drawn } = layoutOf(id) ?? {}
    const { visibility: laid, 'text-field': laidCount, ...drawnLaid } = layoutOf(hazardLayerIds.laid[at] ?? '') ?? {}
    expect([visibility, laid]).toEqual(['none', 'visible'])
    expect(drawn).toEqual(drawnLaid)
    expect(JSON.stringify(count)).toBe(JSON.stringify(laidCount)?.replace('point_count', 'count'))
  }
  expect(sources['hazard-tiles']).toMatchObject({ tiles: [] })
})
