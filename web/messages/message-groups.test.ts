import { expect, test } from 'vitest'
import { messageKinds } from '../../db/vocabulary.ts'
import { byDay, kindsByGroup, placeOf } from './message-groups.ts'

test('every kind of message can be chosen, in one place', () => {
  expect(Object.values(kindsByGroup).flat().sort()).toEqual([...messageKinds].sort())
})

test('messages stand under their day, the newest first', () => {
  const at = (text: string) => ({ at: `2026-11-${text}:00:00.000Z` })
  const groups = byDay([at('18T09'), at('18T01'), at('17T09')], (instant) => instant.slice(0, 10))
  expect(groups.map(({ day, messages }) => [day, messages.length])).toEqual([
    ['2026-11-18', 2],
    ['2026-11-17', 1],
  ])
})

test('a message leads to what it is about', () => {
  expect(placeOf({ kind: 'task-assigned', hazardId: 'h', noticeId: null })).toBe('/hazards/h')
  expect(placeOf({ kind: 'notice-received', hazardId: null, noticeId: 'n' })).toBe('/notices/n')
  expect(placeOf({ kind: 'hook-parked', hazardId: null, noticeId: null })).toBe('/hooks')
})
