import { expect, test } from 'vitest'
import { roles } from '../../db/vocabulary.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import { addressOf, entriesFor, entriesOnDesk, homeOf, mayOpen } from './entries.ts'

test('every role has between two and five ways to go, and begins on one of them', () => {
  for (const role of roles) {
    const entries = entriesFor(role)
    expect(entries.length).toBeGreaterThanOrEqual(2)
    expect(entries.length).toBeLessThanOrEqual(5)
    for (const phone of [true, false]) expect(entries.map((entry) => addressOf[entry])).toContain(homeOf(role, phone))
  }
})

test('the administrator keeps the settings and has no part in the workflow', () => {
  expect(entriesFor('administrator')).toEqual(['people', 'settings', 'me'])
  expect(mayOpen('administrator', '/mine')).toBe(false)
  expect(mayOpen('administrator', '/people')).toBe(true)
})

test('only the administrator opens people and units', () => {
  for (const role of roles) expect(mayOpen(role, '/people')).toBe(role === 'administrator')
})

test('the county’s settings are opened by the administrator and the county’s reviewers, duties by everybody', () => {
  for (const role of roles) {
    expect(mayOpen(role, '/settings')).toBe(role === 'administrator' || role === 'county-reviewer')
    expect(mayOpen(role, '/duties')).toBe(true)
  }
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

test('whoever reads letters for their unit finds them on the desk beside the register, and opens them anywhere', () => {
  for (const role of roles) {
    const reads = role !== 'light-reporter' && role !== 'administrator'
    expect(entriesOnDesk(role).includes('notices')).toBe(reads)
    expect(mayOpen(role, '/notices')).toBe(reads)
    expect(entriesFor(role)).not.toContain('notices')
  }
})

test('the register of junctions is open to whoever works with it, on the desk beside the map', () => {
  for (const role of roles) {
    expect(mayOpen(role, '/junctions')).toBe(role !== 'light-reporter')
    expect(mayOpen(role, '/junctions/:id')).toBe(role !== 'light-reporter')
    expect(entriesFor(role)).not.toContain('junctions')
  }
  expect(entriesOnDesk('squad')).toContain('junctions')
})

test('one’s own account and a hazard’s page are open to everybody', () => {
  for (const role of roles) {
    expect(mayOpen(role, '/me')).toBe(true)
    expect(mayOpen(role, '/hazards/0190a1b2')).toBe(true)
  }
})
