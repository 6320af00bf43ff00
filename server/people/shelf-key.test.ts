import { expect, test } from 'vitest'
import { testCounty, testPassword } from '../test-county.ts'
import { Me } from './wire.ts'

test('what waits on a phone is sealed under its person’s own key, the same on every device and for ever', async () => {
  const county = await testCounty()
  const keyOf = async (account: string) => {
    const device = county.stranger()
    await device.post('/api/session', { account, password: testPassword })
    return Me.parse((await device.get('/api/session')).body).shelfKey
  }
  try {
    // many at once on a new server must not make two secrets
    const keys = await Promise.all(Array.from({ length: 4 }, () => keyOf('squad1')))
    county.clock.advance({ days: 400 })
    expect(new Set([...keys, await keyOf('squad1')]).size).toBe(1)
    expect(Buffer.from(keys[0] ?? '', 'base64')).toHaveLength(32)
    expect(await keyOf('squad1b')).not.toBe(keys[0])
  } finally {
    await county.close()
  }
})
