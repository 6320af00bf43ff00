import { at, textAt, type WorkerScope } from './scope.ts'

/** The reader's language as the page left it; Chinese where it left none. */
const language = async (): Promise<'zh' | 'en'> => {
  const left = await caches.match('/language', { cacheName: 'luqing-choices' })
  return left !== undefined && (await left.text()) === 'en' ? 'en' : 'zh'
}

const show = async (scope: WorkerScope, payload: unknown): Promise<void> => {
  const words = at(payload, await language())
  const seq = at(payload, 'seq')
  await scope.registration.showNotification(textAt(words, 'title') || '路清', {
    body: textAt(words, 'sentence'),
    // a message that is sent twice takes its own place
    tag: typeof seq === 'number' ? `message-${seq}` : 'test',
    data: { path: textAt(payload, 'path') },
  })
}

const open = async (scope: WorkerScope, path: string): Promise<void> => {
  const { origin } = scope.location
  // whatever the payload says, a tap leads to a page of ours
  const url = new URL(path === '' ? '/messages' : path, origin)
  const target = url.origin === origin ? url.href : `${origin}/messages`
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = pages.find((page) => page.url === target) ?? pages[0]
  if (there === undefined) {
    await scope.clients.openWindow(target)
    return
  }
  await there.focus()
  if (there.url !== target) await there.navigate(target).catch(() => scope.clients.openWindow(target))
}

/** Rings this browser while no page is open, and opens one when the message is tapped. */
export const ringFor = (scope: WorkerScope): void => {
  scope.addEventListener('push', (event) => {
    let payload: unknown = null
    try {
      payload = event.data?.json() ?? null
    } catch {
      // a browser must show something for every push, or it takes the permission away
    }
    event.waitUntil(show(scope, payload))
  })

  scope.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(open(scope, textAt(event.notification.data, 'path')))
  })
}
