import { expect, test } from 'vitest'
import { type Move, moves, type Stage, stages, type TaskState } from '../../db/vocabulary.ts'
import { type HazardFacts, judge } from './hazard-workflow.ts'
import type { Reason } from './reasons.ts'
import { tableOfMoves } from './table-of-moves.ts'
import {
  administrator,
  aHazard,
  aTask,
  chief,
  cleared,
  department,
  leader,
  lightReporter,
  otherChief,
  otherReviewer,
  otherSquad,
  photographed,
  registered,
  reviewer,
  squad,
  squadMate,
} from './test-hazard.ts'
import { type Policy, policiesOfRemediation } from './test-remediation-policies.ts'

const task = (state: TaskState, more: Partial<ReturnType<typeof aTask>> = {}) => aTask({ state, ...more })
const withTask = (state: TaskState, more: Partial<HazardFacts> = {}) => registered([task(state)], more)
/** The town's chief says it is done; the county reviewer stood in for the town in the second. */
const submitted = (more: Partial<HazardFacts> = {}) => registered([task('submitted', { submittedBy: 'chief' })], more)
const byReviewer = (more: Partial<HazardFacts> = {}) =>
  registered([task('submitted', { submittedBy: 'reviewer' })], more)
const curedByReviewer = cleared({ tasks: [task('verified', { submittedBy: 'reviewer' })] })
const isVoid = { setAside: 'void' } as const
const onRegister = { stage: 'register' } as const

/** Steps of a unit on its own task refuse alike; only the task's state differs. */
const ownersStep = (fits: TaskState, not: TaskState, to: TaskState, says: string): Policy => ({
  accepted: [
    [`a road chief ${says} of their own unit`, withTask(fits), chief, { ...onRegister, task: to }],
    [
      `a department ${says} it was given`,
      registered([task(fits, { unitId: 'road-centre' })]),
      department,
      { ...onRegister, task: to },
    ],
    [
      `a squad that cures on the spot ${says} of its own`,
      registered([task(fits, { unitId: 'first-squad' })]),
      squad,
      { ...onRegister, task: to },
    ],
    [`the county ${says} on a unit's behalf`, withTask(fits), reviewer, { ...onRegister, task: to }],
  ],
  role: ['a leader', withTask(fits), leader, 'another-role'],
  whose: ['the chief of another town', withTask(fits), otherChief, 'another-unit'],
  stage: ['once cleared', withTask(fits, { stage: 'cleared' }), chief, 'another-stage'],
  void: ['while void', withTask(fits, isVoid), chief, 'void'],
  more: [
    ['the squad that found it, whose task it is not', withTask(fits), squad, 'another-unit'],
    [`when the task is ${not}`, withTask(not), chief, 'another-task-state'],
  ],
})

const verifiersStep = (to: TaskState, stage: Stage, says: string): Policy => ({
  accepted: [
    [`the county ${says} what a unit submitted`, submitted({ severity: 'major' }), reviewer, { stage, task: to }],
    [`the finding team ${says} a minor one`, submitted(), squad, { stage, task: to }],
    [`another reviewer ${says} what a reviewer submitted for a unit`, byReviewer(), otherReviewer, { stage, task: to }],
  ],
  role: ['the road chief', submitted(), chief, 'another-role'],
  whose: ['another team than the one that found it', submitted(), otherSquad, 'another-team'],
  stage: ['once cleared', submitted({ stage: 'cleared' }), reviewer, 'another-stage'],
  void: ['while void', submitted(isVoid), reviewer, 'void'],
  more: [
    ['a reviewer who had submitted it on a unit’s behalf', byReviewer(), reviewer, 'own-work'],
    [
      'a squad member who had submitted it',
      registered([task('submitted', { submittedBy: 'squad' })]),
      squad,
      'own-work',
    ],
    ['the finding team, when it is serious', submitted({ severity: 'serious' }), squad, 'county-verifies'],
    ['the finding team, when it is major', submitted({ severity: 'major' }), squad, 'county-verifies'],
    ['what has not been submitted', withTask('under-way'), reviewer, 'another-task-state'],
    ['what is planned for next year', withTask('planned'), reviewer, 'another-task-state'],
  ],
})

