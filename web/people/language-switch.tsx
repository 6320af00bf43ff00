import { switchLanguage, useLanguage, useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { EitherOr } from '../ui/either-or.tsx'

/** Each by its own name, so that it is found by whoever cannot read the other. */
const choices = [
  { value: 'zh', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
] as const

export const LanguageSwitch = () => {
  const text = useWords(peopleWords)
  return <EitherOr label={text.language} choices={choices} value={useLanguage()} onChange={switchLanguage} />
}
