import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigFaults, readConfig } from './config.ts'
import { nothingAllowed } from './hooks/allow-list.ts'

test('with nothing set the server keeps to itself and to its folder', () => {
  expect(readConfig({ PATH: '/usr/bin', LUQING_LOG: '' })).toEqual({
    dataFolder: resolve('data'),
    host: '127.0.0.1',
    port: 7412,
    database: resolve('data/luqing.db'),
    publicUrl: null,
    trustProxy: [],
    logLevel: 'info',
    county: null,
    hookAllow: nothingAllowed,
    tianditu: null,
    webFolder: resolve('dist/web'),
  })
})

test('what is set is taken as it is meant', () => {
  const config = readConfig({
    LUQING_DATA: '/srv/luqing',
    LUQING_PORT: '80',
    LUQING_PUBLIC_URL: 'https://Luqing.Example/',
    LUQING_TRUST_PROXY: 'loopback, 10.0.0.0/8',
    LUQING_DATABASE: 'postgres://luqing@db.example/luqing',
    LUQING_COUNTY: '360424',
  })
  expect(config).toMatchObject({
    ...{ dataFolder: '/srv/luqing', port: 80, publicUrl: 'https://luqing.example', county: '360424' },
    ...{ trustProxy: ['loopback', '10.0.0.0/8'], database: 'postgres://luqing@db.example/luqing' },
  })
  expect(readConfig({ LUQING_DATABASE: '/srv/other.db' }).database).toBe('/srv/other.db')
})

test('every fault is told at once, by name, and no value is repeated', () => {
  const wrong = {
    LUQING_PORT: '99999',
    LUQING_PUBLIC_URL: 'https://luqing.example/app',
    LUQING_TRUST_PROXY: 'everybody',
    LUQING_LOG: 'loud',
    LUQING_HOOK_ALLOW: 'http://relay.example',
    LUQING_DATABASE: 'mysql://root:hunter2@db.example',
    LUQING_COUNTY: '36',
  }
  const faults = (() => {
    try {
      readConfig(wrong)
      return ''
    } catch (error) {
      return error instanceof ConfigFaults ? error.message : 'another error'
    }
  })()
  expect(faults.split('\n').map((line) => line.split('：')[0])).toEqual([...Object.keys(wrong)].sort(byOrderTold))
  expect(faults).not.toMatch(/hunter2|99999|everybody/)
})

const told = [
  'LUQING_PORT',
  'LUQING_DATABASE',
  'LUQING_PUBLIC_URL',
  'LUQING_TRUST_PROXY',
  'LUQING_LOG',
  'LUQING_COUNTY',
  'LUQING_HOOK_ALLOW',
]
const byOrderTold = (a: string, b: string): number => told.indexOf(a) - told.indexOf(b)
