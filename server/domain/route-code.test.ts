import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roadClasses } from '../../db/vocabulary.ts'
import { classLetters, normaliseRouteCode, parseRouteCode } from './route-code.ts'

const refused = (text: string): string => {
  const verdict = parseRouteCode(text)
  return verdict.ok ? `read as ${verdict.code}` : verdict.because
}

test('a county road with its county is taken apart', () => {
  expect(parseRouteCode('X396360726')).toEqual({
    ok: true,
    code: 'X396360726',
    classLetter: 'X',
    roadClass: 'county',
    number: '396',
    countyCode: '360726',
  })
})

test('a village road may hold letters', () => {
  expect(parseRouteCode('CW46')).toMatchObject({ roadClass: 'village', number: 'W46', countyCode: null })
  expect(parseRouteCode('CA123360424')).toMatchObject({ number: 'A123', countyCode: '360424' })
})

test('trunk roads and expressways are read, with or without a county', () => {
  expect(parseRouteCode('G353')).toMatchObject({ roadClass: 'national', number: '353', countyCode: null })
  expect(parseRouteCode('G4')).toMatchObject({ number: '4' })
  expect(parseRouteCode('G4W2')).toMatchObject({ number: '4W2' })
  expect(parseRouteCode('S42360424')).toMatchObject({ roadClass: 'provincial', number: '42', countyCode: '360424' })
})

test('every class letter stands for a class of its own', () => {
  const classes = classLetters.map((letter) => {
    const verdict = parseRouteCode(`${letter}001`)
    return verdict.ok ? verdict.roadClass : verdict.because
  })
  expect([...classes].sort()).toEqual([...roadClasses].sort())
  expect(classes).toEqual(['national', 'provincial', 'county', 'township', 'village', 'dedicated'])
})

test('lower case, full width, blanks and hyphens make no difference', () => {
  for (const text of ['x396360726', 'Ｘ３９６３６０７２６', ' X396 360726 ', 'X-396-360726', 'X396　360726']) {
    expect(normaliseRouteCode(text)).toBe('X396360726')
    expect(parseRouteCode(text)).toMatchObject({ ok: true, code: 'X396360726' })
  }
})

test('leading noughts are part of the number', () => {
  expect(parseRouteCode('Y001')).toMatchObject({ number: '001' })
  expect(parseRouteCode('C0013360424')).toMatchObject({ number: '0013', countyCode: '360424' })
})

test('what is not a route code is refused with its reason', () => {
  expect(refused('')).toBe('empty')
  expect(refused('  ')).toBe('empty')
  expect(refused('B396')).toBe('unknown-class')
  expect(refused('396')).toBe('unknown-class')
  expect(refused('国道353')).toBe('unknown-class')
  expect(refused('X')).toBe('malformed-number')
  expect(refused('X39')).toBe('malformed-number')
  expect(refused('CABC')).toBe('malformed-number')
  expect(refused('GW46')).toBe('malformed-number')
  expect(refused('G353国道')).toBe('malformed-number')
  expect(refused('X39636')).toBe('malformed-number')
  expect(refused('X39612345678')).toBe('malformed-number')
  expect(refused('X396960726')).toBe('malformed-county')
  expect(refused('X39636072A')).toBe('malformed-county')
})

test('reading a code twice changes nothing, and no text makes it fail', () => {
  const characters = fc.constantFrom(...'GSXYCZgx0123456789AW- 国')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(characters, { maxLength: 14 }).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      const verdict = parseRouteCode(written)
      if (!verdict.ok) return
      expect(parseRouteCode(verdict.code)).toEqual(verdict)
      expect(verdict.code).toBe(`${verdict.classLetter}${verdict.number}${verdict.countyCode ?? ''}`)
    }),
    { numRuns: 2_000 },
  )
})
