import { useMantineColorScheme } from '@mantine/core'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import './language-switch.css'

const schemes = ['auto', 'light', 'dark'] as const

/** Light, dark, or as the device has it; remembered on this device. */
export const AppearanceSwitch = () => {
  const text = useWords(peopleWords)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset className="either-or">
      <legend className="for-ears">{text.appearance}</legend>
      {schemes.map((scheme) => (
        <button key={scheme} type="button" aria-pressed={colorScheme === scheme} onClick={() => setColorScheme(scheme)}>
          {text.schemes[scheme]}
        </button>
      ))}
    </fieldset>
  )
}
