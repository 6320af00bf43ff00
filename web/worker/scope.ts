/** What a worker has besides what a page has; the compiler knows these files as a page's. */

export interface WaitEvent extends Event {
  waitUntil(done: Promise<unknown>): void
}
/** What the browser may answer without waking the worker; the first route that fits counts. */
export interface Route {
  readonly condition: { readonly urlPattern?: string; readonly not?: { readonly requestMethod: string } }
  readonly source: 'network' | 'fetch-event'
}
export interface InstallEvent extends WaitEvent {
  /** Chromium 123 on; elsewhere every request wakes the worker, which lets it pass. */
  addRoutes?(routes: readonly Route[]): Promise<void>
}
export interface PushEvent extends WaitEvent {
  readonly data: { json(): unknown } | null
}
export interface ClickEvent extends WaitEvent {
  readonly notification: { readonly data: unknown; close(): void }
}
export interface FetchEvent extends WaitEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
export interface TellEvent extends WaitEvent {
  readonly data: unknown
}
export interface OpenPage {
  readonly url: string
  focus(): Promise<unknown>
  navigate(url: string): Promise<unknown>
}
export interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly registration: {
    /** Another version, on its way in or whole and waiting. */
    readonly installing: object | null
    readonly waiting: object | null
    showNotification(title: string, options: object): Promise<void>
  }
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenPage[]>
    openWindow(url: string): Promise<unknown>
  }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install', listen: (event: InstallEvent) => void): void
  addEventListener(kind: 'activate', listen: (event: WaitEvent) => void): void
  addEventListener(kind: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(kind: 'message', listen: (event: TellEvent) => void): void
  addEventListener(kind: 'push', listen: (event: PushEvent) => void): void
  addEventListener(kind: 'notificationclick', listen: (event: ClickEvent) => void): void
}

export const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
export const textAt = (value: unknown, key: string): string => {
  const found = at(value, key)
  return typeof found === 'string' ? found : ''
}
