import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../db/unit-of-work.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { hashOfContent } from './act-once.ts'
import { canonicalText, firstHash, hashOfEntry, note } from './note.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const entry = { county: '360424', at: '2026-11-18T01:00:00.000Z', actorId: 'squad1', subjectId: 'hazard' }
const told = (words: string, fails = false) =>
  inTransaction(county.world.db, async (tx) => {
    await note(tx, { ...entry, kind: 'commented', body: { words } })
    if (fails) throw new Error('not after all')
  })
const chain = async (code: string) => {
  const { db } = county.world
  return db.q.select().from(db.t.journal).where(eq(db.t.journal.county, code)).orderBy(db.t.journal.seq)
}

test('entries written at once by many form one chain: no number missing, each sealing the one before', async () => {
  const before = (await chain('360424')).length
  await Promise.allSettled(Array.from({ length: 40 }, (_, n) => told(`第 ${n}`, n % 4 === 0)))
  const entries = await chain('360424')
  expect(entries).toHaveLength(before + 30)
  for (const [n, row] of entries.entries()) {
    expect(row.seq).toBe(n + 1)
    expect(row.previousHash).toBe(entries[n - 1]?.hash ?? firstHash)
    expect(row.hash).toBe(hashOfEntry(row))
  }
})

test('each county has a chain of its own', async () => {
  await inTransaction(county.world.db, (tx) => note(tx, { ...entry, county: '360425', kind: 'commented' }))
  const [first, ...more] = await chain('360425')
  expect([first?.seq, first?.previousHash, more]).toEqual([1, firstHash, []])
})

test('any field changed changes the hash, and nothing can be moved from one field into its neighbour', () => {
  const row = { ...entry, previousHash: firstHash, seq: 7, kind: 'commented', body: '{"words":"好"}' }
  const changed = [
    ...Object.keys(row).map((field) => ({ ...row, [field]: field === 'seq' ? 8 : 'other' })),
    { ...row, actorId: 'squad1commented', kind: '' },
    { ...row, actorId: 'squad1","commented', kind: '' },
    { ...row, subjectId: 'hazard{', body: '"words":"好"}' },
  ]
  expect(new Set([row, ...changed].map(hashOfEntry)).size).toBe(changed.length + 1)
})

test('the same content is the same text in whatever order it was written down, lists excepted', () => {
  const one = { b: [{ y: 1, x: null }], a: '字' }
  expect(canonicalText(one)).toBe('{"a":"字","b":[{"x":null,"y":1}]}')
  expect(hashOfContent({ a: '字', b: [{ x: null, y: 1 }] })).toBe(hashOfContent(one))
  expect(hashOfContent([1, 2])).not.toBe(hashOfContent([2, 1]))
  expect(hashOfContent({ a: 1 })).not.toBe(hashOfContent({ a: '1' }))
})
