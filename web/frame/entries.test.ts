import { expect, test } from 'vitest'
import { roles } from '../../db/vocabulary.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import { addressOf, entriesFor, homeOf, mayOpen } from './entries.ts'

test('every role has between two and five ways to go, and begins on one of them', () => {
  for (const role of roles) {
    const entries = entriesFor(role)
    expect(entries.length).toBeGreaterThanOrEqual(2)
    expect(entries.length).toBeLessThanOrEqual(5)
    for (const phone of [true, false]) expect(entries.map((entry) => addressOf[entry])).toContain(homeOf(role, phone))
  }
})

test('the administrator keeps the settings and has no part in the workflow', () => {
  expect(entriesFor('administrator')).toEqual(['people', 'me'])
  expect(mayOpen('administrator', '/mine')).toBe(false)
  expect(mayOpen('administrator', '/people')).toBe(true)
})

test('only the administrator opens people and units', () => {
  for (const role of roles) expect(mayOpen(role, '/people')).toBe(role === 'administrator')
})

test('a light reporter reports, and sees their own reports', () => {
  expect(entriesFor('light-reporter')).toEqual(['reports', 'capture', 'me'])
  expect(homeOf('light-reporter', true)).toBe('/capture')
  expect(mayOpen('light-reporter', '/county')).toBe(false)
})

test('a squad begins on the camera in the field and on its list at the desk', () => {
  expect(homeOf('squad', true)).toBe('/capture')
  expect(homeOf('squad', false)).toBe('/mine')
})

test('whoever takes steps of the workflow has a list of what waits for them', () => {
  const takers = new Set(Object.entries(tableOfMoves).flatMap(([move, row]) => (move === 'comment' ? [] : row.by)))
  for (const role of takers) expect(entriesFor(role)).toContain('mine')
})

test('one’s own account and a hazard’s page are open to everybody', () => {
  for (const role of roles) {
    expect(mayOpen(role, '/me')).toBe(true)
    expect(mayOpen(role, '/hazards/0190a1b2')).toBe(true)
  }
})
