import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Move, moves, type Stage, severities, stages, taskStates } from '../../db/vocabulary.ts'
import { type Actor, inScope, scopeOf, type Whereabouts } from './actor.ts'
import { advance, type HazardFacts, judge, startsSupervised, type TaskFacts, verdictsFor } from './hazard-workflow.ts'
import type { Reason } from './reasons.ts'
import { tableOfMoves } from './table-of-moves.ts'
import {
  aHazard,
  aTask,
  chief,
  department,
  everybody,
  leader,
  otherChief,
  otherReviewer,
  registered,
  reviewer,
  squad,
  squadMate,
} from './test-hazard.ts'
import { PlainHazard, type PlainStep } from './test-plain-workflow.ts'

/** A million steps are walked; a failure prints the seed and the shortest walk that still fails. */
const stepsToWalk = 1_000_000
const seed = Number(process.env['LUQING_TEST_SEED'] ?? Date.now() % 2 ** 31)

const places = ['360424100201', '360424105', '360424'] as const
const units = ['yining-government', 'zhajin-government', 'road-centre', 'county-office'] as const
const teams = ['first-squad', 'second-squad'] as const

/** The steps that somebody in their right mind would try at each stage, so that walks come far; others are tried too. */
const sensible: Record<Stage, readonly Move[]> = {
  team: ['dispatch-team', 'add-scene-photo', 'add-scene-photo', 'dispatch-team', 'merge-hazard'],
  camera: ['add-scene-photo', 'complete-scene', 'register-hazard'],
  register: [
    ...([
      'accept-task',
      'accept-task',
      'start-task',
      'submit-task',
      'submit-task',
      'verify-task',
      'verify-task',
    ] as const),
    ...(['verify-task', 'return-task', 'refuse-task', 'reassign-task', 'plan-task', 'resume-task'] as const),
    ...([
      'submit-task',
      'verify-task',
      'ask-extension',
      'ask-extension',
      'grant-extension',
      'grant-extension',
    ] as const),
    ...(['refuse-extension', 'supervise', 'lift-supervision', 'report-progress', 'transfer-hazard'] as const),
    ...(['accept-transfer', 'accept-transfer', 'refuse-transfer', 'issue-notice'] as const),
  ],
  cleared: ['pass-revisit', 'fail-revisit'],
}

const answersToExtension = ['grant-extension', 'refuse-extension'] as const

/** Those who have something to do on the way, most of the time. */
const hands = [squad, squadMate, chief, department, otherChief, reviewer, otherReviewer] as const

