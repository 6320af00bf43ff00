import { TextInput } from '@mantine/core'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'
import type { Form } from '../ui/dialogs.tsx'

interface Held {
  readonly heldFrom: string
  /** Empty while no end is known. */
  readonly heldUntil: string
}

/** From which day a post or a helper's office is held, and until which. */
export const HeldFields = ({ values, set, faultOf }: Form<Held>) => {
  const text = useWords(zoneWords)
  return (
    <div className="zone-two">
      <TextInput
        type="date"
        label={text.from}
        value={values.heldFrom}
        onChange={(event) => set({ heldFrom: event.currentTarget.value })}
        error={faultOf('heldFrom')}
      />
      <TextInput
        type="date"
        label={text.until}
        value={values.heldUntil}
        onChange={(event) => set({ heldUntil: event.currentTarget.value })}
        error={faultOf('heldUntil')}
      />
    </div>
  )
}

export const whyNotHeld = (
  text: { readonly fromNeeded: string; readonly untilEarly: string },
  { heldFrom, heldUntil }: Held,
): string | null =>
  heldFrom === '' ? text.fromNeeded : heldUntil !== '' && heldUntil < heldFrom ? text.untilEarly : null
