import { TextInput } from '@mantine/core'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'
import type { Form } from '../ui/dialogs.tsx'

interface Props extends Form<{ readonly because: string }> {
  readonly placeholder?: string
  readonly 'data-autofocus'?: boolean
}

/** Why it is done, for the zone's history. */
export const BecauseField = ({ values, set, faultOf, ...more }: Props) => {
  const text = useWords(zoneWords)
  return (
    <TextInput
      label={text.because}
      value={values.because}
      maxLength={300}
      onChange={(event) => set({ because: event.currentTarget.value })}
      error={faultOf('because')}
      {...more}
    />
  )
}
