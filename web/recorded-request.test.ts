import { expect, test } from 'vitest'
import { api, told } from './api.ts'
import { requestOf } from './recorded-request.ts'

test('what a step would ask is written down and nothing is sent', async () => {
  const asked: unknown[] = []
  const former = globalThis.fetch
  globalThis.fetch = async (input) => {
    asked.push(input)
    throw new Error('sent')
  }
  try {
    const param = { id: 'h1', taskId: 't1' }
    const json = { actId: 'a1', deviceAt: null, because: '县道', ownerUnitId: 'unit-roads' }
    const { path, body } = await requestOf((headers) =>
      told(api.hazards[':id'].tasks[':taskId'].refuse.$post({ param, json }, { headers })),
    )
    expect(path).toBe('/api/hazards/h1/tasks/t1/refuse')
    expect(body).toEqual(json)
    expect(asked).toEqual([])
  } finally {
    globalThis.fetch = former
  }
})

test('a fault of the step itself is not taken for its request', async () => {
  await expect(requestOf(() => Promise.reject(new Error('no severity')))).rejects.toThrow('no severity')
  await expect(requestOf(() => Promise.resolve())).rejects.toThrow('asked the server for nothing')
})
