import { expect, test } from 'vitest'
import { placeText } from '../hazards/place-text.ts'
import { laneWords } from '../text/lane-words.ts'
import { wordsNow } from '../text/language.ts'
import { placeLine } from './place-line.ts'

const village = { townshipName: '义宁镇', villageName: '城北村', chainageMetres: null, routeCode: null, spot: '' }
const lane = { ...village, roadClass: 'village' } as const

test('a road without a code is told by its name, or said to have none; away from every road nothing is said', () => {
  expect(placeLine({ ...lane, routeName: '学校路' })).toBe('义宁镇 城北村 学校路')
  expect(placeLine({ ...lane, routeName: null })).toBe(`义宁镇 城北村 ${wordsNow(laneWords).nameless}`)
  expect(placeLine({ ...village, roadClass: null, routeName: null })).toBe('义宁镇 城北村')
  expect(placeLine({ ...lane, routeCode: 'X001360424', chainageMetres: 1200, spot: '桥头' })).toBe(
    '义宁镇 城北村 X001 K1+200',
  )
})

test('the name that a hazard keeps as its spot is said once', () => {
  expect(placeText({ ...lane, spot: '学校路' })).toBe('义宁镇 城北村 学校路')
  expect(placeText({ ...village, roadClass: null, spot: '石桥' })).toBe('义宁镇 城北村 · 石桥')
})
