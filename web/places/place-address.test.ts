import { expect, test } from 'vitest'
import { placeAddress, placeIn } from './place-address.ts'

const readAgain = (address: string) => placeIn(new URL(address, 'http://localhost').searchParams)

test('the address of a place leads to the same place again, and looks as far around', () => {
  expect(placeAddress([114.5, 29.03])).toBe('/place?at=114.50000,29.03000')
  expect(readAgain(placeAddress([114.5, 29.03]))).toEqual({ at: [114.5, 29.03], metres: 50 })
  expect(readAgain(placeAddress([114.5, 29.03], 200))).toEqual({ at: [114.5, 29.03], metres: 200 })
})

test('an address that names no place is none', () => {
  for (const address of ['/place', '/place?at=', '/place?at=114', '/place?at=29,114', '/place?at=114,29,3'])
    expect(readAgain(address)).toBeNull()
  expect(readAgain('/place?at=114,29&within=9')?.metres).toBe(50)
})
