import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { expect, test } from 'vitest'
import { encodeTile, tileExtent } from './vector-tile.ts'

const read = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes)).layers

test('what is written is what another reader of the format finds', () => {
  const layers = read(
    encodeTile([
      { name: 'clusters', points: [{ x: 2048, y: 1, values: { count: 1_000_000, worst: 'major', colour: null } }] },
      {
        name: 'points',
        points: [
          { x: 0, y: 4095, values: { id: 'a', number: '修-1', overdue: true } },
          { x: -3, y: 130, values: { id: 'b', number: '修-1', overdue: false } },
        ],
      },
    ]),
  )
  expect(Object.keys(layers)).toEqual(['clusters', 'points'])
  const [cluster, first, second] = [
    layers['clusters']?.feature(0),
    layers['points']?.feature(0),
    layers['points']?.feature(1),
  ]
  expect(layers['points']).toMatchObject({ version: 2, extent: tileExtent, length: 2 })
  expect(cluster?.properties).toEqual({ count: 1_000_000, worst: 'major' })
  expect(cluster?.loadGeometry()).toMatchObject([[{ x: 2048, y: 1 }]])
  expect(first?.properties).toEqual({ id: 'a', number: '修-1', overdue: true })
  expect(second?.properties).toEqual({ id: 'b', number: '修-1', overdue: false })
  expect([first?.loadGeometry(), second?.loadGeometry()]).toMatchObject([[[{ x: 0, y: 4095 }]], [[{ x: -3, y: 130 }]]])
})

test('a tile without points is no bytes at all', () => {
  expect(encodeTile([{ name: 'points', points: [] }])).toHaveLength(0)
})

test('a number that no tile can hold is refused, not written wrongly', () => {
  const withCount = (count: number) => () =>
    encodeTile([{ name: 'clusters', points: [{ x: 0, y: 0, values: { count } }] }])
  for (const count of [-1, 0.5, Number.NaN]) expect(withCount(count)).toThrow(RangeError)
})
