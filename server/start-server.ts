import { createServer } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { Logger } from 'pino'
import { openDatabase } from '../db/open.ts'
import type { Db } from '../db/unit-of-work.ts'
import { makeApp } from './app.ts'
import type { Config } from './config.ts'
import { uuidV7 } from './domain/uuid-v7.ts'
import { CannotStart, holdDataFolder } from './hold-data-folder.ts'
import { refuseSlowBodies } from './http/slow-bodies.ts'
import { keepUploadsBrief } from './imports/keep-uploads-brief.ts'
import { uploadDrawer } from './imports/upload-drawer.ts'
import { keepWorking } from './jobs/runner.ts'
import { endStreams } from './messages/live.ts'
import { documentShelf } from './notices/document-shelf.ts'
import { allCounties } from './people/county-store.ts'
import { fillLooks } from './photos/fill-looks.ts'
import { openPhotoStore } from './photos/photo-store-disk.ts'
import { keepSweeping } from './photos/sweep-orphans.ts'
import { fillVariants } from './photos/variants.ts'
import type { World } from './world.ts'

export interface RunningServer {
  readonly url: string
  /** Takes no more requests, lets those under way end (10 s at most), then closes what it opened. */
  stop(): Promise<void>
}

const lastPatienceMillis = 10_000
/** A photo of 8 MB at 10 KB a second takes a quarter of an hour; slow-bodies.ts ends what trickles long before. */
const serverOptions = {
  requestTimeout: 20 * 60_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
}

const countyOf = async (db: Db, asked: string | null): Promise<string> => {
  const codes = (await allCounties(db)).map(({ county }) => county)
  const [first] = codes
  if (first === undefined)
    throw new CannotStart(
      '数据库里还没有县：请用 npm start 建立（演示县或第一位管理员）。\n' +
        'There is no county in the database yet: `npm start` founds one, with its first administrator or as a demonstration.',
    )
  if (asked === null && codes.length === 1) return first
  if (asked !== null && codes.includes(asked)) return asked
  throw new CannotStart(
    `请用 LUQING_COUNTY 指明县：Name the county by LUQING_COUNTY; the database holds: ${codes.join(' ')}`,
  )
}

export const startServer = async (config: Config, log: Logger): Promise<RunningServer> => {
  const undo: (() => unknown)[] = [holdDataFolder(config.dataFolder)]
  const undoAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const db = await openDatabase(config.database)
    undo.push(() => db.close())
    const county = await countyOf(db, config.county)
    const photos = await openPhotoStore(join(config.dataFolder, 'photos'))
    undo.push(() => photos.close())
    const world: World = {
      ...{ db, photos, documents: documentShelf(join(config.dataFolder, 'documents')), county },
      ...{ now: () => new Date().toISOString(), uploads: uploadDrawer(join(config.dataFolder, 'imports')) },
      newId: () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
    }
    const stopSweeping = keepSweeping(world, (news) => {
      if ('failed' in news) log.error({ err: news.failed }, 'photos could not be swept')
      else log.warn(news.swept, 'photos swept that no row names')
    })
    undo.push(stopSweeping)
    undo.push(keepUploadsBrief(world, (err) => log.error({ err }, 'uploads could not be swept')))
    const { publicUrl, trustProxy, hookAllow, webFolder, tianditu } = config
    const baseMap = { folder: join(config.dataFolder, 'base-map'), tianditu }
    const app = makeApp(world, { publicUrl, trustProxy, log, webFolder, hookAllow, baseMap })
    const server = createAdaptorServer({ fetch: app.fetch, createServer, serverOptions })
    refuseSlowBodies(server)
    const port = await listen(server, config)
    undo.push(() => shut(server))
    undo.push(() => endStreams(db))
    undo.push(keepWorking(world, { allow: hookAllow, publicUrl, onFault: (err, what) => log.error({ err }, what) }))
    undo.push(fillVariants(world))
    undo.push(fillLooks(world))
    return { url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`, stop: undoAll }
  } catch (error) {
    await undoAll()
    throw error
  }
}

type Server = ReturnType<typeof createAdaptorServer>

const listen = (server: Server, { host, port }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE'
      reject(
        isTaken
          ? new CannotStart(
              `${host}:${port} 已被别的程序占用，可用 LUQING_PORT 另指端口。\n` +
                'The port is taken by another program; name another by LUQING_PORT.',
            )
          : error,
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // a connection that has just been answered is idle only now, and its client may keep it for long
    const closeIdle = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    }, 50)
    const closeRest = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, lastPatienceMillis)
    server.close(() => {
      clearInterval(closeIdle)
      clearTimeout(closeRest)
      resolve()
    })
  })
