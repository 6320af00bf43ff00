import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { appearances, switchAppearance } from '../ui/appearance.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { useAppearance } from '../ui/use-appearance.ts'

/** Light, dark, or as the device has it; remembered on this device. */
export const AppearanceSwitch = () => {
  const text = useWords(peopleWords)
  const choices = appearances.map((value) => ({ value, label: text.schemes[value] }))
  return <EitherOr label={text.appearance} choices={choices} value={useAppearance()} onChange={switchAppearance} />
}
