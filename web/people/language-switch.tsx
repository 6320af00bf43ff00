import { type Language, switchLanguage, useLanguage, useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import './language-switch.css'

const names: readonly (readonly [Language, string, string])[] = [
  ['zh', '中文', 'zh-CN'],
  ['en', 'English', 'en'],
]

/** Each language by its own name, so that it is found by whoever cannot read the other. */
export const LanguageSwitch = () => {
  const language = useLanguage()
  const text = useWords(peopleWords)
  return (
    <fieldset className="either-or">
      <legend className="for-ears">{text.language}</legend>
      {names.map(([each, name, tag]) => (
        <button
          key={each}
          type="button"
          lang={tag}
          aria-pressed={language === each}
          onClick={() => switchLanguage(each)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
