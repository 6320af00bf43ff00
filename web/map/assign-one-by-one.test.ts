import { expect, test } from 'vitest'
import type { MoveView } from '../../server/hazards/answers.ts'
import { type Assigning, assignOneByOne, type Looked } from './assign-one-by-one.ts'

const door = (taskId: string | null, because: MoveView['because'] = null): MoveView => ({
  ...{ move: 'reassign-task', taskId, ok: because === null, because, who: ['county-reviewer'] },
})

/** Of the whole hazard only what the assigning looks at. */
const hazard = (id: string, moves: MoveView[], unitId = 'unit-old'): Looked => {
  const taskIds = [...new Set(moves.flatMap(({ taskId }) => taskId ?? []))]
  const tasks = taskIds.map((taskId) => ({ id: taskId, unit: { id: unitId, name: unitId }, person: null }))
  return { id, moves, tasks }
}

const county = (hazards: readonly Looked[], refuses: readonly string[] = []) => {
  const moved: string[] = []
  const told: number[] = []
  const assigning: Assigning<Looked> = {
    look: async (id) => {
      const found = hazards.find((one) => one.id === id)
      if (!found) throw new Error(`nobody knows ${id}`)
      return found
    },
    reassign: async (one, taskId) => {
      if (refuses.includes(one.id)) throw new Error('changed meanwhile')
      moved.push(`${one.id}/${taskId}`)
      return one
    },
    stopped: () => moved.length >= 3,
    tell: (done) => told.push(done),
  }
  return { assigning, moved, told }
}
const owner = { unitId: 'unit-new', personId: null }

test('what cannot be handed over is listed with its reason and keeps none of the others from it', async () => {
  const { assigning, moved, told } = county(
    [
      hazard('a', [door('t1')]),
      hazard('shut', [door('t2', 'another-role')]),
      hazard('none', [door(null, 'no-task-named')]),
      hazard('late', [door('t3')]),
      hazard('theirs', [door('t4')], 'unit-new'),
      hazard('both', [door('t5'), door('t6')]),
      hazard('b', [door('t7'), door('t8', 'another-task-state')]),
    ],
    ['late'],
  )
  const ids = ['a', 'shut', 'none', 'gone', 'late', 'theirs', 'both', 'b']
  const outcomes = await assignOneByOne(ids, owner, assigning)
  expect(outcomes.map(({ id, left }) => [id, left?.why ?? 'moved'])).toEqual([
    ...[
      ['a', 'moved'],
      ['shut', 'shut'],
      ['none', 'no-task'],
      ['gone', 'failed'],
    ],
    ...[
      ['late', 'failed'],
      ['theirs', 'already-theirs'],
      ['both', 'several-tasks'],
      ['b', 'moved'],
    ],
  ])
  expect(moved).toEqual(['a/t1', 'b/t7'])
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('stopped halfway, what comes behind is not touched and is said to be so', async () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((id) => hazard(id, [door(`t-${id}`)]))
  const { assigning, moved } = county(all)
  const outcomes = await assignOneByOne(
    all.map(({ id }) => id),
    owner,
    assigning,
  )
  expect(moved).toEqual(['a/t-a', 'b/t-b', 'c/t-c'])
  expect(outcomes.map(({ left }) => left?.why ?? 'moved')).toEqual([
    'moved',
    'moved',
    'moved',
    'untouched',
    'untouched',
  ])
})
