import type { Move, Stage, TaskState } from '../../db/vocabulary.ts'
import type { Actor } from './actor.ts'
import type { HazardFacts, TaskFacts } from './hazard-facts.ts'
import type { Reason } from './reasons.ts'
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
} from './test-hazard.ts'

type Accepted = [says: string, hazard: HazardFacts, actor: Actor, to: { stage: Stage; task?: TaskState }]
type Refused = [says: string, hazard: HazardFacts, actor: Actor, because: Reason]

/** What every step owes the reader. `always` is claimed only where the rule truly knows no such refusal. */
export interface Policy {
  accepted: [Accepted, ...Accepted[]]
  role: Refused
  whose: Refused | 'always'
  stage: Refused | 'always'
  void: Refused | 'always'
  more?: Refused[]
}

const onRegister = { stage: 'register' } as const
const isVoid = { setAside: 'void' } as const
const withTask = (task: Partial<TaskFacts> = {}, more: Partial<HazardFacts> = {}) =>
  registered([aTask({ state: 'under-way', ...task })], more)
const asked = (by: string, more: Partial<HazardFacts> = {}) => withTask({ extensionAskedBy: by }, more)
const supervised = (more: Partial<HazardFacts> = {}) =>
  withTask({}, { supervised: true, supervisorId: 'boss', ...more })
const toTown = { transfer: { toUnitId: 'zhajin-government', asTeam: false } } as const
const toSquad = { transfer: { toUnitId: 'second-squad', asTeam: true } } as const
const abroad = { transfer: { toUnitId: null, asTeam: false } } as const

const answerToExtension = (says: string): Policy => ({
  accepted: [
    [`the county ${says} what a chief asked for`, asked('chief'), reviewer, onRegister],
    ['also when the deadline has passed while it waited', withTask({ ...late, ...askedByChief }), reviewer, onRegister],
    ['another reviewer answers what a reviewer asked for a unit', asked('reviewer'), otherReviewer, onRegister],
  ],
  role: ['the leader', asked('chief'), leader, 'another-role'],
  whose: 'always',
  stage: ['once cleared', asked('chief', { stage: 'cleared' }), reviewer, 'another-stage'],
  void: ['while void', asked('chief', isVoid), reviewer, 'void'],
  more: [
    ['when nobody asked', withTask(), reviewer, 'no-extension'],
    ['the reviewer who had asked for it', asked('reviewer'), reviewer, 'own-request'],
    ['once it is submitted', withTask({ state: 'submitted', ...askedByChief }), reviewer, 'another-task-state'],
  ],
})
const late = { deadlinePassed: true } as const
const askedByChief = { extensionAskedBy: 'chief' } as const

const answerToTransfer = (says: string, stage: Stage): Policy => ({
  accepted: [
    [`the unit asked ${says}`, withTask({}, toTown), otherChief, onRegister],
    [`the squad asked ${says} before it is registered`, photographed(toSquad), otherSquad, { stage }],
    [`the county ${says} on its behalf`, withTask({}, toTown), reviewer, onRegister],
    ['the county records the answer of another county', withTask({}, abroad), reviewer, onRegister],
  ],
  role: ['the leader', withTask({}, toTown), leader, 'another-role'],
  whose: ['the unit that has it now', withTask({}, toTown), chief, 'another-receiver'],
  stage: ['once cleared', cleared(toTown), reviewer, 'another-stage'],
  void: ['while void', withTask({}, { ...toTown, ...isVoid }), reviewer, 'void'],
  more: [
    ['when none was proposed', withTask(), otherChief, 'no-transfer'],
    ['any unit of this county, when another county was asked', withTask({}, abroad), otherChief, 'another-receiver'],
  ],
})

