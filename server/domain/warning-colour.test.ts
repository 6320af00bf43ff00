import { expect, test } from 'vitest'
import { colourOf } from './warning-colour.ts'

const today = '2026-11-21'
const open = { stage: 'register', severity: 'minor', setAside: null, watchUntilOn: null } as const

test('while open the colour follows the severity: yellow, orange, red', () => {
  expect(colourOf(open, today)).toBe('yellow')
  expect(colourOf({ ...open, severity: 'serious' }, today)).toBe('orange')
  expect(colourOf({ ...open, severity: 'major' }, today)).toBe('red')
})

test('before anybody has graded it a hazard has no colour', () => {
  for (const stage of ['team', 'camera'] as const)
    expect(colourOf({ ...open, stage, severity: null }, today)).toBeNull()
})

test('cleared is blue to the last day of the watch, whatever the severity was, and colourless after it', () => {
  const cleared = { ...open, stage: 'cleared', severity: 'major', watchUntilOn: '2026-11-21' } as const
  expect(colourOf(cleared, '2026-11-20')).toBe('blue')
  expect(colourOf(cleared, '2026-11-21')).toBe('blue')
  expect(colourOf(cleared, '2026-11-22')).toBeNull()
})

test('a reopened hazard has its severity’s colour again, even while an old watch would still run', () => {
  expect(colourOf({ ...open, watchUntilOn: '2027-01-01' }, today)).toBe('yellow')
})

test('what is void has no colour at any stage', () => {
  expect(colourOf({ ...open, setAside: 'void' }, today)).toBeNull()
  expect(colourOf({ ...open, stage: 'cleared', setAside: 'void', watchUntilOn: '2027-01-01' }, today)).toBeNull()
})
