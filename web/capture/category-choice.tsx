import { NativeSelect } from '@mantine/core'
import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import { captureWords } from '../text/capture-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { useCounty } from '../ui/use-county.ts'

interface Props {
  readonly code: string
  readonly onChoose: (code: string) => void
}

/** The eight commonest as one tap each; all the others behind one list, by their groups. */
export const CategoryChoice = ({ code, onChoose }: Props) => {
  const text = useWords(captureWords)
  const language = useLanguage()
  const { codes } = useCounty()
  const common = codes.hazard.filter((each) => each.common)
  const other = common.some((each) => each.code === code) ? '' : code
  return (
    <fieldset className="capture-part">
      <legend>{text.category}</legend>
      <div className="capture-categories">
        {common.map((each) => (
          <button
            key={each.code}
            type="button"
            className="capture-category"
            aria-pressed={each.code === code}
            onClick={() => onChoose(each.code)}
          >
            {each[language]}
          </button>
        ))}
      </div>
      <NativeSelect
        aria-label={text.otherCategory}
        value={other}
        data-chosen={other !== ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={[
          { value: '', label: text.chooseOther },
          ...hazardGroups.map((group) => ({
            group: `${group.code} ${group[language]}`,
            items: codes.hazard
              .filter((each) => each.code.startsWith(group.code) && !each.common)
              .map((each) => ({ value: each.code, label: `${each.code} ${each[language]}` })),
          })),
        ]}
      />
    </fieldset>
  )
}
