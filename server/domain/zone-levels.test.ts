import { expect, test } from 'vitest'
import { levelFits, levelsOfZone } from './zone-levels.ts'

const county = { shape: 'area', placeCode: '360424' } as const
const township = { shape: 'area', placeCode: '360424100' } as const
const village = { shape: 'area', placeCode: '360424100201' } as const
const segment = (placeCode: string) => ({ shape: 'segment', placeCode }) as const

test('the chief of all roads belongs to the whole county alone, even of a segment that bears the county’s code', () => {
  const zones = [county, township, village, segment('360424'), segment('360424100')]
  expect(zones.map((zone) => levelFits(zone, 'total'))).toEqual([true, false, false, false, false])
})

test('an area has the chief of its own level and may have one of the level above, by the figures of its code', () => {
  expect(levelsOfZone(county)).toEqual(['total', 'county'])
  expect(levelsOfZone(township)).toEqual(['county', 'township'])
  expect(levelsOfZone(village)).toEqual(['township', 'village'])
})

test('a stretch of road has a county’s, a township’s or a village’s chief, wherever it lies', () => {
  for (const code of ['360424', '360424100', '360424100201'])
    expect(levelsOfZone(segment(code))).toEqual(['county', 'township', 'village'])
})
