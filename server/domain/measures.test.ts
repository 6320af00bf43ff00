import { expect, test } from 'vitest'
import { countsIn, measureNamed, measures, measureUnits } from './measures.ts'

const unitOf = (name: string): string | undefined => measureNamed(name)?.unit

test('there are 26 measures in eight units, and every unit is used', () => {
  const perUnit = measureUnits.map(({ code }) => measures.filter(({ unit }) => unit === code).length)
  expect(perUnit).toEqual([4, 3, 5, 2, 2, 1, 1, 8])
  expect(measures).toHaveLength(26)
})

test('codes are stable kebab-case words, none of them twice', () => {
  for (const { code } of measures) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect(new Set(measures.map(({ code }) => code)).size).toBe(26)
})

test('no name or alias stands for two measures', () => {
  const names = measures.flatMap(({ code, zh, en, aliases }) => [
    ...new Set([code, zh, en, ...aliases].map((name) => name.toLowerCase())),
  ])
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('a measure is known by every name it goes by, however it is typed', () => {
  for (const measure of measures) {
    for (const name of [measure.code, measure.zh, measure.en, ...measure.aliases]) {
      expect(measureNamed(` ${name} `)).toBe(measure)
    }
  }
  expect(measureNamed('SPEED-BUMP')?.code).toBe('speed-bump')
  expect(measureNamed('爆闪／黄闪灯')?.code).toBe('flasher')
  expect(measureNamed('凸面镜')?.code).toBe('convex-mirror')
  expect(measureNamed('喷泉')).toBeNull()
  expect(measureNamed('')).toBeNull()
})

test('bumps are counted in metres, markings in square metres, signs in pieces, posts by the post', () => {
  expect(unitOf('减速带')).toBe('metre')
  expect(unitOf('标线')).toBe('square-metre')
  expect(unitOf('限速标志')).toBe('piece')
  expect(unitOf('路灯')).toBe('lamp')
  expect(unitOf('信号灯')).toBe('set')
  expect(unitOf('广角镜')).toBe('mirror')
  expect(unitOf('道口标柱')).toBe('post')
  expect(unitOf('坡改平')).toBe('place')
})

test('a unit may be written in the other words people use for it, but never in another unit', () => {
  const sign = measureNamed('限速标志')
  const bump = measureNamed('减速带')
  const marking = measureNamed('标线')
  if (!sign || !bump || !marking) throw new Error('three measures of the default list')
  for (const word of ['块', '套', '个']) expect(countsIn(sign, word)).toBe(true)
  for (const word of ['米', 'M', '延米', 'metre']) expect(countsIn(bump, word)).toBe(true)
  for (const word of ['㎡', 'm²', '平方米', '平方']) expect(countsIn(marking, word)).toBe(true)
  expect(countsIn(sign, '米')).toBe(false)
  expect(countsIn(bump, '平方米')).toBe(false)
  expect(countsIn(marking, '米')).toBe(false)
  expect(countsIn(bump, '')).toBe(false)
})
