import type { Sender } from './sender.ts'

const againAfterMs = 20_000

/** A sender whose code comes behind the first page. What is asked of it before that is done once it is there. */
export const senderSoon = (fetchSender: () => Promise<Sender>): Sender => {
  let sender: Sender | null = null
  let coming = false
  const owed: ((sender: Sender) => void)[] = []
  const fetchIt = async (): Promise<void> => {
    if (coming) return
    coming = true
    try {
      sender = await fetchSender()
      for (const act of owed.splice(0)) act(sender)
    } catch {
      // no line: what waits stays where it is
      coming = false
      setTimeout(() => void fetchIt(), againAfterMs)
    }
  }
  const tell = (act: (sender: Sender) => void): void => {
    if (sender === null) {
      owed.push(act)
      void fetchIt()
    } else act(sender)
  }
  return {
    wake: (how) => tell((it) => it.wake(how)),
    wantOriginals: () => tell((it) => it.wantOriginals()),
    standstill: () => sender?.standstill() ?? null,
    linkChanged: () => tell((it) => it.linkChanged()),
    end: () => tell((it) => it.end()),
    doubt: () => tell((it) => it.doubt()),
  }
}
