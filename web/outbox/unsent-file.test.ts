import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sha256Of } from '../photos/sha256.ts'
import type { FieldReportFacts, OutboxEntry, WholeEntry } from './entry.ts'
import { readUnsent, type WhyUnread } from './read-unsent.ts'
import { type Cipher, cipherUnder, plainCipher } from './shelf-cipher.ts'
import { fileIn, listZip } from './stored-zip.ts'
import { sealFor } from './unsent-seal.ts'
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
  ...{ recorded: false, presentVersion: null },
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
const cipherOf = async (letter: string): Promise<Cipher> => {
  const bytes = new TextEncoder().encode(letter.repeat(32))
  return cipherUnder(await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']))
}
const [own, another] = [await cipherOf('a'), await cipherOf('b')]
const fileOf = async (path?: string, cipher: Cipher = own): Promise<Blob> => {
  const known = await wholes(path)
  return writeUnsent({
    ...{ county, person: { id: 'squad1', name: '张三', unit: '一中队' }, savedAt: '2026-11-22T03:00:00.000Z' },
    ...{ ids: [...known.keys()], whole: async (id) => known.get(id) ?? null, onProgress: () => undefined },
    seal: (hash) => sealFor(cipher, 'squad1', hash),
  })
}
const read = (file: Blob, countyCode = county.code, cipher = own) =>
  readUnsent(file, { countyCode, personId: 'squad1', cipher }, () => undefined)
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

/** As somebody would who writes the manifest anew and puts its right hash beside it. */
const resealed = async (file: Blob, to: (told: string) => string): Promise<Blob> => {
  const files = await listZip(file)
  const zipped: Record<string, Uint8Array> = {}
  for (const [name, at] of files) zipped[name] = new Uint8Array(await (await fileIn(file, at)).arrayBuffer())
  const manifest = new TextEncoder().encode(to(new TextDecoder().decode(zipped['manifest.json'])))
  const hash = new TextEncoder().encode(await sha256Of(manifest))
  return new Blob([zipSync({ ...zipped, 'manifest.json': manifest, 'manifest.sha256': hash }, { level: 0 }).slice()])
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

test('a report is shown as it is sent, or the file is not taken', async () => {
  const file = await fileOf()
  expect(await whyNot(await resealed(file, (told) => told.replaceAll('A04', 'A05').replace('A05', 'A04')))).toBe(
    'damaged',
  )
})

test('own entries come in as they are; of others only reports, in their author’s name', async () => {
  const { entries, seal } = await read(await fileOf())
  expect(seal).toBe('whole')
  expect(importableBy(entries, 'squad1', 'squad1', seal)).toMatchObject({ takeable: entries, onBehalf: false })
  const { takeable, theirSteps } = importableBy(entries, 'squad1', 'reviewer', seal)
  expect(theirSteps).toBe(1)
  expect(takeable.map(({ request }) => request.body)).toEqual(['{"code":"A04","onBehalfOf":"squad1"}'])
})

test.each([
  ['that names the reader and bears no seal', () => fileOf(undefined, plainCipher), own, 'none'],
  ['sealed under the key of somebody else', () => fileOf(undefined, another), own, 'broken'],
  [
    'changed after it was sealed',
    async () => resealed(await fileOf(), (told) => told.replace('"x', '"y')),
    own,
    'broken',
  ],
  ['whose seal this page cannot check', () => fileOf(), plainCipher, 'no-cipher'],
] as const)(
  'of a file %s reports are carried in, and no step is taken in the reader’s name',
  async (_, made, by, state) => {
    const { entries, seal } = await read(await made(), undefined, by)
    expect(seal).toBe(state)
    const { takeable, unprovenSteps, onBehalf } = importableBy(entries, 'squad1', 'squad1', seal)
    expect([unprovenSteps, onBehalf]).toEqual([1, false])
    expect(takeable.map(({ what, request }) => [what.kind, request.body])).toEqual([
      ['report', '{"code":"A04","onBehalfOf":"squad1"}'],
    ])
  },
)
