import type { Actor } from './actor.ts'
import type { HazardFacts, TaskFacts } from './hazard-facts.ts'

/** People and hazards for the tests of the workflow: only what a case is about is written out in it. */

export const aPerson = (given: Partial<Actor> & Pick<Actor, 'id' | 'role'>): Actor => ({
  county: '360424',
  name: given.id,
  unitId: null,
  areaCodes: [],
  zoneIds: [],
  zonePlaceCodes: [],
  ...given,
})

const yining = '360424100'
const zhajin = '360424105'
const firstSquad = { role: 'squad', unitId: 'first-squad', areaCodes: [yining] } as const

export const squad = aPerson({ id: 'squad', ...firstSquad })
export const squadMate = aPerson({ id: 'squad-mate', ...firstSquad })
export const otherSquad = aPerson({ id: 'other-squad', role: 'squad', unitId: 'second-squad', areaCodes: [zhajin] })
export const chief = aPerson({
  id: 'chief',
  role: 'road-chief',
  unitId: 'yining-government',
  zoneIds: ['yining'],
  zonePlaceCodes: [yining],
})
export const otherChief = aPerson({
  id: 'other-chief',
  role: 'road-chief',
  unitId: 'zhajin-government',
  zoneIds: ['zhajin'],
  zonePlaceCodes: [zhajin],
})
export const department = aPerson({ id: 'department', role: 'department', unitId: 'road-centre' })
export const reviewer = aPerson({ id: 'reviewer', role: 'county-reviewer', unitId: 'county-office' })
export const otherReviewer = aPerson({ id: 'other-reviewer', role: 'county-reviewer', unitId: 'county-office' })
export const leader = aPerson({ id: 'leader', role: 'leader' })
export const lightReporter = aPerson({ id: 'light-reporter', role: 'light-reporter' })
export const administrator = aPerson({ id: 'administrator', role: 'administrator' })

export const everybody: readonly Actor[] = [
  ...[squad, squadMate, otherSquad, chief, otherChief, department, reviewer, otherReviewer],
  ...[leader, lightReporter, administrator],
]

/** A lead in 义宁镇 that nobody has been sent to yet. */
export const aHazard = (given: Partial<HazardFacts> = {}): HazardFacts => ({
  stage: 'team',
  setAside: null,
  severity: null,
  placeCode: `${yining}201`,
  teamUnitId: null,
  teamScenePhotos: 0,
  hasPosition: true,
  sceneComplete: false,
  ...{ supervised: false, supervisorId: null, transfer: null, revisitUnitIds: [] },
  tasks: [],
  ...given,
})

/** A task of the town's government, `a-task` unless told otherwise. */
export const aTask = (given: Partial<TaskFacts> = {}): TaskFacts => ({
  id: 'a-task',
  state: 'assigned',
  unitId: 'yining-government',
  personId: null,
  ...{ submittedBy: null, extensionAskedBy: null, deadlinePassed: false },
  ...given,
})

const onTheRoad = { teamUnitId: 'first-squad', teamScenePhotos: 1 } as const

/** The first squad has photographed it. */
export const photographed = (given: Partial<HazardFacts> = {}): HazardFacts =>
  aHazard({ stage: 'camera', ...onTheRoad, ...given })

/** On the register as a minor one, with the given tasks. */
export const registered = (tasks: readonly TaskFacts[], given: Partial<HazardFacts> = {}): HazardFacts =>
  aHazard({ stage: 'register', ...onTheRoad, severity: 'minor', sceneComplete: true, tasks, ...given })

/** Cleared after the town's chief had submitted and somebody else verified. */
export const cleared = (given: Partial<HazardFacts> = {}): HazardFacts =>
  registered([aTask({ state: 'verified', submittedBy: chief.id })], { stage: 'cleared', ...given })
