import { expect, test } from 'vitest'
import { markOf, shapes } from './severity-shapes.ts'

const hazard = { stage: 'register', setAside: null, severity: 'major', colour: 'red' } as const

test('an open hazard bears the mark of its severity, one not yet graded a question', () => {
  expect(markOf(hazard)).toBe('major')
  expect(markOf({ ...hazard, severity: 'minor', colour: 'yellow' })).toBe('minor')
  expect(markOf({ ...hazard, stage: 'team', severity: null, colour: null })).toBe('ungraded')
})

test('blue is for a cleared hazard under watch; when the watch is over the tick stays and the blue goes', () => {
  expect(markOf({ ...hazard, stage: 'cleared', colour: 'blue' })).toBe('cleared')
  expect(shapes[markOf({ ...hazard, stage: 'cleared', colour: null })].fill).toBe('none')
})

test('a void hazard shows no severity', () => {
  expect(markOf({ ...hazard, setAside: 'void', colour: null })).toBe('void')
})

test('every mark is told apart without its colour', () => {
  const drawn = Object.values(shapes).map(({ outline, inside }) => `${outline} ${inside}`)
  const graded = [shapes.major, shapes.serious, shapes.minor, shapes.cleared].map(({ outline }) => outline)
  expect(new Set(graded).size).toBe(4)
  // the two ticked circles differ by their fill alone, and say nearly the same
  expect(new Set(drawn).size).toBe(drawn.length - 1)
})
