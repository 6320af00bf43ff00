/** Rings this browser while no page is open. It keeps nothing and answers no request; pages come from the server. */

// the compiler knows this file as a page's; what a worker has besides is named here
interface PushEvent extends Event {
  readonly data: { json(): unknown } | null
  waitUntil(done: Promise<unknown>): void
}
interface ClickEvent extends Event {
  readonly notification: { readonly data: unknown; close(): void }
  waitUntil(done: Promise<unknown>): void
}
interface OpenPage {
  readonly url: string
  focus(): Promise<unknown>
  navigate(url: string): Promise<unknown>
}
interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenPage[]>
    openWindow(url: string): Promise<unknown>
  }
  addEventListener(kind: 'push', listen: (event: PushEvent) => void): void
  addEventListener(kind: 'notificationclick', listen: (event: ClickEvent) => void): void
}
declare const self: WorkerScope & typeof globalThis

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
const textAt = (value: unknown, key: string): string => {
  const found = at(value, key)
  return typeof found === 'string' ? found : ''
}

/** The reader's language as the page left it; Chinese where it left none. */
const language = async (): Promise<'zh' | 'en'> => {
  const left = await caches.match('/language', { cacheName: 'luqing-choices' })
  return left !== undefined && (await left.text()) === 'en' ? 'en' : 'zh'
}

const show = async (payload: unknown): Promise<void> => {
  const words = at(payload, await language())
  const seq = at(payload, 'seq')
  await self.registration.showNotification(textAt(words, 'title') || '路清', {
    body: textAt(words, 'sentence'),
    // a message that is sent twice takes its own place
    tag: typeof seq === 'number' ? `message-${seq}` : 'test',
    data: { path: textAt(payload, 'path') },
  })
}

const open = async (path: string): Promise<void> => {
  const { origin } = self.location
  // whatever the payload says, a tap leads to a page of ours
  const url = new URL(path === '' ? '/messages' : path, origin)
  const target = url.origin === origin ? url.href : `${origin}/messages`
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = pages.find((page) => page.url === target) ?? pages[0]
  if (there === undefined) {
    await self.clients.openWindow(target)
    return
  }
  await there.focus()
  if (there.url !== target) await there.navigate(target).catch(() => self.clients.openWindow(target))
}

self.addEventListener('push', (event) => {
  let payload: unknown = null
  try {
    payload = event.data?.json() ?? null
  } catch {
    // a browser must show something for every push, or it takes the permission away
  }
  event.waitUntil(show(payload))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(textAt(event.notification.data, 'path')))
})