const revisit = (stage: Stage): Policy => ({
  accepted: [
    ['the team that found it', cleared(), squad, { stage }],
    ['the county', cleared(), reviewer, { stage }],
    ['another reviewer than the one who submitted the cure', curedByReviewer, otherReviewer, { stage }],
  ],
  role: ['the road chief', cleared(), chief, 'another-role'],
  whose: ['another team', cleared(), otherSquad, 'another-team'],
  stage: ['before it is cleared', submitted(), reviewer, 'another-stage'],
  void: ['while void', cleared(isVoid), reviewer, 'void'],
  more: [
    ['the reviewer who submitted the cure', curedByReviewer, reviewer, 'own-cure'],
    [
      'whoever submitted only one of the cures',
      cleared({
        tasks: [task('verified', { submittedBy: 'chief' }), task('verified', { id: 'b', submittedBy: 'squad' })],
      }),
      squad,
      'own-cure',
    ],
  ],
})

/** Every step there is: the type asks for a policy of each, and the tests below that none of its parts is missing. */
const policies: Record<Move, Policy> = {
  ...policiesOfRemediation,
  'dispatch-team': {
    accepted: [
      ['a squad sends itself to a lead in its area', aHazard(), squad, { stage: 'team' }],
      ['the county sends one anywhere', aHazard({ placeCode: '360424' }), reviewer, { stage: 'team' }],
      ['the county sends another team instead', aHazard({ teamUnitId: 'first-squad' }), reviewer, { stage: 'team' }],
    ],
    role: ['a road chief', aHazard(), chief, 'another-role'],
    whose: ['a squad of another area', aHazard(), otherSquad, 'another-team'],
    stage: ['once photographed', photographed(), squad, 'another-stage'],
    void: ['while void', aHazard(isVoid), squad, 'void'],
    more: [['a squad, once another has been sent', aHazard({ teamUnitId: 'second-squad' }), squad, 'another-team']],
  },
  'add-scene-photo': {
    accepted: [
      [
        'the team’s first photo opens the second stage',
        aHazard({ teamUnitId: 'first-squad' }),
        squad,
        { stage: 'camera' },
      ],
      ['later ones only add to it', photographed(), squadMate, { stage: 'camera' }],
      ['also once it is on the register', registered([]), squad, { stage: 'register' }],
    ],
    role: ['a light reporter', photographed(), lightReporter, 'another-role'],
    whose: ['another team', photographed(), otherSquad, 'another-team'],
    stage: ['once cleared', cleared(), squad, 'another-stage'],
    void: ['while void', photographed(isVoid), squad, 'void'],
    more: [
      ['before any team was sent', aHazard(), squad, 'no-team'],
      ['even for the county', aHazard(), reviewer, 'no-team'],
    ],
  },
  'complete-scene': {
    accepted: [
      ['the team says it is all there', photographed(), squad, { stage: 'camera' }],
      ['the county says so for it', photographed(), reviewer, { stage: 'camera' }],
    ],
    role: ['a department', photographed(), department, 'another-role'],
    whose: ['another team', photographed(), otherSquad, 'another-team'],
    stage: ['before the first photo', aHazard({ teamUnitId: 'first-squad' }), squad, 'another-stage'],
    void: ['while void', photographed(isVoid), squad, 'void'],
    more: [
      ['twice', photographed({ sceneComplete: true }), squad, 'scene-complete'],
      ['without a photo by a team', photographed({ teamScenePhotos: 0 }), squad, 'no-scene-photo'],
      ['without a position', photographed({ hasPosition: false }), squad, 'no-position'],
    ],
  },
  'register-hazard': {
    accepted: [
      ['the team enters it', photographed({ sceneComplete: true }), squad, onRegister],
      ['the county enters it', photographed({ sceneComplete: true }), reviewer, onRegister],
    ],
    role: ['a leader', photographed({ sceneComplete: true }), leader, 'another-role'],
    whose: ['another team', photographed({ sceneComplete: true }), otherSquad, 'another-team'],
    stage: [
      'from the first stage',
      aHazard({ sceneComplete: true, teamUnitId: 'first-squad' }),
      squad,
      'another-stage',
    ],
    void: ['while void', photographed({ sceneComplete: true, ...isVoid }), reviewer, 'void'],
    more: [
      ['before the scene is complete', photographed(), squad, 'scene-not-complete'],
      ['a second time', registered([]), reviewer, 'another-stage'],
      ['again after it was cleared', cleared(), reviewer, 'another-stage'],
    ],
  },
  'accept-task': ownersStep('assigned', 'accepted', 'accepted', 'accepts a task'),
  'refuse-task': ownersStep('assigned', 'accepted', 'refused', 'refuses a task'),
  'start-task': ownersStep('accepted', 'assigned', 'under-way', 'starts a task'),
  'control-interim': {
    ...ownersStep('under-way', 'submitted', 'under-way', 'controls a task in the interim'),
    accepted: [
      ['a chief puts out cones; the task stays as it is', withTask('assigned'), chief, onRegister],
      ['also while it waits for next year’s money', withTask('planned'), chief, onRegister],
    ],
  },
  'plan-task': ownersStep('under-way', 'submitted', 'planned', 'plans a task'),
  'resume-task': ownersStep('planned', 'under-way', 'assigned', 'resumes a task'),
  'submit-task': ownersStep('under-way', 'assigned', 'submitted', 'submits a task'),
  'reassign-task': {
    accepted: [
      [
        'the county gives what was refused to another',
        withTask('refused'),
        reviewer,
        { ...onRegister, task: 'assigned' },
      ],
      ['also what is under way', withTask('under-way'), otherReviewer, { ...onRegister, task: 'assigned' }],
    ],
    role: ['the unit itself', withTask('refused'), chief, 'another-role'],
    whose: 'always',
    stage: ['once cleared', cleared(), reviewer, 'another-stage'],
    void: ['while void', withTask('refused', isVoid), reviewer, 'void'],
    more: [
      ['what waits for a verdict', submitted(), reviewer, 'another-task-state'],
      ['what is verified', withTask('verified'), reviewer, 'another-task-state'],
    ],
  },
  'return-task': verifiersStep('returned', 'register', 'returns'),
  'verify-task': verifiersStep('verified', 'cleared', 'verifies'),
  'pass-revisit': revisit('cleared'),
  'fail-revisit': revisit('register'),
  'void-hazard': {
    accepted: [
      ['the county voids a lead', aHazard(), reviewer, { stage: 'team' }],
      ['also one on the register, which keeps its stage', withTask('accepted'), reviewer, onRegister],
    ],
    role: ['the squad', aHazard(), squad, 'another-role'],
    whose: 'always',
    stage: ['once cleared', cleared(), reviewer, 'another-stage'],
    void: ['twice', aHazard(isVoid), reviewer, 'void'],
  },
  'reinstate-hazard': {
    accepted: [['the county brings it back to where it stood', withTask('accepted', isVoid), reviewer, onRegister]],
    role: ['the squad', aHazard(isVoid), squad, 'another-role'],
    whose: 'always',
    stage: ['once cleared', cleared(isVoid), reviewer, 'another-stage'],
    void: ['when it is not void', aHazard(), reviewer, 'not-set-aside'],
  },
  comment: {
    accepted: [
      ['a leader comments', photographed(), leader, { stage: 'camera' }],
      ['a department, also after clearing', cleared(), department, { stage: 'cleared' }],
      ['also on what is void', aHazard(isVoid), reviewer, { stage: 'team' }],
    ],
    role: ['the administrator', aHazard(), administrator, 'another-role'],
    whose: 'always',
    stage: 'always',
    void: 'always',
  },
}