/** The steps of the work between register and clearance. */
export const policiesOfRemediation = {
  'ask-extension': {
    accepted: [
      ['the unit asks in time', withTask(), chief, onRegister],
      ['a department asks for its own task', withTask({ unitId: 'road-centre' }), department, onRegister],
      ['also before it has accepted', withTask({ state: 'assigned' }), chief, onRegister],
      ['the county asks for a unit', withTask(), reviewer, onRegister],
    ],
    role: ['a leader', withTask(), leader, 'another-role'],
    whose: ['the squad that found it', withTask(), squad, 'another-unit'],
    stage: ['once cleared', cleared(), chief, 'another-stage'],
    void: ['while void', withTask({}, isVoid), chief, 'void'],
    more: [
      ['after the deadline', withTask(late), chief, 'deadline-passed'],
      ['twice', asked('chief'), chief, 'extension-pending'],
      ['what is submitted', withTask({ state: 'submitted' }), chief, 'another-task-state'],
      ['what is planned for another year', withTask({ state: 'planned' }), chief, 'another-task-state'],
    ],
  },
  'grant-extension': answerToExtension('grants'),
  'refuse-extension': answerToExtension('refuses'),
  supervise: {
    accepted: [
      ['a leader puts it under supervision', withTask(), leader, onRegister],
      ['so does the county', withTask(), reviewer, onRegister],
    ],
    role: ['a road chief', withTask(), chief, 'another-role'],
    whose: 'always',
    stage: ['before it is registered', photographed(), leader, 'another-stage'],
    void: ['while void', withTask({}, isVoid), leader, 'void'],
    more: [
      ['twice', supervised(), leader, 'already-supervised'],
      ['once cleared', cleared(), leader, 'another-stage'],
    ],
  },
  'lift-supervision': {
    accepted: [
      ['a leader lifts it', supervised(), leader, onRegister],
      ['so does the county', supervised(), reviewer, onRegister],
    ],
    role: ['a department', supervised(), department, 'another-role'],
    whose: 'always',
    stage: ['once cleared', cleared(), leader, 'another-stage'],
    void: ['while void', supervised(isVoid), reviewer, 'void'],
    more: [['what is not supervised', withTask(), reviewer, 'not-supervised']],
  },
  'report-progress': {
    accepted: [
      ['the unit of a task', supervised(), chief, onRegister],
      ['the person named, of whatever unit', supervised({ supervisorId: 'other-chief' }), otherChief, onRegister],
      ['a leader who is the person named', supervised({ supervisorId: 'leader' }), leader, onRegister],
      ['the county', supervised(), reviewer, onRegister],
    ],
    role: ['the squad', supervised(), squad, 'another-role'],
    whose: ['the chief of another town', supervised(), otherChief, 'not-the-supervised'],
    stage: ['once cleared', cleared(), chief, 'another-stage'],
    void: ['while void', supervised(isVoid), chief, 'void'],
    more: [
      ['what is not supervised', withTask(), chief, 'not-supervised'],
      ['a leader who is not the person named', supervised(), leader, 'not-the-supervised'],
    ],
  },
  'merge-hazard': {
    accepted: [
      ['the county merges a lead', aHazard(), reviewer, { stage: 'team' }],
      ['also one on the register, which keeps its stage', withTask(), reviewer, onRegister],
    ],
    role: ['the squad', aHazard(), squad, 'another-role'],
    whose: 'always',
    stage: ['once cleared', cleared(), reviewer, 'another-stage'],
    void: ['twice', aHazard({ setAside: 'merged' }), reviewer, 'merged'],
    more: [['what went to another county', aHazard({ setAside: 'transferred' }), reviewer, 'transferred']],
  },
  'transfer-hazard': {
    accepted: [
      ['the county proposes it; it stays where it is', withTask(), reviewer, onRegister],
      ['also before it is registered', photographed(), reviewer, { stage: 'camera' }],
    ],
    role: ['the unit itself', withTask(), chief, 'another-role'],
    whose: 'always',
    stage: ['once cleared', cleared(), reviewer, 'another-stage'],
    void: ['while void', withTask({}, isVoid), reviewer, 'void'],
    more: [['while another one waits for its answer', withTask({}, toTown), reviewer, 'transfer-pending']],
  },
  'accept-transfer': answerToTransfer('accepts', 'camera'),
  'refuse-transfer': answerToTransfer('refuses', 'camera'),
  'issue-notice': {
    accepted: [
      ['a squad on the spot', withTask(), squad, onRegister],
      ['the county', withTask(), reviewer, onRegister],
      ['also about what is cleared', cleared(), reviewer, { stage: 'cleared' }],
    ],
    role: ['a light reporter', withTask(), lightReporter, 'another-role'],
    whose: 'always',
    stage: ['before it is registered', photographed(), reviewer, 'another-stage'],
    void: ['while void', withTask({}, isVoid), reviewer, 'void'],
    more: [['the administrator', withTask(), administrator, 'another-role']],
  },
} as const satisfies Partial<Record<Move, Policy>>
