import { PrecacheController } from 'workbox-precaching'
import { type FetchEvent, textAt, type WaitEvent, type WorkerScope } from './scope.ts'

const page = '/index.html'

export interface Shell {
  /** The answer to a request for a part of the app; null for everything else. */
  readonly answer: (event: FetchEvent) => Promise<Response> | null
}

/**
 * The app itself, kept whole. A new one is put beside the one in use and waits until no page of the old one is left,
 * or until a page asks for it; the old one's files stay for as long as a page may still ask for them.
 */
export const shellFor = (scope: WorkerScope, files: { url: string; revision: string | null }[]): Shell => {
  const shell = new PrecacheController({ cacheName: 'luqing-shell' })
  shell.addToCacheList(files)

  scope.addEventListener('install', (event) => event.waitUntil(shell.install(event)))
  // from the first visit on, without a second one
  scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))

  const tidy = async (event: WaitEvent, startedWith: string): Promise<void> => {
    if (shell.getCacheKeyForURL(startedWith) === undefined) return
    const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
    const { installing, waiting } = scope.registration
    // the files of one that is to come are none that were left behind
    if (pages.length === 1 && installing === null && waiting === null) await shell.activate(event)
  }
  scope.addEventListener('message', (event) => {
    const kind = textAt(event.data, 'kind')
    if (kind === 'use-now') event.waitUntil(scope.skipWaiting())
    if (kind === 'started') event.waitUntil(tidy(event, textAt(event.data, 'script')))
  })

  const kept = async (request: Request): Promise<Response> =>
    (await shell.matchPrecache(request)) ??
    // of the version before, for a page that is still of it
    (await caches.match(request, { cacheName: shell.strategy.cacheName, ignoreVary: true })) ??
    fetch(request)

  return {
    answer: ({ request }) => {
      const { pathname } = new URL(request.url)
      if (request.mode === 'navigate' && !/\.[^/]*$/.test(pathname))
        return shell.matchPrecache(page).then((whole) => whole ?? fetch(request))
      const isPart = pathname.startsWith('/assets/') || shell.getCacheKeyForURL(request.url) !== undefined
      return isPart ? kept(request) : null
    },
  }
}
