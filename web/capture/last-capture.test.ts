import { expect, test } from 'vitest'
import { newCapture } from './capture-draft.ts'
import { type LastCapture, lastCaptureFrom, sameAsLast } from './last-capture.ts'

const last: LastCapture = {
  ...{
    on: '2026-11-21',
    source: 'public-tip',
    placeCode: '360424100201',
    placeName: '城北村',
    routeCode: 'X801360424',
  },
}

test('only a capture of this day is the last one', () => {
  const kept = JSON.stringify(last)
  expect(lastCaptureFrom(kept, '2026-11-21')).toEqual(last)
  expect(lastCaptureFrom(kept, '2026-11-22')).toBeNull()
  for (const broken of [null, '', '{', '[]', '{"on":"2026-11-21","source":"nonsense"}'])
    expect(lastCaptureFrom(broken, '2026-11-21')).toBeNull()
})

test('the same as the last keeps source, road and the place whose unit answers; a fix knows the place better', () => {
  const draft = newCapture('squad', 0)
  expect(sameAsLast(draft, last, true)).toEqual({ source: 'public-tip' })
  expect(sameAsLast({ ...draft, source: 'public-tip' }, last, true)).toBeNull()
  expect(sameAsLast(draft, last, false)).toEqual({
    source: 'public-tip',
    place: { code: '360424100201', lngLat: null, words: '城北村 X801', routeCode: 'X801360424' },
  })
})
