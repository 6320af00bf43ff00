import { expect, test } from 'vitest'
import { askedPin, withoutPin } from './asked-pin.ts'

test('a place named in the address is taken as the pin, and nothing that is no place', () => {
  expect(askedPin('?at=114.51,29.08')).toEqual([114.51, 29.08])
  for (const search of ['', '?at=', '?at=114.51', '?at=214.5,29', '?at=114.5,129', '?at=a,b', '?at=1,2,3'])
    expect(askedPin(search)).toBeNull()
})

test('a place once taken leaves the address, and what else it says stays', () => {
  expect(withoutPin('?at=114.51,29.08')).toBe('')
  expect(withoutPin('?zone=z1&at=114.51,29.08')).toBe('?zone=z1')
  expect(askedPin(withoutPin('?at=114.51,29.08&zone=z1'))).toBeNull()
})
