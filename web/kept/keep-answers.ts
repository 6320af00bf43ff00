import type { QueryClient, QueryKey, QueryPersister } from '@tanstack/react-query'
import { isOnline, noteAnswered, noteUnanswered, onOnlineChange } from '../online.ts'
import { serverClockOffsetMs } from '../server-clock.ts'
import { answerOrKept } from './answer-or-kept.ts'
import { type FieldShelf, fieldShelf } from './field-shelf.ts'
import { isMarked, keyText, markKept } from './kept-marks.ts'
import { at, textAt } from './parts.ts'
import { isKeptKind, mayBeShown, toKeep } from './what-is-kept.ts'

const patienceMs = 3_000
/** A link that was silent just now is not waited for again and again on the way to one page. */
const patienceOffTheLineMs = 400
/** The page opens no sooner than this is settled, and a session that has ended is told late but surely. */
const sessionPatienceMs = 1_000
const sessionKeyText = keyText(['session'])

/** Who is signed in, as far as the page knows: answers are kept under their name alone. */
const personIn = (client: QueryClient): string | null => textAt(at(client.getQueryData(['session']), 'person'), 'id')

/**
 * Stands between every question of the app and the server: answers that the field needs are kept on the device and
 * shown in the server's place while it cannot be reached.
 */
export const keepAnswers = (shelf: FieldShelf = fieldShelf): QueryPersister<unknown, QueryKey> => {
  const put = (client: QueryClient, key: QueryKey, answer: unknown): void => {
    const person = keyText(key) === sessionKeyText ? textAt(at(answer, 'person'), 'id') : personIn(client)
    if (person !== null) void shelf.put(person, keyText(key), toKeep(key, answer, serverClockOffsetMs()), Date.now())
  }
  return async (ask, context, query) => {
    const { client, queryKey: key } = context
    if (!isKeptKind(key)) return ask(context)
    const isSession = keyText(key) === sessionKeyText
    const { value, keptAtMs } = await answerOrKept({
      ask: async () => ask(context),
      kept: async () => {
        const found = await shelf.get(isSession ? null : personIn(client), keyText(key))
        return found !== null && mayBeShown(key, found.value, new Date().toISOString()) ? found : null
      },
      patienceMs: !isOnline() ? patienceOffTheLineMs : isSession ? sessionPatienceMs : patienceMs,
      onFresh: (answer) => {
        if (answer === null) void shelf.remove(keyText(key))
        else put(client, key, answer)
      },
      onSilent: noteUnanswered,
      onLate: (answer) => {
        noteAnswered()
        markKept(key, null)
        query.setData(answer)
      },
      onGone: () => {
        void shelf.remove(keyText(key))
        if (isMarked(key)) void client.invalidateQueries({ queryKey: key, exact: true })
      },
    })
    markKept(key, keptAtMs)
    return value
  }
}

/** Once the server can be reached again, what was shown from the shelf is asked anew. */
export const askAnewWhenOnline = (client: QueryClient): (() => void) =>
  onOnlineChange(() => {
    if (isOnline()) void client.invalidateQueries({ predicate: ({ queryKey }) => isMarked(queryKey) })
  })
