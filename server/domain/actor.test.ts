import { expect, test } from 'vitest'
import { type Actor, inScope, scopeOf, type Whereabouts } from './actor.ts'
import {
  administrator,
  aPerson,
  chief,
  department,
  everybody,
  leader,
  lightReporter,
  otherReviewer,
  reviewer,
  squad,
} from './test-hazard.ts'

/** A hazard nobody of these people has anything to do with, unless told otherwise. */
const lying = (given: Partial<Whereabouts>): Whereabouts => ({
  placeCode: '360424999',
  zoneId: null,
  teamUnitId: null,
  reportedBy: 'somebody',
  supervisorId: null,
  tasks: [],
  askedUnitIds: [],
  ...given,
})
const sees = (actor: Actor, given: Partial<Whereabouts>) => inScope(scopeOf(actor), lying(given))
const inYining = { placeCode: '360424100' }
const inAYiningVillage = { placeCode: '360424100201' }
const taskOf = (unitId: string, personId: string | null = null) => ({ tasks: [{ unitId, personId }] })

test('the county reviewer and the leader see the whole county, even a hazard whose place is not known', () => {
  for (const actor of [reviewer, otherReviewer, leader]) {
    expect(sees(actor, {})).toBe(true)
    expect(sees(actor, { placeCode: '360424' })).toBe(true)
  }
})

test('a squad sees its area down to the last village, and nothing beside it', () => {
  expect(sees(squad, inYining)).toBe(true)
  expect(sees(squad, inAYiningVillage)).toBe(true)
  expect(sees(squad, { placeCode: '360424101' })).toBe(false)
  expect(sees(squad, { placeCode: '360424' })).toBe(false)
})

test('a squad sees what it was sent to and what its member reported, wherever that lies', () => {
  expect(sees(squad, { teamUnitId: 'first-squad' })).toBe(true)
  expect(sees(squad, { teamUnitId: 'second-squad' })).toBe(false)
  expect(sees(squad, { reportedBy: 'squad' })).toBe(true)
  expect(sees(squad, { reportedBy: 'squad-mate' })).toBe(false)
})

test('a road chief sees their own zone and all below it, the segment they hold, and tasks of their unit', () => {
  expect(sees(chief, inYining)).toBe(true)
  expect(sees(chief, inAYiningVillage)).toBe(true)
  expect(sees(chief, { placeCode: '360424' })).toBe(false)
  expect(sees(chief, { zoneId: 'yining' })).toBe(true)
  expect(sees(chief, { zoneId: 'zhajin' })).toBe(false)
  expect(sees(chief, taskOf('yining-government'))).toBe(true)
  expect(sees(chief, taskOf('zhajin-government'))).toBe(false)
})

test('a village chief sees the village, not the township around it', () => {
  const villageChief = aPerson({ id: 'v', role: 'road-chief', zoneIds: ['v'], zonePlaceCodes: ['360424100201'] })
  expect(sees(villageChief, inAYiningVillage)).toBe(true)
  expect(sees(villageChief, inYining)).toBe(false)
  expect(sees(villageChief, { placeCode: '360424100202' })).toBe(false)
})

test('a county-level chief of a road segment sees the hazards on it and no others around', () => {
  const segmentChief = aPerson({ id: 's', role: 'road-chief', zoneIds: ['x001'], zonePlaceCodes: [] })
  expect(sees(segmentChief, { ...inYining, zoneId: 'x001' })).toBe(true)
  expect(sees(segmentChief, inYining)).toBe(false)
})

test('a department sees hazards with a task of theirs, and not the area they lie in', () => {
  expect(sees(department, taskOf('road-centre'))).toBe(true)
  expect(sees(department, { tasks: [...taskOf('x').tasks, ...taskOf('road-centre').tasks] })).toBe(true)
  expect(sees(department, taskOf('yining-government'))).toBe(false)
  expect(sees({ ...department, areaCodes: ['360424'], zonePlaceCodes: ['360424'] }, inYining)).toBe(false)
})

test('whoever is named on a task sees it', () => {
  for (const actor of everybody) expect(sees(actor, taskOf('x', actor.id)), actor.id).toBe(true)
})

test('whoever is named to supervise a hazard sees it, and so does a unit once sent to look or asked to take over', () => {
  for (const actor of everybody) expect(sees(actor, { supervisorId: actor.id }), actor.id).toBe(true)
  const asked = { askedUnitIds: ['first-squad', 'yining-government', 'road-centre'] }
  for (const actor of [squad, chief, department]) expect(sees(actor, asked), actor.id).toBe(true)
  for (const actor of [squad, chief, department]) expect(sees(actor, { askedUnitIds: ['x'] }), actor.id).toBe(false)
  for (const actor of [lightReporter, administrator])
    expect(sees({ ...actor, unitId: 'first-squad' }, asked), actor.id).toBe(false)
})

test('a light reporter and an administrator see their own reports and nothing else', () => {
  for (const actor of [lightReporter, administrator]) {
    expect(sees(actor, { reportedBy: actor.id })).toBe(true)
    const wide = { ...actor, unitId: 'first-squad', areaCodes: ['360424'], zonePlaceCodes: ['360424'], zoneIds: ['z'] }
    expect(sees(wide, { ...inYining, zoneId: 'z', teamUnitId: 'first-squad', ...taskOf('first-squad') })).toBe(false)
  }
})

test('somebody without a unit does not see what belongs to no unit yet', () => {
  const nowhere = aPerson({ id: 'n', role: 'squad' })
  expect(sees(nowhere, { teamUnitId: null, zoneId: null })).toBe(false)
  expect(sees(aPerson({ id: 'd', role: 'department' }), taskOf('road-centre'))).toBe(false)
})