/** Rights travel as 403, everything else as 409. */
const rights: readonly Reason[] = [
  ...(['another-role', 'another-team', 'another-unit', 'county-verifies'] as const),
  ...(['not-the-supervised', 'another-receiver'] as const),
]
const everyPolicy = moves.map((move) => ({ move, ...policies[move] }))
const taskOf = (move: Move) => (tableOfMoves[move].onTask ? 'a-task' : null)

for (const { move, accepted, role, whose, stage, void: whileVoid, more = [] } of everyPolicy) {
  for (const [says, hazard, actor, { stage: to, task: taskState = null }] of accepted)
    test(`${move}: ${says}`, () => {
      const verdict = judge(move, hazard, actor, taskOf(move))
      expect(verdict).toEqual({ ok: true, next: { stage: to, taskState } })
    })

  for (const refused of [role, whose, stage, whileVoid, ...more]) {
    if (refused === 'always') continue
    const [says, hazard, actor, because] = refused
    test(`${move} is refused: ${says}`, () => {
      const kind = rights.includes(because) ? 'not-yours' : 'does-not-fit'
      expect(judge(move, hazard, actor, taskOf(move))).toMatchObject({ ok: false, kind, because })
    })
  }
}

test('every step has its policy, and each policy shows a refusal for each rule that can refuse', () => {
  expect(Object.keys(policies).sort()).toEqual([...moves].sort())
  for (const { move, role, whose, stage, void: whileVoid } of everyPolicy) {
    const row = tableOfMoves[move]
    expect(role[3], move).toBe('another-role')
    expect(whose === 'always', `${move} whose`).toBe(row.whose === 'anybody')
    expect(stage === 'always', `${move} stage`).toBe(row.from.length === stages.length)
    expect(whileVoid === 'always', `${move} void`).toBe(row.whileSetAside === 'either')
  }
})
