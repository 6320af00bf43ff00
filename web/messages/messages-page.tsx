import { Button } from '@mantine/core'
import { useSearchParams } from 'wouter'
import { api, told } from '../api.ts'
import { useAct } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { messageWords } from '../text/message-words.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { Page } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { Choices } from './choices.tsx'
import { Inbox } from './inbox.tsx'
import { messagesKey, useUnread } from './use-inbox.ts'
import './messages.css'

const parts = ['all', 'unread', 'choices'] as const
type Part = (typeof parts)[number]

/** What I was told, and what of it rings. */
export default function MessagesPage() {
  const text = useWords(messageWords)
  const [search, setSearch] = useSearchParams()
  const part: Part = parts.find((one) => one === search.get('part')) ?? 'all'
  const { unread, newest } = useUnread()
  const readAll = useAct((upTo: number) => told(api.messages.read.$post({ json: { upTo } })), {
    refreshes: [messagesKey],
  })
  const names: Readonly<Record<Part, string>> = {
    all: text.inbox,
    unread: unread === 0 ? text.onlyUnread : `${text.onlyUnread} ${unread}`,
    choices: text.choices,
  }
  return (
    <Page
      title={text.title}
      width="reading"
      actions={
        unread > 0 &&
        newest !== null && (
          <Button onClick={() => readAll.mutate(newest, { onError: say.failed })} loading={readAll.isPending}>
            {text.readAll}
          </Button>
        )
      }
    >
      <div className="messages-parts">
        <EitherOr
          label={text.title}
          choices={parts.map((value) => ({ value, label: names[value] }))}
          value={part}
          onChange={(to) => setSearch(to === 'all' ? {} : { part: to }, { replace: true })}
        />
      </div>
      {part === 'choices' ? <Choices /> : <Inbox show={part} />}
    </Page>
  )
}
