import { NativeSelect } from '@mantine/core'
import { hazardGroups } from '../../server/domain/hazard-codes.ts'
import { cardWords } from '../text/card-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { useCounty } from '../ui/use-county.ts'

interface Props {
  readonly label: string
  readonly code: string
  readonly first: string
  readonly onChoose: (code: string) => void
}

/** The eight commonest first, then all the others by their groups; one list, so that a letter on the keyboard finds it. */
export const CategorySelect = ({ label, code, first, onChoose }: Props) => {
  const text = useWords(cardWords)
  const language = useLanguage()
  const { codes } = useCounty()
  const items = (list: typeof codes.hazard) =>
    list.map((each) => ({ value: each.code, label: `${each.code} ${each[language]}` }))
  return (
    <NativeSelect
      aria-label={label}
      value={code}
      data-missing={code === ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: first },
        { group: text.common, items: items(codes.hazard.filter((each) => each.common)) },
        ...hazardGroups.map((group) => ({
          group: `${group.code} ${group[language]}`,
          items: items(codes.hazard.filter((each) => each.code.startsWith(group.code) && !each.common)),
        })),
      ]}
    />
  )
}
