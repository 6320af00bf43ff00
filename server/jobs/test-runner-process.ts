import { openSqlite } from '../../db/open.ts'
import { uuidV7 } from '../domain/uuid-v7.ts'
import { readAllowList } from '../hooks/allow-list.ts'
import { keepWorking } from './runner.ts'
import type { Works } from './works.ts'

/** A process that does nothing but what falls due, on a clock given by its parent, until it is killed. */
const [path = '', county = '', startsAt = ''] = process.argv.slice(2)
const allow = readAllowList('127.0.0.1')
if (!allow) throw new Error('no allow-list')

const startedMs = performance.now()
const db = await openSqlite(path)
const world: Works = {
  ...{ db, county },
  now: () => new Date(Date.parse(startsAt) + performance.now() - startedMs).toISOString(),
  newId: () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
}
keepWorking(world, {
  ...{ allow, publicUrl: null, tickMillis: 200, remindersAtOnce: 5 },
  onFault: (error, what) => console.error(what, error),
})
// the runner's own timer does not keep a process alive: in the server it is the socket that does
setInterval(() => undefined, 1000)
process.stdout.write('ready\n')
