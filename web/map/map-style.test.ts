import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { roadClasses } from '../../db/vocabulary.ts'
import { chosenZoneLayerIds } from './layers/chosen.ts'
import { fontsOf } from './layers/names.ts'
import { type Light, type Palette, palettes } from './layers/palette.ts'
import { roadsDrawn } from './layers/roads.ts'
import { shownLayers, switches } from './layers/switches.ts'
import { styleOf } from './map-style.ts'

const fonts = fontsOf(['Noto Sans SC', 'sans-serif'])
const lights = Object.keys(palettes) as Light[]
const style = styleOf(palettes.day, fonts)
const layerIds = style.layers.map(({ id }) => id)

test('the drawing is sound by the style specification, by day, by night and in print', () => {
  for (const light of lights) expect(validateStyleMin(styleOf(palettes[light], fonts))).toEqual([])
})

test('nothing has to be fetched to draw it: no glyph server, no sprite, no address', () => {
  expect(style.glyphs).toBeUndefined()
  expect(style.sprite).toBeUndefined()
  expect(JSON.stringify(style)).not.toMatch(/https?:|\/\//)
})

test('marks of hazards lie above all that is drawn of the county, and none is left out for want of room', () => {
  const first = layerIds.indexOf('hazard')
  const above = layerIds.slice(first).filter((id) => !id.startsWith('hazard') && !id.startsWith('chosen'))
  // what the reader's own hand draws may lie over them: it goes with the next stroke
  expect(above).toEqual(['tapped-place', 'route-stop', 'lasso-within', 'lasso-edge'])
  for (const layer of style.layers)
    if (layer.type === 'symbol' && layer.source === 'hazards') expect(layer.layout?.['icon-allow-overlap']).toBe(true)
})

test('a greater road is never drawn thinner than a lesser one, nor beneath it', () => {
  const order = ['village', 'township', 'county', 'provincial', 'national'] as const
  for (const zoom of [0, 1, 2] as const) {
    const widths = order.map((roadClass) => roadsDrawn[roadClass].width[zoom])
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
  }
  const drawn = order.map((roadClass) => layerIds.indexOf(`road-${roadClass}`))
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
  for (const roadClass of roadClasses) expect(layerIds).toContain(`road-${roadClass}`)
})

test('a switch takes off layers that are there, and with all on every one is shown', () => {
  for (const [layer] of shownLayers([])) expect(layerIds).toContain(layer)
  expect(shownLayers([]).every(([, shown]) => shown)).toBe(true)
  const hidden = shownLayers(['schools', 'roads']).flatMap(([layer, shown]) => (shown ? [] : [layer]))
  expect(hidden.sort()).toEqual([...switches.schools, ...switches.roads].sort())
})

test('the roads’ switch takes every road with its name and plate', () => {
  const ofRoads = style.layers.flatMap((layer) => ('source' in layer && layer.source === 'roads' ? [layer.id] : []))
  expect([...switches.roads].sort()).toEqual(ofRoads.sort())
})

test('the layers of the chosen zone are those that the map tells of its choice', () => {
  for (const id of chosenZoneLayerIds) expect(layerIds).toContain(id)
})

const channels = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = channels(hex).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test('names and numbers can be read on the sheet (WCAG 2.2 AA), in every light', () => {
  for (const light of lights) {
    const { name, quietName, land, halo, plate, plateInk, chosen, ground } = palettes[light]
    for (const ink of [name, quietName, ground.waterName]) {
      expect(contrast(ink, land)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink, halo)).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(plateInk, plate)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(chosen, land)).toBeGreaterThanOrEqual(3)
  }
})

test('red, orange, yellow and blue belong to the hazards: the sheet itself is grey, its one colour the accent', () => {
  const inks = ({
    chosen,
    chosenFill,
    segment,
    countyBand,
    road,
    ground,
    shade,
    pictureBrightness,
    ...rest
  }: Palette) => [
    ...Object.values(rest),
    ...Object.values(road),
    ...Object.values(ground),
    ...[shade.shadow, shade.light],
  ]
  for (const light of lights)
    for (const ink of inks(palettes[light])) {
      const [r, g, b] = channels(ink)
      expect(Math.max(r, g, b) - Math.min(r, g, b), `${light} ${ink}`).toBeLessThanOrEqual(16)
    }
})
