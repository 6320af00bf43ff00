import { expect, test } from 'vitest'
import { api, told } from '../api.ts'
import type { TrayPhoto } from '../photos/photo-tray.ts'
import { fieldPhotoOf, fieldStepOf, photosNamed } from './field-step.ts'

const offsetMs = 3_600_000
const photo: TrayPhoto = {
  ...{
    id: 'p1',
    name: 'a.jpg',
    capturedAt: '2026-11-22T09:00:00.000Z',
    sha256: null,
    takenWith: 'viewfinder',
    state: 'failed',
  },
  ...{ sentShare: 0, problem: null, bytes: new Blob(['a']), locating: false, whyNoFix: null, takenWith: 'viewfinder' },
  position: {
    ...{ longitude: 114.5, latitude: 29, accuracyMetres: 6, source: 'device', at: '2026-11-22T09:00:10.000Z' },
  },
}
const subject = { hazardId: 'h1', version: 7, seenSeq: 12, move: 'submit-task', taskId: 't1' } as const
const act = { actId: 'a1', deviceAt: '2026-11-22T09:05:00.000Z' }

const kept = (behind: boolean) =>
  fieldStepOf({ subject, act, behind, clockOffsetMs: offsetMs, photos: [] }, (headers) => {
    const json = { ...act, photos: photosNamed([photo]), measures: [], remark: '已完成', costYuan: 120 }
    const param = { id: 'h1', taskId: 't1' }
    return told(api.hazards[':id'].tasks[':taskId'].submit.$post({ param, json }, { headers }))
  })

test('a step is kept as the request it would have been, without what is put in when it is sent', async () => {
  expect(await kept(false)).toEqual({
    ...{ kind: 'step', actId: 'a1', hazardId: 'h1', move: 'submit-task', taskId: 't1', seenSeq: 12, version: 7 },
    path: '/api/hazards/h1/tasks/t1/submit',
    body: { measures: [], remark: '已完成', costYuan: 120 },
    takenAtMs: Date.parse('2026-11-22T08:05:00.000Z'),
    photos: [],
  })
})

test('behind another unsent step it is decided on whatever that one leaves', async () => {
  expect((await kept(true)).version).toBeNull()
})

test('times go back to the clock of the device, and a photo whose bytes are gone cannot be kept', () => {
  expect(fieldPhotoOf(photo, offsetMs)).toMatchObject({
    takenAtMs: Date.parse('2026-11-22T08:00:00.000Z'),
    takenWith: 'viewfinder',
    position: { longitude: 114.5, source: 'device', atMs: Date.parse('2026-11-22T08:00:10.000Z') },
  })
  expect(fieldPhotoOf({ ...photo, bytes: null }, offsetMs)).toBeNull()
})
