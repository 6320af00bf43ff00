/** What a message brings that the page has to know at once. */
export interface News {
  readonly hazardId: string | null
  readonly noticeId: string | null
}

interface Ear {
  readonly onNews: (news: News) => void
  /** After a pause the inbox may be behind: it is to be read anew. */
  readonly onBack: () => void
  readonly onLive: (live: boolean) => void
}

const restAfterHiddenMillis = 60_000
const tryAgainMillis = 60_000

const idIn = (data: unknown, key: string): string | null => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : null
  return typeof value === 'string' ? value : null
}

/** One line to the server while the page is looked at; it rests in the background and goes on from where it was. */
export const openLine = ({ onNews, onBack, onLive }: Ear): (() => void) => {
  let source: EventSource | null = null
  let last = ''
  let resting: ReturnType<typeof setTimeout> | undefined
  let trying: ReturnType<typeof setTimeout> | undefined

  const hangUp = (): void => {
    source?.close()
    source = null
    onLive(false)
  }
  const call = (): void => {
    clearTimeout(trying)
    if (source !== null || document.visibilityState === 'hidden') return
    const line = new EventSource(last === '' ? '/api/messages/live' : `/api/messages/live?after=${last}`)
    source = line
    line.addEventListener('hello', (event) => {
      last = event.lastEventId
      onLive(true)
      onBack()
    })
    line.addEventListener('message', (event) => {
      last = event.lastEventId
      const data: unknown = JSON.parse(String(event.data))
      onNews({ hazardId: idIn(data, 'hazardId'), noticeId: idIn(data, 'noticeId') })
    })
    line.addEventListener('error', () => {
      onLive(false)
      // the browser comes back by itself unless the server said no
      if (line.readyState !== EventSource.CLOSED) return
      hangUp()
      trying = setTimeout(call, tryAgainMillis)
    })
  }
  const onLook = (): void => {
    clearTimeout(resting)
    if (document.visibilityState === 'hidden') resting = setTimeout(hangUp, restAfterHiddenMillis)
    else call()
  }
  document.addEventListener('visibilitychange', onLook)
  call()
  return () => {
    document.removeEventListener('visibilitychange', onLook)
    clearTimeout(resting)
    clearTimeout(trying)
    hangUp()
  }
}
