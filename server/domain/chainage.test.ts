import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainageAlong, formatChainage, parseChainage } from './chainage.ts'

const anyMetres = fc.integer({ min: 0, max: 99_999_999 })

test('every way the registers write a chainage is read', () => {
  const written: readonly (readonly [string, number])[] = [
    ['K12+345', 12_345],
    ['k12+345.5', 12_346],
    ['913KM+50M', 913_050],
    ['898KM+300处', 898_300],
    ['77公里加800米', 77_800],
    ['77公里800米', 77_800],
    ['77千米又5米处', 77_005],
    ['77公里', 77_000],
    ['K5', 5_000],
    ['K0+000', 0],
    ['K0+7', 7],
    ['12+345', 12_345],
    ['桩号：K12+345', 12_345],
    ['12km+345m', 12_345],
  ]
  for (const [text, metres] of written) expect([text, parseChainage(text)]).toEqual([text, metres])
})

test('full-width characters and blanks make no difference', () => {
  expect(parseChainage('Ｋ１２＋３４５')).toBe(12_345)
  expect(parseChainage('  K 12 + 345 ')).toBe(12_345)
  expect(parseChainage('９１３ＫＭ＋５０Ｍ')).toBe(913_050)
  expect(parseChainage('913㎞+50m')).toBe(913_050)
})

test('decimals round to the metre, also across the kilometre', () => {
  expect(parseChainage('K12+345.4')).toBe(12_345)
  expect(parseChainage('K12+999.6')).toBe(13_000)
  expect(parseChainage('K99999+999.9')).toBeNull()
})

test('what is no chainage is not guessed at', () => {
  const nonsense = [
    '',
    'K',
    '+345',
    'K+345',
    'K12+',
    'K12+1050',
    'K-1+200',
    'K12-345',
    'K12+34a',
    '12',
    '345米',
    '12+3',
    '12+3456',
    'K123456+000',
    'K12+345+678',
    'X396 K12+345',
    '学校门口',
    'K12.5+300',
    'KK12+345',
    '一公里加二米',
    'K12+345.1234',
  ]
  for (const text of nonsense) expect([text, parseChainage(text)]).toEqual([text, null])
})

test('a chainage is written with three figures after the plus', () => {
  expect(formatChainage(12_345)).toBe('K12+345')
  expect(formatChainage(12_005)).toBe('K12+005')
  expect(formatChainage(0)).toBe('K0+000')
  expect(formatChainage(913_049.6)).toBe('K913+050')
  for (const none of [-1, Number.NaN, Infinity, 100_000_000]) expect(() => formatChainage(none)).toThrow(RangeError)
})

test('what is written is read back as the same metre, in every notation', () => {
  fc.assert(
    fc.property(anyMetres, (metres) => {
      const [kilometres, rest] = [Math.floor(metres / 1000), metres % 1000]
      expect(parseChainage(formatChainage(metres))).toBe(metres)
      expect(parseChainage(`${kilometres}KM+${rest}M`)).toBe(metres)
      expect(parseChainage(`${kilometres}公里加${rest}米`)).toBe(metres)
    }),
  )
})

test('no text whatever makes reading fail or gives a fraction or a negative number', () => {
  const scraps = fc.array(
    fc.constantFrom('K', 'k', '1', '20', '999', '+', '.', 'KM', 'M', '公里', '米', '加', '-', ' '),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        scraps.map((list) => list.join('')),
      ),
      (text) => {
        const metres = parseChainage(text)
        if (metres !== null) expect(parseChainage(formatChainage(metres))).toBe(metres)
      },
    ),
  )
})

test('along a drawn line the stakes of its ends are kept and the rest is shared out', () => {
  const line = { startChainageMetres: 12_000, endChainageMetres: 13_000, lengthMetres: 990 }
  expect(chainageAlong(line, 0)).toBe(12_000)
  expect(chainageAlong(line, 495)).toBe(12_500)
  expect(chainageAlong(line, 990)).toBe(13_000)
  expect(chainageAlong(line, -5)).toBe(12_000)
  expect(chainageAlong(line, 2_000)).toBe(13_000)
})

test('a line drawn against its stakes counts down', () => {
  const line = { startChainageMetres: 13_000, endChainageMetres: 12_000, lengthMetres: 1_000 }
  expect(chainageAlong(line, 250)).toBe(12_750)
  expect(() => chainageAlong({ ...line, lengthMetres: 0 }, 0)).toThrow(RangeError)
})
