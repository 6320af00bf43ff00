import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api, told } from '../api.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { useTime } from '../text/use-time.ts'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'

/** What people wrote, the newest first, a page at a time. */
export const FeedbackReceived = () => {
  const text = useWords(peopleWords)
  const time = useTime()
  const list = useInfiniteQuery({
    queryKey: ['feedback'],
    queryFn: ({ pageParam }) => told(api.feedback.$get({ query: pageParam === '' ? {} : { after: pageParam } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  if (list.isPending) return <LoadingRows rows={4} heightPixels={72} />
  if (list.error) return <ErrorState problem={list.error} retry={() => void list.refetch()} />
  const all = list.data.pages.flatMap(({ feedback }) => feedback)
  if (all.length === 0) return <EmptyState title={text.feedbackNone}>{text.feedbackNoneHow}</EmptyState>
  return (
    <>
      <ul className="feedback-list">
        {all.map(({ id, name, words, page, givenAt }) => (
          <li key={id}>
            <p className="feedback-said">{words}</p>
            <p className="quiet">
              {name} · <span className="code">{page}</span> · {time.instant(givenAt)}
            </p>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {text.moreFeedback}
        </Button>
      )}
    </>
  )
}
