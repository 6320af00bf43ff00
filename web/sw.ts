import { answerPhoto, photoSizeOf } from './worker/photos.ts'
import { ringFor } from './worker/ring.ts'
import type { WorkerScope } from './worker/scope.ts'
import { shellFor } from './worker/shell.ts'

/** Keeps the app and its pictures for where there is no connection, and rings this browser while no page is open. */

declare const self: WorkerScope & typeof globalThis

// the build writes the list of its files here (scripts/shell-files.ts)
const shell = shellFor(self, JSON.parse('__SHELL_FILES__'))

ringFor(self)

// a question to the server neither waits for this worker nor keeps it from giving way to the next version
self.addEventListener('install', (event) => {
  const past = event.addRoutes?.([
    { condition: { not: { requestMethod: 'GET' } }, source: 'network' },
    { condition: { urlPattern: '/api/photos/*' }, source: 'fetch-event' },
    { condition: { urlPattern: '/api/*' }, source: 'network' },
  ])
  // a browser that knows other routes asks the worker, as those do that know none
  if (past) event.waitUntil(past.catch(() => undefined))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const size = photoSizeOf(pathname)
  if (size !== null) {
    event.respondWith(answerPhoto(event, size))
    return
  }
  // what the server says is the page's own business: it knows who asks, and shows how old an answer is
  if (pathname.startsWith('/api/')) return
  const answer = shell.answer(event)
  if (answer !== null) event.respondWith(answer)
})
