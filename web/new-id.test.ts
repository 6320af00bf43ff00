import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './new-id.ts'

test('an id made on the phone is a UUIDv7 that the server takes', () => {
  for (let i = 0; i < 200; i++) {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(z.uuid().safeParse(newId()).success).toBe(true)
  }
})

test('it begins with the instant, so that later ids sort after earlier ones', () => {
  expect(newId(Date.UTC(2026, 10, 21)).slice(0, 13)).toBe('01a1fb67-1800')
  expect(newId(1_000) < newId(2_000)).toBe(true)
})

test('no two are alike, even in the same millisecond', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(0))).size).toBe(10_000)
})
