import { expect, test } from 'vitest'
import { metresBetween } from '../../server/domain/distance.ts'
import { metresPerPixel, scaleBar } from './scale-length.ts'
import { standingAt } from './standing.ts'

test('the scale bar is a round distance that fits, and no shorter than two fifths of its room', () => {
  for (let zoom = 6.5; zoom <= 18; zoom += 0.13) {
    const { metres, pixels } = scaleBar(metresPerPixel(29, zoom), 130)
    expect(String(metres)).toMatch(/^[125]0*$/)
    expect(pixels).toBeLessThanOrEqual(130)
    expect(pixels).toBeGreaterThanOrEqual(130 * 0.4 - 1e-9)
  }
})

test('a pixel stands for 78 km at the equator when the earth is one tile, and half of it with each zoom', () => {
  expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.5, 1)
  expect(metresPerPixel(0, 1) * 2).toBeCloseTo(metresPerPixel(0, 0))
  expect(metresPerPixel(60, 0)).toBeCloseTo(78_271.5 / 2, 1)
})

test('the circle of doubt lies as far around the reader as the device says', () => {
  const here = [114.5, 29] as const
  const [circle, point] = standingAt(here, 80).features
  if (circle?.geometry.type !== 'Polygon') throw new Error('no circle')
  const [ring = []] = circle.geometry.coordinates
  for (const [longitude = 0, latitude = 0] of ring) {
    const metres = metresBetween(here, [longitude, latitude])
    expect(Math.abs(metres - 80)).toBeLessThan(1)
  }
  expect(ring[0]).toEqual(ring.at(-1))
  expect(point?.geometry).toEqual({ type: 'Point', coordinates: [114.5, 29] })
})
