import { expect, test } from 'vitest'
import { installedOnWire, linesOf, unsettled } from './installed-measures.ts'

const planned = (measure: string, installedQuantity: number | null = null, struckBecause: string | null = null) => ({
  measure,
  plannedQuantity: 12,
  installedQuantity,
  struckBecause,
})

test('a measure counts as settled by its quantity, or by the reason why it was not done', () => {
  const [bump, mirror] = linesOf({ measures: [planned('speed-bump'), planned('convex-mirror')] })
  if (!bump || !mirror) throw new Error('two measures were planned')
  expect(unsettled([bump, mirror])).toBe(bump)
  const done = { ...bump, quantity: 12 }
  const strickenSilently = { ...mirror, struck: true, why: '  ' }
  expect(unsettled([done, strickenSilently])).toBe(strickenSilently)
  expect(unsettled([done, { ...mirror, struck: true, why: '路面太窄' }])).toBeNull()
})

test('a struck measure is sent without the quantity typed before it was struck', () => {
  const [line] = linesOf({ measures: [planned('speed-bump', 8)] })
  if (!line) throw new Error('one measure was planned')
  expect(installedOnWire([{ ...line, struck: true, why: ' 没有买到 ' }])).toEqual([
    { measure: 'speed-bump', installedQuantity: null, struckBecause: '没有买到' },
  ])
})

test('what came back is not to be typed again', () => {
  const lines = linesOf({ measures: [planned('speed-bump', 8), planned('convex-mirror', null, '路面太窄')] })
  expect(unsettled(lines)).toBeNull()
  expect(lines.map(({ struck }) => struck)).toEqual([false, true])
})
