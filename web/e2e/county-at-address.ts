import { createServer } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import pino from 'pino'
import { makeApp } from '../../server/app.ts'
import { type TestCounty, testCounty } from '../../server/test-county.ts'

export interface CountyAtAddress extends TestCounty {
  readonly address: string
}

/** The web app as it was built last, or where the environment says. */
export const builtWeb = process.env['LUQING_WEB'] ?? new URL('../../dist/web', import.meta.url).pathname

/** A test county behind a real socket on this machine, with the built web app; the clock is today's. */
export const countyAtAddress = async (webFolder: string = builtWeb): Promise<CountyAtAddress> => {
  const county = await testCounty()
  county.clock.set(new Date().toISOString())
  const app = makeApp(county.world, {
    ...{ publicUrl: null, trustProxy: [] },
    baseMap: { folder: join(county.folder, 'base-map'), tianditu: null },
    log: pino({ level: process.env['LUQING_TEST_LOG'] ?? 'silent' }),
    webFolder,
  })
  const server = createAdaptorServer({ fetch: app.fetch, createServer })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the test county has no port')
  return {
    ...county,
    address: `http://127.0.0.1:${bound.port}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await county.close()
    },
  }
}
