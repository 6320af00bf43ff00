import { expect, test } from 'vitest'
import { crosswise, fitWithin, layOver, turnedSize, zoomWithin } from './picture-fit.ts'

const across43 = { width: 4000, height: 3000 }
const across169 = { width: 1920, height: 1080 }
const upright43 = { width: 3000, height: 4000 }

test('the live picture lies wholly within its box: nothing is hidden that will be in the photo', () => {
  expect(fitWithin(upright43, { width: 390, height: 600 })).toEqual({ width: 390, height: 520 })
  expect(fitWithin(across43, { width: 1200, height: 600 })).toEqual({ width: 800, height: 600 })
})

test('an earlier photo is laid over by the longer edge, so that both show the scene at one scale', () => {
  expect(layOver(across43, { width: 800, height: 600 })).toEqual({ width: 800, height: 600 })
  // of the taller photo the strips above and below reach beyond the frame
  expect(layOver(across43, { width: 960, height: 540 })).toEqual({ width: 960, height: 720 })
  // and of the flatter one they are missing
  expect(layOver(across169, { width: 800, height: 600 })).toEqual({ width: 800, height: 450 })
  expect(layOver(upright43, { width: 300, height: 533 }).height).toBe(533)
})

test('a photo taken crosswise is recognised, lies wholly within, and fits again once it is turned', () => {
  const frame = { width: 390, height: 520 }
  expect(crosswise(across43, frame)).toBe(true)
  expect(layOver(across43, frame)).toEqual({ width: 390, height: 292.5 })
  expect(crosswise(turnedSize(across43, 1), frame)).toBe(false)
  expect(layOver(turnedSize(across43, 1), frame)).toEqual({ width: 390, height: 520 })
  expect(turnedSize(across43, 2)).toEqual(across43)
  expect(crosswise({ width: 100, height: 100 }, frame)).toBe(false)
})

test('zoom goes in tenths and never beyond what there is', () => {
  expect(zoomWithin(1.234, 1, 4)).toBe(1.2)
  expect(zoomWithin(0.2, 1, 4)).toBe(1)
  expect(zoomWithin(9, 1, 4)).toBe(4)
  expect(zoomWithin(0.62, 0.6, 8)).toBe(0.6)
})
