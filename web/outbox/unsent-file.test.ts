import { expect, test } from 'vitest'
import { sha256Of } from '../photos/sha256.ts'
import type { FieldReportFacts, OutboxEntry, WholeEntry } from './entry.ts'
import { readUnsent, type WhyUnread } from './read-unsent.ts'
import { importableBy } from './whose-import.ts'
import { writeUnsent } from './write-unsent.ts'

const county = { code: '360424', name: '修水县' }
const hazardId = '01936b2e-7c1a-7000-8000-0123456789ab'
const stepId = '01936b2e-7c1a-7000-8000-0123456789ac'
const photoId = '01936b2e-7c1a-7000-8000-0123456789ad'

const report: FieldReportFacts = {
  ...{ kind: 'report', hazardId, code: 'A04', source: 'patrol', description: '', spot: '', placeCode: null },
  ...{ position: null, sceneComplete: true, takenAtMs: 1_000 },
}
const shown = (id: string, what: OutboxEntry['what']): OutboxEntry => ({
  ...{ id, seq: 1, what, savedAtMs: 2_000, state: 'waiting', attempts: 0, photos: [], problem: null },
  presentVersion: null,
})
const picture = new Blob(['a picture of a junction'], { type: 'image/jpeg' })

const wholes = async (path = `/api/hazards/${hazardId}/comments`): Promise<ReadonlyMap<string, WholeEntry>> => {
  const sha256 = await sha256Of(new Uint8Array(await picture.arrayBuffer()))
  const photos = [{ id: photoId, name: 'a.jpg', sha256, original: picture, copy: new Blob(['small']) }]
  const request = { method: 'PUT', path: `/api/hazards/${hazardId}`, body: '{"code":"A04"}' } as const
  const step = { kind: 'step', actId: stepId, hazardId, move: 'comment', taskId: null, path, body: {} } as const
  return new Map<string, WholeEntry>([
    [hazardId, { entry: shown(hazardId, report), request, version: null, photos }],
    [
      stepId,
      {
        entry: shown(stepId, { ...step, version: 3, seenSeq: null, takenAtMs: 5 }),
        ...{ request: { method: 'POST', path, body: '{"words":"x"}' }, version: 3, photos: [] },
      },
    ],
  ])
}
const fileOf = async (path?: string): Promise<Blob> => {
  const known = await wholes(path)
  return writeUnsent({
    ...{ county, person: { id: 'squad1', name: '张三', unit: '一中队' }, savedAt: '2026-11-22T03:00:00.000Z' },
    ...{ ids: [...known.keys()], whole: async (id) => known.get(id) ?? null, onProgress: () => undefined },
  })
}
const read = (file: Blob, code = county.code) => readUnsent(file, code, () => undefined)
const whyNot = async (file: Blob, code?: string): Promise<WhyUnread> => {
  try {
    await read(file, code)
  } catch (error) {
    if (error instanceof Error && 'why' in error) return JSON.parse(JSON.stringify(error.why))
    throw error
  }
  throw new Error('it was read')
}
const changed = async (file: Blob, from: string, to: string): Promise<Blob> => {
  const bytes = Buffer.from(await file.arrayBuffer())
  const at = bytes.indexOf(from)
  if (at < 0) throw new Error(`${from} is not in the file`)
  bytes.write(to, at)
  return new Blob([bytes])
}

test('what leaves a phone comes in at a desk whole: facts, request, original and copy', async () => {
  const { manifest, entries } = await read(await fileOf())
  expect(manifest.person.name).toBe('张三')
  expect(entries.map(({ id }) => id)).toEqual([hazardId, stepId])
  const [first] = entries
  expect(first?.what).toEqual(report)
  expect(first?.request).toMatchObject({ method: 'PUT', body: '{"code":"A04"}' })
  const [photo] = first?.photos ?? []
  expect(await photo?.original?.text()).toBe('a picture of a junction')
  expect(photo?.original?.type).toBe('image/jpeg')
  expect(await photo?.copy?.blob.text()).toBe('small')
})

test('half a file, another file and a file of another county are told apart, and nothing of them is taken', async () => {
  const file = await fileOf()
  expect(await whyNot(file.slice(0, file.size - 40))).toBe('half')
  expect(await whyNot(file.slice(0, 100))).toBe('half')
  expect(await whyNot(new Blob(['PDF or something']))).toBe('wrong-kind')
  expect(await whyNot(file, '360425')).toBe('other-county')
})

test('a photo or a manifest that was tampered with is refused', async () => {
  const file = await fileOf()
  expect(await whyNot(await changed(file, 'a picture of', 'a pictur3 of'))).toBe('damaged')
  expect(await whyNot(await changed(file, '"name":"张三"', '"name":"李四"'))).toBe('damaged')
})

test('a file cannot make the desk ask the server for anything but a report or a step of the field', async () => {
  expect(await whyNot(await fileOf('/api/people'))).toBe('damaged')
  expect(await whyNot(await fileOf(`/api/hazards/${hazardId}/void`))).toBe('damaged')
})

test('own entries come in as they are; of others only reports, in their author’s name', async () => {
  const { entries } = await read(await fileOf())
  expect(importableBy(entries, 'squad1', 'squad1')).toEqual({ takeable: entries, theirSteps: 0, onBehalf: false })
  const { takeable, theirSteps } = importableBy(entries, 'squad1', 'reviewer')
  expect(theirSteps).toBe(1)
  expect(takeable.map(({ request }) => request.body)).toEqual(['{"code":"A04","onBehalfOf":"squad1"}'])
})
