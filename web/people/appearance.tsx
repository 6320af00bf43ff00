import { useMantineColorScheme } from '@mantine/core'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { EitherOr } from '../ui/either-or.tsx'

const schemes = ['auto', 'light', 'dark'] as const

/** Light, dark, or as the device has it; remembered on this device. To stop transitions Mantine would write a style element. */
export const AppearanceSwitch = () => {
  const text = useWords(peopleWords)
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const choices = schemes.map((value) => ({ value, label: text.schemes[value] }))
  return <EitherOr label={text.appearance} choices={choices} value={colorScheme} onChange={setColorScheme} />
}