const pick = <T>(from: readonly T[], n: number): T => {
  const found = from[n % from.length]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

/** One random number is one step: its digits say who, what, on which task, and what comes along. */
const stepOf = (digits: number, at: HazardFacts): PlainStep => {
  let rest = digits
  const below = (n: number): number => {
    const digit = rest % n
    rest = Math.floor(rest / n)
    return digit
  }
  const wild = below(3) === 0
  const waits = at.tasks.findIndex(({ extensionAskedBy }) => extensionAskedBy !== null)
  const answers = !wild && at.stage === 'register' && waits >= 0 && below(2) === 0
  const sane = at.setAside ? 'reinstate-hazard' : pick(answers ? answersToExtension : sensible[at.stage], below(50))
  const move = wild ? pick(moves, below(30)) : sane
  const toTeams =
    move === 'dispatch-team' || (move === 'transfer-hazard' && (at.stage !== 'register' || below(5) === 0))
  return {
    move,
    who: pick(wild ? everybody : hands, below(42)),
    task: answers ? waits : below(at.tasks.length + 1) - (wild ? 1 : 0),
    unit: toTeams ? pick(teams, below(8)) : pick(units, below(8)),
    abroad: below(4) === 0,
    supervisor: pick(everybody, below(11)).id,
    severity: pick(severities, below(3)),
    newTasks: units.slice(0, 1 + below(3)),
  }
}

/** What the verbs write beside the workflow's own verdict: the team sent, the tasks made, the hands they pass into. */
const written = (facts: HazardFacts, step: PlainStep): HazardFacts => {
  const { move, who, task: place, unit, severity, newTasks } = step
  const supervisorId = step.supervisor
  const change = (to: Partial<TaskFacts>) => ({
    ...facts,
    tasks: facts.tasks.map((task, at) => (at === place ? { ...task, ...to } : task)),
  })
  if (move === 'dispatch-team') return { ...facts, teamUnitId: who.role === 'squad' ? who.unitId : unit }
  if (move === 'register-hazard') {
    const tasks = newTasks.map((unitId, at) => aTask({ id: `task-${at}`, unitId }))
    const supervision = startsSupervised(move, severity) ? { supervised: true, supervisorId } : {}
    return { ...facts, severity, tasks, ...supervision }
  }
  if (move === 'supervise' || startsSupervised(move, facts.severity)) return { ...facts, supervisorId }
  if (move === 'transfer-hazard')
    return {
      ...facts,
      transfer: step.abroad ? { toUnitId: null, asTeam: false } : { toUnitId: unit, asTeam: unit.endsWith('squad') },
    }
  const task = facts.tasks[place]
  if (move === 'accept-task' && task?.personId === null && task.unitId === who.unitId)
    return change({ personId: who.id })
  if (move === 'reassign-task') return change({ unitId: unit, personId: null, submittedBy: null })
  return facts
}

/** All of it that the steps change, so that neither may drift from the other unseen. */
const pictureOf = ({ stage, aside, team, supervised, supervisor, transferTo, drawn, tasks }: PlainHazard) =>
  JSON.stringify([
    ...[stage, aside, team, supervised, supervisor, transferTo, drawn],
    tasks.map(({ state, unit, person, submitter, asker, late }) => [state, unit, person, submitter, asker, late]),
  ])
const factsPicture = (facts: HazardFacts) =>
  JSON.stringify([
    ...[facts.stage, facts.setAside, facts.teamUnitId, facts.supervised, facts.supervisorId],
    ...[facts.transfer ? (facts.transfer.toUnitId ?? '') : null, facts.revisitUnitIds],
    facts.tasks.map((task) => [
      ...[task.state, task.unitId, task.personId, task.submittedBy, task.extensionAskedBy, task.deadlinePassed],
    ]),
  ])

const tally = { steps: 0, taken: new Map<Move, number>(), refused: new Set<Reason | 'unseen'>() }

/** Walks both at once; throws with the whole story of the step where they part or a promise is broken. */
const walk = (start: number, numbers: Iterable<number>): void => {
  const reporter = pick(everybody, start)
  const placeCode = pick(places, Math.floor(start / 16))
  const zoneId = pick(['yining', 'zhajin'], Math.floor(start / 64))
  const hasPosition = start % 9 !== 0
  const plain = new PlainHazard(placeCode, zoneId, reporter.id, hasPosition)
  let facts = aHazard({ placeCode, hasPosition })
  const asked: string[] = []
  const verifiers = new Map<string, string>()

  for (const digits of numbers) {
    tally.steps++
    // between steps days go by, and what was cleared may be drawn for a spot check
    if (digits % 41 === 0) {
      plain.growLate()
      facts = { ...facts, tasks: facts.tasks.map((task) => ({ ...task, deadlinePassed: true })) }
    }
    if (digits % 5 === 0 && facts.stage === 'cleared') {
      const drawn = pick(teams, Math.floor(digits / 5))
      plain.draw(drawn)
      facts = { ...facts, revisitUnitIds: [...facts.revisitUnitIds, drawn] }
      asked.push(drawn)
    }
    const step = stepOf(digits, facts)
    const before = facts
    const verdict = verdictOn(before, step, { zoneId, reportedBy: reporter.id, askedUnitIds: asked })
    const story = () => `${step.who.id} ${step.move} task ${step.task} on ${JSON.stringify(before)}`
    const taken = plain.take(step)
    if (taken !== verdict.ok)
      throw new Error(`${story()}: the rules say ${JSON.stringify(verdict)}, the plain words ${taken ? 'yes' : 'no'}`)
    if (verdict.ok) {
      const taskId = facts.tasks[step.task]?.id ?? null
      facts = written(advance(facts, step.move, verdict.next, step.who, taskId), step)
      if (step.move === 'transfer-hazard' && !step.abroad) asked.push(step.unit)
      if (step.move === 'verify-task' && taskId !== null) verifiers.set(taskId, step.who.id)
      tally.taken.set(step.move, (tally.taken.get(step.move) ?? 0) + 1)
      mustKeepPromises(before, step, facts, verifiers, story)
    } else tally.refused.add(verdict.because)
    if (factsPicture(facts) !== pictureOf(plain))
      throw new Error(`${story()}: now ${factsPicture(facts)}, in plain words ${pictureOf(plain)}`)
  }
}

const verdictOn = (
  facts: HazardFacts,
  step: PlainStep,
  where: Pick<Whereabouts, 'zoneId' | 'reportedBy' | 'askedUnitIds'>,
) => {
  if (!inScope(scopeOf(step.who), { ...facts, ...where })) return { ok: false, because: 'unseen' } as const
  return judge(step.move, facts, step.who, facts.tasks[step.task]?.id ?? null)
}

const mustKeepPromises = (
  before: HazardFacts,
  { move }: PlainStep,
  after: HazardFacts,
  verifiers: ReadonlyMap<string, string>,
  story: () => string,
): void => {
  const broken = (promise: string) => new Error(`${promise}: ${story()} -> ${JSON.stringify(after)}`)
  const forward = stages.indexOf(after.stage) - stages.indexOf(before.stage)
  if (forward > 1) throw broken('a stage was skipped')
  if (forward < 0 && !(move === 'fail-revisit' && after.stage === 'register')) throw broken('a stage was taken back')
  if (before.setAside && move !== 'comment' && move !== 'reinstate-hazard') throw broken('what is off the path moved')
  if (after.supervised !== (after.supervisorId !== null)) throw broken('supervised by nobody')
  if (after.stage !== 'cleared') return
  for (const { id, state, submittedBy } of after.tasks) {
    if (state === 'planned') throw broken('planned counted as cleared')
    if (state !== 'verified' || submittedBy === null) throw broken('cleared before every task was verified')
    if ((verifiers.get(id) ?? submittedBy) === submittedBy) throw broken('somebody verified their own work')
  }
  if (after.tasks.length === 0) throw broken('cleared without a task')
  if (after.supervised || after.transfer) throw broken('cleared, and still supervised or on its way elsewhere')
}

test('a million random steps go as the plain words of the county’s method have it, and break no promise', () => {
  const walks = fc.property(
    fc.nat(),
    fc.noBias(fc.uint32Array({ minLength: 1, maxLength: 2000, size: 'max' })),
    (start, numbers) => walk(start, numbers),
  )
  const began = performance.now()
  for (let round = 0; tally.steps < stepsToWalk; round++) fc.assert(walks, { numRuns: 100, seed: seed + round })
  const seconds = (performance.now() - began) / 1000
  console.info(
    `${tally.steps} steps in ${seconds.toFixed(1)} s, ${Math.round(tally.steps / seconds)} per second, seed ${seed};`,
    `${[...tally.taken.values()].reduce((sum, n) => sum + n, 0)} taken`,
  )
  expect(tally.steps).toBeGreaterThanOrEqual(stepsToWalk)

  // a walk that never came far would prove nothing: every step taken many times, every reason to refuse one met
  for (const move of moves) expect(tally.taken.get(move) ?? 0, move).toBeGreaterThan(500)
  const reasons: readonly (Reason | 'unseen')[] = [
    ...(['unseen', 'another-role', 'another-team', 'another-unit', 'own-work', 'own-cure', 'county-verifies'] as const),
    ...(['void', 'not-set-aside', 'another-stage', 'another-task-state', 'no-task-named', 'no-team'] as const),
    ...(['no-position', 'scene-complete', 'scene-not-complete', 'merged', 'transferred', 'deadline-passed'] as const),
    ...(['extension-pending', 'no-extension', 'own-request', 'already-supervised', 'not-supervised'] as const),
    ...(['not-the-supervised', 'transfer-pending', 'no-transfer', 'another-receiver'] as const),
  ]
  expect([...tally.refused].sort()).toEqual([...reasons].sort())
}, 120_000)

test('every step is shown with its verdict, a step on a task once for each task', () => {
  const hazard = registered([aTask({ id: 'a' }), aTask({ id: 'b', unitId: 'road-centre' })])
  for (const actor of [chief, squad, reviewer] satisfies Actor[]) {
    const shown = verdictsFor(hazard, actor)
    expect(shown).toHaveLength(moves.reduce((sum, move) => sum + (tableOfMoves[move].onTask ? 2 : 1), 0))
    for (const { move, taskId, verdict } of shown) expect(verdict).toEqual(judge(move, hazard, actor, taskId))
  }
  const open = verdictsFor(hazard, chief).filter(({ verdict }) => verdict.ok)
  expect(open.map(({ move, taskId }) => `${move} ${taskId}`)).toEqual([
    ...['accept-task a', 'refuse-task a', 'control-interim a', 'plan-task a'],
    ...['ask-extension a', 'issue-notice null', 'comment null'],
  ])
})

const done = { state: 'submitted', submittedBy: 'chief' } as const
const submitted = (more: Partial<HazardFacts> = {}) => registered([aTask(done)], more)

test('a step on a task says so when no task is named, or one that the hazard does not have', () => {
  for (const taskId of [null, 'another-task'])
    expect(judge('verify-task', submitted(), reviewer, taskId)).toMatchObject({ ok: false, because: 'no-task-named' })
})

test('only the last open task clears the hazard; a planned, refused or waiting one keeps it on the register', () => {
  for (const state of taskStates) {
    const verdict = judge('verify-task', registered([aTask(done), aTask({ state, id: 'b' })]), reviewer, 'a-task')
    expect(verdict, state).toMatchObject({ ok: true, next: { stage: state === 'verified' ? 'cleared' : 'register' } })
  }
})

test('a shut door names only roles that could open it: a serious one is for the county alone', () => {
  expect(judge('verify-task', submitted({ severity: 'serious' }), squad, 'a-task')).toMatchObject({
    because: 'county-verifies',
    who: ['county-reviewer'],
  })
  expect(judge('accept-task', registered([aTask({ state: 'assigned' })]), leader, 'a-task')).toMatchObject({
    who: ['squad', 'road-chief', 'department', 'county-reviewer'],
  })
})
