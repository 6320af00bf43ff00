import { useEffect, useRef, useState } from 'react'
import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import { captureWords } from '../text/capture-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { useCounty } from '../ui/use-county.ts'

interface Props {
  readonly code: string
  readonly onChoose: (code: string) => void
}

/** What stands in brackets explains and does not name: left out where a thumb has to find it. */
const shortened = (name: string): string => name.replace(/[（(].*[)）]$/, '')

/** The eight commonest as one tap each; all the others behind one more, by their groups. */
export const CategoryChoice = ({ code, onChoose }: Props) => {
  const text = useWords(captureWords)
  const language = useLanguage()
  const { codes } = useCounty()
  const [all, setAll] = useState(false)
  const unfold = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // what was unfolded below the edge would be looked for
    if (all) void unfold.current?.scrollIntoView({ block: 'start' })
  }, [all])
  const common = codes.hazard.filter((each) => each.common)
  const rest = codes.hazard.filter((each) => !each.common)
  const other = rest.find((each) => each.code === code) ?? null
  const button = (each: (typeof rest)[number], name: string) => (
    <button
      key={each.code}
      type="button"
      className="capture-category"
      aria-pressed={each.code === code}
      onClick={() => {
        onChoose(each.code)
        setAll(false)
      }}
    >
      {name}
    </button>
  )
  return (
    <fieldset className="capture-part">
      <legend className="for-ears">{text.category}</legend>
      <div className="categories">
        {common.map((each) => button(each, shortened(each[language])))}
        {other !== null && !all && button(other, shortened(other[language]))}
        <button
          type="button"
          ref={unfold}
          className="capture-category category-all"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? text.fewerCategories : text.allCategories}
        </button>
      </div>
      {all &&
        hazardGroups.map((group) => {
          const members = rest.filter((each) => each.code.startsWith(group.code))
          return members.length === 0 ? null : (
            <fieldset key={group.code} className="category-group">
              <legend>
                {group.code} {group[language]}
              </legend>
              <div className="categories categories-all">{members.map((each) => button(each, each[language]))}</div>
            </fieldset>
          )
        })}
    </fieldset>
  )
}
