import { expect, test } from 'vitest'
import { photoShelves as onThePage } from '../kept/photo-shelves.ts'
import { photoShelves, photoSizeOf } from '../worker/photos.ts'

test('page and worker keep pictures in the same place, so that signing out leaves none', () => {
  expect(onThePage).toEqual(photoShelves)
})

test('only pictures in their two sizes are kept by address, never an original', () => {
  const hash = 'a'.repeat(64)
  expect(photoSizeOf(`/api/photos/${hash}/small`)).toBe('small')
  expect(photoSizeOf(`/api/photos/${hash}/large`)).toBe('large')
  expect(photoSizeOf(`/api/photos/${hash}/original`)).toBeNull()
  expect(photoSizeOf(`/api/photos/${hash}`)).toBeNull()
  expect(photoSizeOf('/api/hazards/small')).toBeNull()
})
