import { expect, test, vi } from 'vitest'
import type { Sender } from './sender.ts'
import { senderSoon } from './sender-soon.ts'

const senderInto = (did: string[]): Sender => ({
  wake: (how) => void did.push(`wake ${how}`),
  wantOriginals: () => void did.push('originals'),
  standstill: () => 'server-full',
  linkChanged: () => void did.push('link'),
  end: () => void did.push('end'),
  doubt: () => void did.push('doubt'),
})

test('what is asked before the sender is there is done in its order once it has come, and later at once', async () => {
  const did: string[] = []
  const soon = senderSoon(async () => senderInto(did))
  soon.wake('afresh')
  soon.doubt()
  soon.wantOriginals()
  expect(did).toEqual([])
  expect(soon.standstill()).toBeNull()
  await vi.waitFor(() => expect(did).toEqual(['wake afresh', 'doubt', 'originals']))
  soon.linkChanged()
  expect(did).toEqual(['wake afresh', 'doubt', 'originals', 'link'])
  expect(soon.standstill()).toBe('server-full')
})

test('a sender that could not be fetched is fetched again by itself, and nothing asked of it is forgotten', async () => {
  vi.useFakeTimers()
  try {
    const did: string[] = []
    let asked = 0
    const soon = senderSoon(async () => {
      asked += 1
      if (asked < 3) throw new Error('no line')
      return senderInto(did)
    })
    soon.wake('afresh')
    await vi.advanceTimersByTimeAsync(0)
    soon.end()
    expect(did).toEqual([])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(did).toEqual(['wake afresh', 'end'])
    expect(asked).toBe(3)
  } finally {
    vi.useRealTimers()
  }
})
