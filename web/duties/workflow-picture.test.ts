import { expect, test } from 'vitest'
import { moves } from '../../db/vocabulary.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import { pairOf, taskRoutes } from './task-routes.ts'
import { whereMovesLead } from './where-moves-lead.ts'
import { markRadius, numberOf, workflowPicture } from './workflow-picture.ts'

const shapes = ['wide', 'narrow'] as const
const marksOf = (shape: 'wide' | 'narrow') => {
  const { nodes, lines } = workflowPicture(shape)
  return [...nodes, ...lines].flatMap(({ marks }) => marks)
}

test.each(shapes)('every step of the table of moves is in the %s picture, and nothing else is', (shape) => {
  const drawn = new Set(marksOf(shape).map(({ move }) => move))
  expect([...drawn].sort()).toEqual([...moves].sort())
  expect(new Set(moves.map(numberOf)).size).toBe(moves.length)
})

test.each(shapes)('every way a task may go by the table is a line of the %s picture', (shape) => {
  const { lines } = workflowPicture(shape)
  for (const move of moves) {
    const { onTask = [], taskTo } = tableOfMoves[move]
    for (const from of onTask) {
      if (taskTo === undefined || from === taskTo) continue
      const line = lines.find((one) => one.from === from && one.to === taskTo)
      expect(line?.marks.map((mark) => mark.move)).toContain(move)
    }
  }
})

test('the four stages follow each other, a failed revisit leads back, and what is set aside can return', () => {
  const ways = workflowPicture('wide').lines.map(({ from, to, marks }) => [from, to, marks.map(({ move }) => move)])
  expect(ways).toContainEqual(['team', 'camera', ['add-scene-photo']])
  expect(ways).toContainEqual(['camera', 'register', ['register-hazard']])
  expect(ways).toContainEqual(['register', 'cleared', ['verify-task']])
  expect(ways).toContainEqual(['cleared', 'register', ['fail-revisit']])
  expect(ways).toContainEqual(['along', 'aside', ['void-hazard', 'merge-hazard', 'accept-transfer']])
  expect(ways).toContainEqual(['aside', 'along', ['reinstate-hazard']])
})

test('no line between the states of a task is drawn by chance, and no route is left over', () => {
  const pairs = whereMovesLead().flatMap((lead) =>
    lead.on === 'task' && lead.from !== lead.to ? [pairOf(lead.from, lead.to)] : [],
  )
  expect([...new Set(pairs)].sort()).toEqual(Object.keys(taskRoutes).sort())
})

test.each(shapes)('numbers of the %s picture do not lie on each other, and stay on the sheet', (shape) => {
  const { width, height } = workflowPicture(shape)
  const marks = marksOf(shape)
  for (const [index, one] of marks.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(markRadius)
    expect(one.x).toBeLessThanOrEqual(width - markRadius)
    expect(one.y).toBeLessThanOrEqual(height - markRadius)
    for (const other of marks.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y), `${one.move} and ${other.move}`).toBeGreaterThanOrEqual(
        2 * markRadius,
      )
  }
})

test.each(shapes)('every line of the %s picture runs straight across or straight down', (shape) => {
  for (const { points, from, to } of workflowPicture(shape).lines)
    for (const [index, { x, y }] of points.slice(1).entries()) {
      const before = points[index]
      expect(before && (before.x === x || before.y === y), `${from} to ${to}`).toBe(true)
    }
})
