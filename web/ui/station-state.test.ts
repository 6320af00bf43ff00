import { expect, test } from 'vitest'
import { stages } from '../../db/vocabulary.ts'
import { stationState } from './station-state.ts'

const along = (stage: Parameters<typeof stationState>[1]) => stages.map((station) => stationState(station, stage))

test('stages are driven in order: behind is done, here is now, ahead is to come', () => {
  expect(along('team')).toEqual(['now', 'to-come', 'to-come', 'to-come'])
  expect(along('register')).toEqual(['done', 'done', 'now', 'to-come'])
})

test('a cleared hazard has the whole road behind it', () => {
  expect(along('cleared')).toEqual(['done', 'done', 'done', 'done'])
})

test('the method itself is nobody’s progress', () => {
  expect(along(null)).toEqual(['named', 'named', 'named', 'named'])
})
