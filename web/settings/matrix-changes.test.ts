import { expect, test } from 'vitest'
import type { MatrixLine } from '../../server/domain/responsibility.ts'
import { matrixChange } from './matrix-changes.ts'

const line = (code: string | null, cureUnit = 'township'): MatrixLine => ({
  ...{ roadClass: null, code, localUnit: 'township', sectorUnit: null, cureUnit, chiefLevel: 'township' },
})

test('a line that names another unit is told as the old one removed and the new one added', () => {
  expect(matrixChange([line('A'), line(null)], [line('A', 'roads'), line(null)])).toEqual({
    ...{ added: [line('A', 'roads')], removed: [line('A')], reordered: false },
  })
})

test('the same lines in another order are told as such, for another may speak first', () => {
  expect(matrixChange([line('A'), line(null)], [line(null), line('A')])).toEqual({
    ...{ added: [], removed: [], reordered: true },
  })
  expect(matrixChange([line('A')], [line('A')]).reordered).toBe(false)
})

test('of two lines that say the same, one less is one removed', () => {
  expect(matrixChange([line('A'), line('A')], [line('A')]).removed).toEqual([line('A')])
})
