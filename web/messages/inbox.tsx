import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api, told } from '../api.ts'
import { useAct } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { messageWords } from '../text/message-words.ts'
import { useTime } from '../text/use-time.ts'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'
import { byDay } from './message-groups.ts'
import { MessageRow } from './message-row.tsx'
import { messagesKey } from './use-inbox.ts'

const pageSize = '40'

/** What I was told, by day, the newest first; what I have not read is marked. */
export const Inbox = ({ show }: { readonly show: 'all' | 'unread' }) => {
  const text = useWords(messageWords)
  const time = useTime()
  const list = useInfiniteQuery({
    queryKey: [...messagesKey, 'list', show],
    queryFn: ({ pageParam }) =>
      told(
        api.messages.$get({
          query: {
            size: pageSize,
            ...(show === 'unread' ? { unread: 'yes' as const } : {}),
            ...(pageParam === 0 ? {} : { before: String(pageParam) }),
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
  const read = useAct((seq: number) => told(api.messages.read.$post({ json: { seqs: [seq] } })), {
    refreshes: [messagesKey],
  })
  if (list.isPending) return <LoadingRows rows={6} heightPixels={64} />
  if (list.error)
    return <ErrorState problem={list.error} retry={() => void list.refetch()} retrying={list.isFetching} />
  const messages = list.data.pages.flatMap((page) => page.messages)
  if (messages.length === 0)
    return (
      <EmptyState title={show === 'all' ? text.none : text.noneUnread}>
        {show === 'all' ? text.noneHow : text.noneUnreadHow}
      </EmptyState>
    )
  return (
    <>
      {byDay(messages, time.dayKey).map(({ day, messages: those }) => (
        <section key={day} className="messages-day">
          <h2>{time.day(day)}</h2>
          <ul>
            {those.map((message) => (
              <li key={message.seq}>
                <MessageRow message={message} onRead={(seq) => read.mutate(seq, { onError: say.failed })} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {text.more}
        </Button>
      )}
    </>
  )
}
