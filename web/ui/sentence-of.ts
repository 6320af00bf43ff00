import { ApiProblem, NoAnswer } from '../api-problem.ts'
import { NotKept } from '../outbox/entry.ts'
import { badgeWords } from '../text/badge-words.ts'
import { type Language, languageNow } from '../text/language.ts'
import { roleWords } from '../text/role-words.ts'
import { uiWords } from '../text/ui-words.ts'

/** What happened and what to do, in one or two sentences, for anything that can be thrown at a page. */
export const sentenceOf = (error: unknown, language: Language = languageNow()): string => {
  const text = uiWords[language]
  if (error instanceof NoAnswer) return error.offline ? text.offline : text.noAnswer
  if (error instanceof NotKept) return badgeWords[language].notKept[error.why]
  if (!(error instanceof ApiProblem)) return text.broken
  const parts = [error.sentence || text.unreadable]
  if (error.retryAfterSeconds !== null && error.retryAfterSeconds > 0)
    parts.push(text.waitSeconds(error.retryAfterSeconds))
  if (error.status === 403 && error.who.length > 0) {
    const roles = roleWords[language]
    parts.push(text.whoCould(text.listOf(error.who.map((role) => roles[role]))))
  }
  return parts.join(' ')
}
